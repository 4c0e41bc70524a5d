// What is kept of the logs between starts saves reading, and is never trusted over them.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { History } from '../../../src/app/history/history.ts';
import { encodeEvent, encodeHeader } from '../../../src/core/history/log-format.ts';
import { MemoryIndexCache } from '../../contract/memory-index-cache.ts';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { fileOf, review } from '../../core/history/events.ts';
import { history as anyHistory } from '../../core/history/random-history.ts';
import { expectAlike } from '../../alike.ts';
import { runs } from '../../random.ts';
import { settle } from '../clock.ts';
import { Device, gradesOf } from '../device.ts';

/** Counts what is read. */
class CountedLogs extends MemoryLogFiles {
  readonly reads: string[] = [];

  override read(path: string): Promise<string | null> {
    this.reads.push(path);
    return super.read(path);
  }
}

const first = 'Flashcards/log/phone1/log-phone1-2026-11.md';
const second = 'Flashcards/log/tablet/log-tablet-2026-11.md';

type Step =
  | { readonly kind: 'append'; readonly at: number; readonly count: number }
  | { readonly kind: 'cut' | 'drop' | 'flip' | 'twice'; readonly at: number; readonly place: number }
  | { readonly kind: 'remove' | 'copy'; readonly at: number }
  | { readonly kind: 'lose' | 'full' | 'version' }
  | { readonly kind: 'damage' | 'spoil'; readonly at: number; readonly place: number };

const at = fc.nat(1);
const place = fc.nat(100_000);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('append' as const), at, count: fc.nat(5) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('cut' as const, 'drop' as const, 'flip' as const, 'twice' as const),
      at,
      place,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'copy' as const), at }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('lose' as const, 'full' as const, 'version' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('damage' as const, 'spoil' as const), at, place }),
  },
);

const flip = (text: string, place: number): string => {
  const spot = place % Math.max(1, text.length);
  return `${text.slice(0, spot)}${text.charAt(spot) === 'x' ? 'y' : 'x'}${text.slice(spot + 1)}`;
};

/** The text of a file after a step; null where the file is gone. */
function changed(text: string | null, step: Step, next: () => string | undefined): string | null {
  const header = `${encodeHeader({ device: 'phone1', nonce: 'abcd', min: 1 })}\n`;
  const before = text ?? header;
  if (step.kind === 'append') {
    let grown = before;
    for (let count = 0; count < step.count; count += 1) grown += `${next() ?? ''}\n`;
    return grown;
  }
  if (step.kind === 'remove') return null;
  if (step.kind === 'cut') return before.slice(0, step.place % (before.length + 1));
  if (step.kind === 'flip') return flip(before, step.place);
  if (step.kind !== 'drop' && step.kind !== 'twice') return text;
  const lines = before.split('\n');
  const line = step.place % lines.length;
  lines.splice(line, 1, ...(step.kind === 'twice' ? [lines[line] ?? '', lines[line] ?? ''] : []));
  return lines.join('\n');
}

class Run {
  readonly files = new MemoryLogFiles();
  readonly cache = new MemoryIndexCache();
  /** What the logs folded to. */
  readonly folded = new MemoryIndexCache<Uint8Array>();
  readonly #device = new Device(this.files, undefined, 1, {
    logCache: this.cache,
    historyCache: this.folded,
  });
  #now = 1;

  step(step: Step, next: () => string | undefined): void {
    if (!('at' in step)) {
      for (const cache of [this.cache, this.folded]) {
        if (step.kind === 'lose') cache.texts.clear();
        else if (step.kind === 'full') cache.full = !cache.full;
        else cache.version = 'another';
      }
    } else if (step.kind === 'spoil') {
      const [key, block] = [...this.folded.texts][step.at] ?? [];
      if (key === undefined || !block || block.length === 0) return;
      const spoiled = block.slice(0, step.place % 3 === 0 ? step.place % block.length : block.length);
      if (spoiled.length > 0) spoiled[step.place % spoiled.length] = step.place & 0xff;
      this.folded.texts.set(key, spoiled);
    } else if (step.kind === 'damage') {
      const [path, text] = [...this.cache.texts][step.at] ?? [];
      if (path !== undefined && text !== undefined) this.cache.texts.set(path, flip(text, step.place));
    } else {
      const path = step.at === 0 ? first : second;
      const before = this.files.files.get(path)?.text ?? null;
      if (step.kind === 'copy' && before !== null) this.#put(path.replace('.md', ' 2.md'), before);
      else this.#put(path, changed(before, step, next));
    }
  }

  async open(): Promise<readonly [kept: History, fresh: History]> {
    const kept = await this.#device.open();
    await kept.keep({ isNew: false, packing: noPlan });
    await settle();
    return [kept, await new Device(this.files).open()];
  }

  #put(path: string, text: string | null): void {
    this.#now += 1;
    if (text === null) this.files.files.delete(path);
    else this.files.files.set(path, { text, mtime: this.#now });
  }
}

