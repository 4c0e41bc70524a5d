// How often the scanner falls back to remark for a note or inline text, and why: `npm run measure:scanner -- <folder>`.
import { Command } from 'commander';
import { extractCards } from '../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../src/core/card/options.ts';
import { frontmatterEnd, mask } from '../../src/core/note/mask.ts';
import { blockDoubt } from '../../src/core/note/scan/scan.ts';
import { readInline } from '../../src/core/note/scan/inline/inline.ts';
import { checkVault } from '../node/vault.ts';
import { readNotes } from '../node/notes.ts';
import { askedDuring } from './asked.ts';
import { inlineTextsOf } from './inline-texts.ts';

/** Every note counts, regardless of its tags. */
const everyNote = { ...defaultCardOptions, watch: 'all' } as const;

class Tally {
  private count = 0;
  private readonly reasons = new Map<string, number>();

  add(reason: string | null): void {
    this.count += 1;
    if (reason !== null) this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  }

  report(): string {
    const left = [...this.reasons.values()].reduce((sum, count) => sum + count, 0);
    const share = this.count === 0 ? 0 : (100 * left) / this.count;
    const rows = [...this.reasons].sort(([, a], [, b]) => b - a);
    return [
      `${this.count}, left to remark ${left} (${share.toFixed(2)} %)`,
      ...rows.map(([reason, count]) => `  ${String(count).padStart(6)}  ${reason}`),
    ].join('\n');
  }
}

async function run(folder: string): Promise<void> {
  await checkVault(folder);
  const { texts } = await readNotes(folder);
  const [notes, inline] = [new Tally(), new Tally()];
  let bytes = 0;
  for (const raw of texts.values()) {
    const text = raw.replace(/^\uFEFF/, '');
    bytes += Buffer.byteLength(text);
    notes.add(blockDoubt(mask(text).text, frontmatterEnd(text)));
    for (const one of inlineTextsOf(text)) {
      const read = readInline(one);
      inline.add(typeof read === 'string' ? read : null);
    }
  }
  const start = performance.now();
  const asked = askedDuring(() => {
    for (const [path, text] of texts) extractCards({ path, text }, everyNote);
  });
  const ms = performance.now() - start;
  const characters = asked.texts.reduce((sum, { length }) => sum + length, 0);
  console.log(`notes         ${notes.report()}`);
  console.log(`inline texts  ${inline.report()}`);
  console.log(
    `while cards are read, remark is asked ${asked.texts.length} times for ${characters} characters ` +
      `of ${(bytes / 1e6).toFixed(2)} MB: ${asked.ms.toFixed(0)} of ${ms.toFixed(0)} ms`,
  );
}

await new Command('measure:scanner')
  .description('Counts what the scanner leaves to remark, in all notes of a folder.')
  .argument('<folder>', 'a folder of notes')
  .action(run)
  .parseAsync();
