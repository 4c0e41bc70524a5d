// SHA-256 by Node.js instead of @noble/hashes in what is bundled for it: a quarter of the time.
import { hash } from 'node:crypto';

/** Of bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}
