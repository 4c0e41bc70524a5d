// What is kept of notes comes back as it was, in packs and one by one, whatever was written, cut or damaged before.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../../random.ts';
import { indexNote, type NoteHead } from '../../../src/app/index/indexed-note.ts';
import { PackStore, type Changed } from '../../../src/app/index/pack-store.ts';
import { narrowJson } from '../../../src/app/work/kept-texts.ts';
import type { NoteRecord } from '../../../src/app/index/record-codec.ts';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';

const record = (path: string, turn: number): NoteRecord => {
  const tag = turn % 3 === 0 ? 'flashcards/deck' : 'flashcards';
  const text = `---\ntags: [${tag}]\n---\n## Osmosis\nWater ☃ ${String(turn)}.\n\nA ==hidden== and an ==open== word.\n`;
  const note = turn % 7 === 0 ? null : indexNote(extractCards({ path, text }, defaultCardOptions));
  return { mtime: turn + 0.5, size: text.length, note, texts: turn % 5 === 0 ? [`key ${path}`] : null };
};

const headOf = ({ watched, deck, ids, lines, groups, isTroubled }: NoteHead) => ({
  watched,
  deck,
  ids,
  lines,
  groups,
  isTroubled,
});

/** All that a record holds. */
const seen = (one: NoteRecord | null) =>
  one && {
    mtime: one.mtime,
    size: one.size,
    texts: one.texts,
    note: one.note && {
      path: one.note.note,
      head: headOf(one.note.head),
      digests: one.note.digests,
      text: one.note.text(),
    },
  };

const pathOf = (number: number): string => `Folder/Note ${String(number)}.md`;
const yieldToHost = (): Promise<void> => Promise.resolve();

type Step =
  | { readonly kind: 'write'; readonly from: number; readonly count: number }
  | { readonly kind: 'remove'; readonly from: number; readonly count: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'damage'; readonly at: number; readonly place: number };

const range = { from: fc.nat(150), count: fc.constantFrom(1, 3, 70) };
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), ...range }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), ...range }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('damage' as const), at: fc.nat(20), place: fc.nat(100_000) }),
  },
);

function save(store: Map<string, string>, packs: PackStore, changed: Changed): void {
  for (const [key, text] of packs.changedTexts(changed)) {
    if (text === null) store.delete(key);
    else store.set(key, text);
  }
}

describe('packs', () => {
  test('return the last record of a file or none, never another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async (steps) => {
        const store = new Map<string, string>();
        const last = new Map<string, NoteRecord>();
        let packs = await PackStore.open(store, yieldToHost);
        let turn = 0;
        let isDamaged = false;
        for (const step of [...steps, { kind: 'restart' } as const]) {
          turn += 1;
          if (step.kind === 'restart') {
            packs = await PackStore.open(store, yieldToHost);
            if (packs.isStale) save(store, packs, packs.unpack());
            packs = await PackStore.open(store, yieldToHost);
          } else if (step.kind === 'damage') {
            const [key, text = ''] = [...store][step.at % Math.max(1, store.size)] ?? [];
            const place = step.place % Math.max(1, text.length);
            isDamaged ||= key !== undefined;
            if (key !== undefined) store.set(key, `${text.slice(0, place)}~${text.slice(place + 1)}`);
          } else {
            const paths = Array.from({ length: step.count }, (_, at) => pathOf(step.from + at));
            const changed = paths.map(
              (path) => [path, step.kind === 'write' ? record(path, turn) : null] as const,
            );
            for (const [path, one] of changed) {
              packs.forget(path);
              if (one) last.set(path, one);
              else last.delete(path);
            }
            save(store, packs, changed);
          }
        }
        for (const [path, one] of last) {
          const found = packs.find({ path, mtime: one.mtime, size: one.size });
          if (found || !isDamaged) expect(seen(found)).toEqual(seen(one));
        }
      }),
      { numRuns: runs(150) },
    );
  });

  test('do not return a file with another time or size', async () => {
    const store = new Map<string, string>();
    const changed = Array.from({ length: 100 }, (_, at) => [pathOf(at), record(pathOf(at), 1)] as const);
    save(store, new PackStore(), changed);
    const packs = await PackStore.open(store, yieldToHost);
    const { mtime, size } = record(pathOf(3), 1);
    expect(packs.find({ path: pathOf(3), mtime, size })).not.toBeNull();
    expect(packs.find({ path: pathOf(3), mtime: mtime - 1, size })).toBeNull();
    expect(packs.find({ path: pathOf(3), mtime, size: size + 1 })).toBeNull();
  });

  test('are rewritten when most of them is out of date', async () => {
    const store = new Map<string, string>();
    let packs = new PackStore();
    for (let turn = 1; turn < 6; turn += 1) {
      const changed = Array.from({ length: 70 }, (_, at) => [pathOf(at), record(pathOf(at), turn)] as const);
      for (const [path] of changed) packs.forget(path);
      save(store, packs, changed);
    }
    expect(store.size).toBe(5);
    packs = await PackStore.open(store, yieldToHost);
    expect(packs.isStale).toBe(true);
    save(store, packs, packs.unpack());
    expect(store.size).toBe(1);
    const { mtime, size } = record(pathOf(69), 5);
    expect((await PackStore.open(store, yieldToHost)).find({ path: pathOf(69), mtime, size })).not.toBeNull();
  });
});

test.each([
  ['plain text', 'Tea.', '["Tea."]'],
  ['letters of one byte', 'Thé à l’eau, naïve café', '["Thé à l\\u2019eau, naïve café"]'],
  ['Chinese, which is shorter as it is', '茶是什么', '["茶是什么"]'],
  ['halves of a sign', `${'a'.repeat(40)}🫖`, `["${'a'.repeat(40)}\\ud83e\\uded6"]`],
])('%s takes as little room as possible', (_name, text, json) => {
  expect(narrowJson([text])).toBe(json);
  expect(JSON.parse(narrowJson([text]))).toEqual([text]);
});