/** Of which nothing is planned. */
function* noPlan(): Generator<number, Uint8Array, undefined> {
  yield 0;
  return new Uint8Array(0);
}

const seen = (history: History) => ({
  cards: [...history.cards].sort(([a], [b]) => (a < b ? -1 : 1)),
  contradictions: history.contradictions,
  reviews: [...history.reviews()].map((event) => JSON.stringify(event)).sort(),
  joined: [...history.joinedIds()].sort(),
  problems: history.problems(),
});

test('a start from the cache gives the same histories and problems as a replay of the logs', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyHistory,
      fc.array(fc.array(anyStep, { maxLength: 4 }), { minLength: 2, maxLength: 6 }),
      async (events, starts) => {
        const run = new Run();
        const lines = events.map(encodeEvent);
        for (const steps of starts) {
          for (const step of steps) run.step(step, () => lines.shift());
          const [kept, fromScratch] = await run.open();
          expectAlike(seen(kept), seen(fromScratch));
        }
      },
    ),
    { numRuns: runs(3000, 60) },
  );
});

describe.each<[string, () => ConstructorParameters<typeof Device>[3]]>([
  ['lines', () => ({ logCache: new MemoryIndexCache() })],
  ['what they fold to', () => ({ historyCache: new MemoryIndexCache<Uint8Array>() })],
])('after a restart that kept %s', (_, ports) => {
  const events = [review('phone1.1', 'one', 1), review('phone1.2', 'one', 3)];

  async function started(): Promise<{ readonly files: CountedLogs; readonly open: () => Promise<History> }> {
    const files = new CountedLogs();
    files.files.set(first, { text: fileOf(events, 'phone1'), mtime: 1 });
    const device = new Device(files, undefined, 1, ports());
    const open = async (): Promise<History> => {
      const history = await device.open();
      await history.keep({ isNew: false, packing: noPlan });
      await settle();
      return history;
    };
    await open();
    files.reads.length = 0;
    return { files, open };
  }

  test('a log that has not changed is not read', async () => {
    const { files, open } = await started();
    expect(gradesOf(await open(), 'one')).toEqual([1, 3]);
    expect(files.reads).toEqual([]);
  });

  test('a log that grew is read once, and all its reviews count', async () => {
    const { files, open } = await started();
    const text = `${fileOf(events, 'phone1')}${encodeEvent(review('phone1.3', 'one', 4))}\n`;
    files.files.set(first, { text, mtime: 2 });
    expect(gradesOf(await open(), 'one')).toEqual([1, 3, 4]);
    expect(gradesOf(await open(), 'one')).toEqual([1, 3, 4]);
    expect(new Set(files.reads)).toEqual(new Set([first]));
  });

  test('text added to an unterminated last line changes that line', async () => {
    const { files, open } = await started();
    const text = fileOf(events, 'phone1');
    files.files.set(first, { text: text.trimEnd(), mtime: 2 });
    expect(gradesOf(await open(), 'one')).toEqual([1, 3]);
    files.files.set(first, { text: `${text.trimEnd()}x\n`, mtime: 3 });
    expect(gradesOf(await open(), 'one')).toEqual([1]);
  });

  test('a log with the same size but another time is read', async () => {
    const { files, open } = await started();
    const text = fileOf([events[0] ?? review('', ''), review('phone1.2', 'one', 2)], 'phone1');
    files.files.set(first, { text, mtime: 0 });
    expect(gradesOf(await open(), 'one')).toEqual([1, 2]);
  });

  test('a log that was removed is forgotten', async () => {
    const { files, open } = await started();
    files.files.delete(first);
    expect(gradesOf(await open(), 'one')).toEqual([]);
  });
});
