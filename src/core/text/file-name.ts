// Turns any text into a file name that is valid on every system.
import { trimSigns } from './trim-signs.ts';

/** Characters forbidden by Windows or Obsidian, control characters, and characters that change text direction. */
const unsafe = /[\\/:*?"<>|#^[\]\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]|[\uD800-\uDFFF]/gu;
/** Windows reserves these for devices, with any extension. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Most systems allow at most 255 bytes; an extension and a number need some of them. */
const mostBytes = 200;

function bytesOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** @param path a name or a path, whose parts are checked one by one */
export function deviceNameIn(path: string): string | null {
  return path.split('/').find((part) => device.test(part.trim())) ?? null;
}

/** At most 200 bytes of UTF-8, without path; empty if nothing is left of the text. */
export function fileName(text: string): string {
  let name = '';
  let bytes = 0;
  for (const sign of text.normalize('NFC').replace(unsafe, ' ').replace(/\s+/g, ' ')) {
    bytes += bytesOf(sign);
    if (bytes > mostBytes) break;
    name += sign;
  }
  const safe = trimSigns(name, ' .');
  return device.test(safe) ? `_${safe}` : safe;
}
