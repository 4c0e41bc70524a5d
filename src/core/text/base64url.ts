// base64url without padding, over UTF-8. Paths and questions stand in the log in this form, so that the
// vault's search never finds note text in a log. The core has no TextEncoder and no btoa: a few lines instead.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** By character code; -1 for what is none of the alphabet. */
const VALUES = Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));
const HEX = '0123456789abcdef';

/** Half of a surrogate pair has no UTF-8; encodeURIComponent would throw on it. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function encodeText(text: string): string {
  const escaped = encodeURIComponent(text.replace(LONE_SURROGATE, '\uFFFD'));
  let out = '';
  let bits = 0;
  let pending = 0;
  for (let at = 0; at < escaped.length; at += 1) {
    let byte = escaped.charCodeAt(at);
    if (byte === 37) {
      byte = Number.parseInt(escaped.slice(at + 1, at + 3), 16);
      at += 2;
    }
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      out += ALPHABET.charAt((pending >> bits) & 63);
    }
    pending &= (1 << bits) - 1;
  }
  return bits > 0 ? out + ALPHABET.charAt((pending << (6 - bits)) & 63) : out;
}

/** null where the text is not base64url of UTF-8. */
export function decodeText(encoded: string): string | null {
  let text = '';
  let isPlain = true;
  let bits = 0;
  let pending = 0;
  for (let at = 0; at < encoded.length; at += 1) {
    const value = VALUES[encoded.charCodeAt(at)] ?? -1;
    if (value < 0) return null;
    pending = (pending << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (pending >> bits) & 255;
    pending &= (1 << bits) - 1;
    // Only what is not ASCII needs the slow way.
    if (byte < 128 && byte !== 37) text += String.fromCharCode(byte);
    else {
      isPlain = false;
      text += `%${HEX.charAt(byte >> 4)}${HEX.charAt(byte & 15)}`;
    }
  }
  try {
    return isPlain ? text : decodeURIComponent(text);
  } catch {
    return null;
  }
}
