// Long results: the same text as at once, made no faster than it is read.
import { Writable } from 'node:stream';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printCards } from '../../scripts/cli/cards.ts';
import { jsonArray, writeAll } from '../../scripts/cli/stream.ts';

async function textOf(texts: AsyncIterable<string>): Promise<string> {
  const all: string[] = [];
  for await (const text of texts) all.push(text);
  return all.join('');
}

/** Takes what is written; `take` is called for each write and says when the next one may come. */
function reader(take: (text: string, next: (error?: Error) => void) => void): Writable {
  return new Writable({
    highWaterMark: 1,
    decodeStrings: false,
    write: (text: string, _encoding, next) => take(text, next),
  });
}

test('rows written one by one are the array as JSON.stringify writes it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ text: fc.string(), list: fc.array(fc.jsonValue()) })),
      async (rows) => {
        expect(await textOf(jsonArray(rows))).toBe(`${JSON.stringify(rows, null, 1)}\n`);
      },
    ),
    { numRuns: 100 },
  );
});

test.each([
  [{ 'N.md': '#flashcards\n## One\nAn answer.\n' }, '1 card in 1 of 1 note\n'],
  [
    { 'N.md': '#flashcards\n## One\nAn answer.\n## Two\nIts answer.\n', 'M.md': 'None.\n' },
    '2 cards in 1 of 2 notes\n',
  ],
])('cards end with how many there are: %j', async (notes, end) => {
  const vault = await mkdtemp(join(tmpdir(), 'cards-'));
  try {
    for (const [name, text] of Object.entries(notes)) await writeFile(join(vault, name), text);
    let out = '';
    await printCards(
      vault,
      false,
      reader((text, next) => {
        out += text;
        next();
      }),
    );
    expect(out.endsWith(`\n${end}`)).toBe(true);
  } finally {
    await rm(vault, { recursive: true });
  }
});

describe('a long result', () => {
  const pieces = 20;
  const piece = 'x'.repeat(40_000);

  test('is produced no faster than it is read', async () => {
    let [made, read, most] = [0, 0, 0];
    async function* texts(): AsyncGenerator<string> {
      for (; made < pieces; made += 1) yield await Promise.resolve(piece);
    }
    const slow = reader((text, next) => {
      read += text.length;
      most = Math.max(most, made * piece.length - read);
      setImmediate(next);
    });
    await writeAll(texts(), slow);
    slow.end();
    expect(read).toBe(pieces * piece.length);
    expect(most).toBeLessThanOrEqual(3 * piece.length);
  });

  test('is not finished for a reader that has closed the pipe', async () => {
    let made = 0;
    async function* texts(): AsyncGenerator<string> {
      for (; made < pieces; made += 1) yield await Promise.resolve(piece);
    }
    const closed = reader((_text, next) => next(new Error('EPIPE')));
    closed.on('error', () => undefined);
    await writeAll(texts(), closed);
    expect(made).toBeLessThan(pieces);
  });
});

test('the cards of a vault are one JSON array, in the order of their notes', async () => {
  let text = '';
  const out = reader((part, next) => {
    text += part;
    next();
  });
  await printCards(join(import.meta.dirname, '../fixtures/vault'), true, out);
  const rows = JSON.parse(text) as readonly { readonly note: string }[];
  expect(text).toBe(`${JSON.stringify(rows, null, 1)}\n`);
  const notes = rows.map(({ note }) => note);
  expect([...notes].sort()).toEqual(notes);
  expect(rows.length).toBeGreaterThan(20);
});
