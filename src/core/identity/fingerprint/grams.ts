// Texts as sets of n-grams: cheap to compare, and an edit changes only the grams around it.
import { codeAt } from '../../text/code-at.ts';

/** Sorted distinct 32-bit hashes of a text's n-grams. */
export type Grams = Uint32Array;

/** Murmur3's finalizer: every input bit affects every output bit, so the low values are a fair sample. */
function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** `text` is normalized; case is ignored, and both ends are padded with a space. */
export function gramsOf(text: string, size: number): Grams {
  const padded = ` ${text.toLowerCase()} `;
  const count = text === '' ? 0 : Math.max(1, padded.length - size + 1);
  const hashes = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    let hash = size;
    for (let next = at; next < at + size && next < padded.length; next++) {
      hash = Math.imul(hash, 0x01000193) ^ Math.imul(codeAt(padded, next), 0x9e3779b1);
    }
    hashes[at] = mix(hash);
  }
  let kept = 0;
  let last = -1;
  for (const hash of hashes.sort()) {
    if (hash !== last) hashes[kept++] = hash;
    last = hash;
  }
  return hashes.slice(0, kept);
}

/** How similar two sets are. `dice` and `containment` are 0–1. */
export interface Likeness {
  /** 2·|A∩B| / (|A|+|B|) */
  readonly dice: number;
  /** |A∩B| / min(|A|,|B|): 1 if one text was only shortened or added to. */
  readonly containment: number;
  /** Size of the smaller set. */
  readonly smaller: number;
}

/** Computed from the sizes of two sets and of their overlap; two empty sets are alike. */
export function likeness(shared: number, a: number, b: number): Likeness {
  const smaller = Math.min(a, b);
  if (a + b === 0) return { dice: 1, containment: 1, smaller };
  return {
    dice: Math.min(1, (2 * shared) / (a + b)),
    containment: smaller === 0 ? 0 : Math.min(1, shared / smaller),
    smaller,
  };
}

/** Compares two sets exactly, in one pass over both. */
export function compareGrams(a: Grams, b: Grams): Likeness {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return likeness(shared, a.length, b.length);
}
