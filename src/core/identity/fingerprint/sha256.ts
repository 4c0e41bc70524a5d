// SHA-256 of a text's UTF-8 bytes, by @noble/hashes, which is named here alone. Measured over 16,646 texts of 540
// characters: 0.20 s, and 0.17 s by a copy of our own that read the characters without making bytes of them first.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** 32 bytes. Half of a surrogate pair counts as U+FFFD. */
export function sha256Of(text: string): Uint8Array {
  return sha256(utf8ToBytes(text));
}
