// `cards <vault>`: every card in the notes of a vault.
import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import { appWords } from '../../src/app/strings.ts';
import { cardLinks, type CardLink } from '../../src/core/card/card-links.ts';
import type { Card, Source } from '../../src/core/card/card.ts';
import { cardPrompt } from '../../src/app/cards/card-prompt.ts';
import type { IndexedNote } from '../../src/app/index/indexed-note.ts';
import type { ResolveLink } from '../../src/core/links/resolve.ts';
import { cardLine } from '../../src/core/note/plain-text.ts';
import { openNodeApp, type NodeApp } from '../node/app.ts';
import { readSettings } from '../node/settings.ts';
import { checkVault } from '../node/vault.ts';
import { counted, printProblems } from './print.ts';
import { jsonArray, writeAll } from './stream.ts';

/** One card as other programs read it (contract). */
export interface CardRow {
  readonly id: string;
  readonly note: string;
  readonly source: Source;
  readonly question: string;
  /** As shown to a person: plain text with its subject. */
  readonly prompt: string;
  readonly answer: string;
  /** False for a card that is set aside. */
  readonly asked: boolean;
  readonly context: readonly string[];
  readonly deck: string;
  readonly line: number;
  readonly links: readonly CardLink[];
}

function toRow(card: Card, id: string, asked: boolean, resolve: ResolveLink): CardRow {
  const prompt = cardPrompt({ ...card, asksName: card.questionSpan === null }, appWords.prompt);
  const { note, source, question, answer, context, deck, line } = card;
  const links = cardLinks(card, resolve).map(({ target, subpath, display, path, embed }) => ({
    target,
    subpath,
    display,
    path,
    embed,
  }));
  return { id, note, source, question, prompt, answer, asked, context, deck, line, links };
}

/** Watched notes, ordered by path. */
function watchedNotes({ app }: NodeApp): readonly IndexedNote[] {
  return [...app.library.notes.values()].sort((a, b) => (a.note < b.note ? -1 : 1));
}

/** The cards of each note, in note order; only one note is in memory at a time. */
async function* cardRows({ app, links }: NodeApp, notes: readonly IndexedNote[]): AsyncGenerator<CardRow> {
  for (const { note } of notes) {
    for (const [id, card] of await app.texts.ofNote(note)) {
      const tracked = app.card(id);
      yield toRow(card, id, !tracked || !app.study.isAside(tracked), links.resolve);
    }
  }
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
  await checkVault(vault);
  const opened = await openNodeApp(vault, { settings: await readSettings(vault) });
  printProblems(opened.problems());
  const notes = watchedNotes(opened);
  await writeAll(isJson ? jsonArray(cardRows(opened, notes)) : formatCards(opened, notes), out);
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
