// Encodes UTF-8 text as base64url without padding. The log stores paths and questions in this form, so that the vault's
// search never finds note text in a log. The core has no TextEncoder and no btoa, so these few lines replace them.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** By character code; -1 for characters outside the alphabet. */
const values = Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)));

/** A lone surrogate has no UTF-8 encoding; encodeURIComponent would throw on it. */
const loneSurrogate = /[\uD800-\uDFFF]/gu;

export function encodeText(text: string): string {
  return encodeBytes(utf8Of(text));
}

/** Returns null if the text is not base64url of UTF-8. */
export function decodeText(encoded: string): string | null {
  const bytes = decodeBytes(encoded);
  // Only non-ASCII text needs the slow path.
  if (bytes === null || !/[\x80-\xff]/.test(bytes)) return bytes;
  try {
    return decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, percent));
  } catch {
    return null;
  }
}

const percent = (byte: string): string => `%${byte.charCodeAt(0).toString(16)}`;

/** The bytes of a text in UTF-8, as characters of one byte each. */
export function utf8Of(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return encodeURIComponent(text.replace(loneSurrogate, '\uFFFD')).replace(/%(..)/g, (_, byte: string) =>
    String.fromCharCode(Number.parseInt(byte, 16)),
  );
}

/** @param bytes characters of one byte each */
export function encodeBytes(bytes: string): string {
  let [out, bits, pending] = ['', 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    pending = (pending << 8) | bytes.charCodeAt(at);
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      out += alphabet.charAt((pending >> bits) & 63);
    }
    pending &= (1 << bits) - 1;
  }
  return bits > 0 ? out + alphabet.charAt((pending << (6 - bits)) & 63) : out;
}

/** The same the other way round; null if it is not base64url. */
export function decodeBytes(encoded: string): string | null {
  let [bytes, bits, pending] = ['', 0, 0];
  for (let at = 0; at < encoded.length; at += 1) {
    const value = values[encoded.charCodeAt(at)] ?? -1;
    if (value < 0) return null;
    pending = (pending << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += String.fromCharCode((pending >> bits) & 255);
    pending &= (1 << bits) - 1;
  }
  return bytes;
}
