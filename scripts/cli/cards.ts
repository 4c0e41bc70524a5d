// `cards <vault>`: every card in the notes of a vault.
import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import type { IndexedNote } from '../../src/app/index/indexed-note.ts';
import { cardLine } from '../../src/core/note/plain-text.ts';
import type { NodeApp } from '../node/app.ts';
import { cardsJson, watchedPaths } from '../../src/app/outside/card-json.ts';
import { openToRead } from './open.ts';
import { counted, printProblems } from './print.ts';
import { jsonArray, writeAll } from './stream.ts';

/** Watched notes, ordered by path. */
function watchedNotes({ app }: NodeApp): readonly IndexedNote[] {
  return [...app.library.notes.values()].sort((a, b) => (a.note < b.note ? -1 : 1));
}

function firstWords(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}

/** The cards as text: grouped by note, aligned. */
function* formatCards({ files }: NodeApp, notes: readonly IndexedNote[]): Generator<string> {
  let [lineWidth, sourceWidth, count] = [1, 1, 0];
  for (const { cards } of notes) {
    for (const { line, source } of cards) {
      lineWidth = Math.max(lineWidth, String(line).length);
      sourceWidth = Math.max(sourceWidth, source.length);
      count += 1;
    }
  }
  for (const note of notes) {
    const deck = note.deck === '' ? '' : `  (${note.deck})`;
    yield `${note.note}${deck}\n`;
    for (const { line, source, question, asksName, chip, nth, context } of note.cards) {
      const where = context.slice(1).join(' › ');
      const nthText = nth ? ` ${nth.index} of ${nth.of}` : '';
      const mark = chip === null ? '' : ` [${chip}${nthText}]`;
      const asked = `${cardLine({ question, asksName })}${mark}`;
      yield `  ${String(line).padStart(lineWidth)}  ${source.padEnd(sourceWidth)}  ${asked}${where === '' ? '' : `  ‹ ${where}`}\n`;
    }
    for (const { line, reason, text } of note.skipped) {
      yield `  ${String(line).padStart(lineWidth)}  ${'–'.padEnd(sourceWidth)}  ${firstWords(text, 50)} (${reason})\n`;
    }
    yield '\n';
  }
  const fileCount = files.filter(({ path }) => /\.md$/i.test(path)).length;
  yield `${counted(count, 'card')} in ${notes.length} of ${counted(fileCount, 'note')}\n`;
}

/** Prints the cards of a vault. Fails only if there is no vault; anything wrong in a note is reported as a problem. */
export async function printCards(vault: string, isJson: boolean, out?: Writable): Promise<void> {
  const opened = await openToRead(vault);
  printProblems(opened.problems());
  const notes = watchedNotes(opened);
  await writeAll(
    isJson ? jsonArray(cardsJson(opened.app, watchedPaths(opened.app))) : formatCards(opened, notes),
    out,
  );
  opened.app.close();
}

export function addCards(program: Command): void {
  program
    .command('cards')
    .description('list the cards of a vault')
    .argument('<vault>', 'folder of the vault')
    .option('--json', 'print JSON')
    .action((vault: string, options: { json?: boolean }) => printCards(vault, options.json ?? false));
}
