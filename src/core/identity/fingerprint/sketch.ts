// An answer in 51 characters: the 16 lowest hashes of its 4-grams represent all of them (a bottom-k sketch,
// Cohen & Kaplan 2007), since both texts keep the same sample of what they share.
import type { Grams, Likeness } from './grams.ts';
import { likeness } from './grams.ts';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const sampleSize = 16;
/** Three base-64 digits hold 18 bits: two more than a two-byte sample, at no cost. */
const width = 3;
const bits = 6 * width;
const limit = 2 ** bits - 1;

/** A sample of a set of grams, and the set's size. */
export interface Sketch {
  readonly count: number;
  /** Ascending, at most 16. */
  readonly lowest: readonly number[];
}

/** The lowest hashes of a sorted set. */
export function sketchOf(grams: Grams): Sketch {
  const lowest: number[] = [];
  for (const hash of grams) {
    const value = hash >>> (32 - bits);
    if (value !== lowest[lowest.length - 1]) lowest.push(value);
    if (lowest.length === sampleSize) break;
  }
  return { count: Math.min(limit, grams.length), lowest };
}

function encodeNumber(value: number): string {
  let out = '';
  for (let shift = bits - 6; shift >= 0; shift -= 6) out += digits.charAt((value >> shift) & 63);
  return out;
}

export function encodeSketch(grams: Grams): string {
  const { count, lowest } = sketchOf(grams);
  return [count, ...lowest].map(encodeNumber).join('');
}

/** Returns null for a text that `encodeSketch` did not write. */
export function decodeSketch(text: string): Sketch | null {
  if (text.length % width !== 0 || text.length > width * (sampleSize + 1)) return null;
  const numbers: number[] = [];
  for (let at = 0; at < text.length; at += width) {
    let value = 0;
    for (const digit of text.slice(at, at + width)) {
      const place = digits.indexOf(digit);
      if (place < 0) return null;
      value = value * 64 + place;
    }
    numbers.push(value);
  }
  const [count, ...lowest] = numbers;
  if (count === undefined || count < lowest.length) return null;
  const rising = lowest.every((value, at) => value > (lowest[at - 1] ?? -1));
  return rising ? { count, lowest } : null;
}

/** Estimates the likeness of the full sets; exact for sets of at most 16, off by about .1 beyond. */
export function compareSketches(a: Sketch, b: Sketch): Likeness {
  // Above the highest value of a truncated sample, nothing is known about its set.
  const known = ({ lowest }: Sketch): number => lowest[sampleSize - 1] ?? limit;
  const top = Math.min(known(a), known(b));
  const inB = new Set(b.lowest);
  const left = a.lowest.filter((value) => value <= top);
  const right = b.lowest.filter((value) => value <= top);
  const both = left.filter((value) => inB.has(value)).length;
  const union = left.length + right.length - both;
  const jaccard = union === 0 ? Number(a.count === b.count) : both / union;
  return likeness((jaccard / (1 + jaccard)) * (a.count + b.count), a.count, b.count);
}
