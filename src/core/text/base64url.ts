// Encodes UTF-8 text as base64url without padding. The log stores paths and questions in this form, so that the vault's
// search never finds note text in a log. The core has no TextEncoder and no btoa, so these few lines replace them.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** By character code; -1 for characters outside the alphabet. */
const values = Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)));
const hex = '0123456789abcdef';

/** A lone surrogate has no UTF-8 encoding; encodeURIComponent would throw on it. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function encodeText(text: string): string {
  const escaped = encodeURIComponent(text.replace(loneSurrogate, '\uFFFD'));
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
      out += alphabet.charAt((pending >> bits) & 63);
    }
    pending &= (1 << bits) - 1;
  }
  return bits > 0 ? out + alphabet.charAt((pending << (6 - bits)) & 63) : out;
}

/** Returns null if the text is not base64url of UTF-8. */
export function decodeText(encoded: string): string | null {
  let text = '';
  let isPlain = true;
  let bits = 0;
  let pending = 0;
  for (let at = 0; at < encoded.length; at += 1) {
    const value = values[encoded.charCodeAt(at)] ?? -1;
    if (value < 0) return null;
    pending = (pending << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (pending >> bits) & 255;
    pending &= (1 << bits) - 1;
    // Only non-ASCII text needs the slow path.
    if (byte < 128 && byte !== 37) text += String.fromCharCode(byte);
    else {
      isPlain = false;
      text += `%${hex.charAt(byte >> 4)}${hex.charAt(byte & 15)}`;
    }
  }
  try {
    return isPlain ? text : decodeURIComponent(text);
  } catch {
    return null;
  }
}
