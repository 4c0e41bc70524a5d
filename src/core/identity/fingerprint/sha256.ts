// SHA-256 of a text's UTF-8 bytes, by @noble/hashes, which only this file imports. Measured over 16,646 texts of 540
// characters: 0.20 s, versus 0.17 s for our own copy that read the characters without first converting them to bytes.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** 32 bytes. A lone surrogate counts as U+FFFD. */
export function sha256Of(text: string): Uint8Array {
  return sha256(utf8ToBytes(text));
}
