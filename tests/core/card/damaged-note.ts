// Notes as disks, sync programs and other programs may leave them, for properties: the fixtures, cut and mixed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anySign } from '../../random.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

const notes = ['notes', 'vault'].flatMap((folder) =>
  readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(join(fixtures, folder, name), 'utf8')),
);

const note = fc.constantFrom(...notes);

const at = fc.nat(100_000);

/** What no keyboard writes: control characters, other line ends, halves of pairs, marks of direction. */
const piece = fc.oneof(
  fc.constantFrom(
    '\0',
    '\x1b[2J',
    '\x7f',
    '\r',
    '\v',
    '\f',
    '\u0085',
    '\u2028',
    '\ud800',
    '\udfff',
    '\ufeff',
    '\u202e',
    '\u200b',
  ),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
  fc.string({ unit: anySign, maxLength: 40 }),
);

type Damage = (text: string, other: string) => string;

const damage: fc.Arbitrary<Damage> = fc.oneof(
  at.map(
    (cut): Damage =>
      (text) =>
        text.slice(0, cut % (text.length + 1)),
  ),
  at.map(
    (cut): Damage =>
      (text) =>
        text.slice(cut % (text.length + 1)),
  ),
  fc.tuple(at, at).map(
    ([a, b]): Damage =>
      (text, other) =>
        text.slice(0, a % (text.length + 1)) + other.slice(b % (other.length + 1)),
  ),
  {
    weight: 3,
    arbitrary: fc.tuple(at, piece).map(
      ([where, what]): Damage =>
        (text) =>
          insert(text, where, what),
    ),
  },
  // Lines in another order, as a merge that went wrong leaves them.
  fc.array(at, { minLength: 2, maxLength: 8 }).map((order): Damage => (text) => {
    const lines = text.split('\n');
    for (const from of order) lines.push(...lines.splice(from % lines.length, 1));
    return lines.join('\n');
  }),
  fc
    .tuple(
      at,
      fc.constantFrom('x', '=', '*', '[[', '> ', '\t', '::', '$', '`', '|', '<', '{{c1::', '%%', '\ud800'),
    )
    .map(
      ([where, what]): Damage =>
        (text) =>
          insert(text, where, what.repeat(5000)),
    ),
);

function insert(text: string, at: number, what: string): string {
  const where = at % (text.length + 1);
  return text.slice(0, where) + what + text.slice(where);
}

/** A fixture that up to four things happened to. */
export const damagedNote: fc.Arbitrary<string> = fc
  .tuple(note, fc.array(fc.tuple(damage, note), { minLength: 1, maxLength: 4 }))
  .map(([text, damages]) => damages.reduce((now, [change, other]) => change(now, other), text));
