// `cards <vault>`: every card that the notes of a vault give.
import type { Command } from 'commander';
import { cardLinks, type CardLink } from '../../src/core/card/card-links.ts';
import type { Card, Source } from '../../src/core/card/card.ts';
import { cardPrompt } from '../../src/app/cards/card-prompt.ts';
import type { IndexedNote } from '../../src/app/index/indexed-note.ts';
import type { ResolveLink } from '../../src/core/links/resolve.ts';
import type { Problem } from '../../src/core/note/problem.ts';
import { plainText } from '../../src/core/note/plain-text.ts';
import { openNodeApp, readSettings } from '../node/app.ts';
import { checkVault } from '../node/vault.ts';
import { printProblems } from './print.ts';

/** One card as other programs read it (contract). */
export interface CardRow {
  readonly id: string;
  readonly note: string;
  readonly source: Source;
  readonly question: string;
  /** As a person is asked it: plain text with its subject. */
  readonly prompt: string;
  readonly answer: string;
  /** False for a card that is set aside. */
  readonly asked: boolean;
  readonly context: readonly string[];
  readonly deck: string;
  readonly line: number;
  readonly links: readonly CardLink[];
}

export interface CardsResult {
  /** Watched notes, in the order of their paths. */
  readonly notes: readonly IndexedNote[];
  readonly rows: readonly CardRow[];
  readonly problems: readonly Problem[];
  /** Markdown files of the vault. */
  readonly fileCount: number;
}

function toRow(card: Card, id: string, asked: boolean, resolve: ResolveLink): CardRow {
  const prompt = cardPrompt({ ...card, asksName: card.questionSpan === null });
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

/** Reads the cards of a vault. Fails only where there is no vault; what is wrong in a note is a problem. */
async function readCards(vault: string): Promise<CardsResult> {
  await checkVault(vault);
  const { app, files, links, problems } = await openNodeApp(vault, { settings: await readSettings(vault) });
  const notes = [...app.library.notes.values()].sort((a, b) => (a.note < b.note ? -1 : 1));
  const rows: CardRow[] = [];
  for (const { note } of notes) {
    for (const [id, card] of await app.texts.ofNote(note)) {
      const tracked = app.card(id);
      rows.push(toRow(card, id, !tracked || !app.study.isAside(tracked), links.resolve));
    }
  }
  app.close();
  return {
    notes,
    rows,
    problems: problems(),
    fileCount: files.filter(({ path }) => /\.md$/i.test(path)).length,
  };
}

function firstWords(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}

/** The cards as text: grouped by note, aligned. */
function formatCards({ notes, rows, fileCount }: CardsResult): string {
  const lines: string[] = [];
  const lineWidth = Math.max(...rows.map(({ line }) => String(line).length), 1);
  const sourceWidth = Math.max(...rows.map(({ source }) => source.length), 1);
  for (const note of notes) {
    const deck = note.deck === '' ? '' : `  (${note.deck})`;
    lines.push(`${note.note}${deck}`);
    for (const { line, source, question, chip, nth, context } of note.cards) {
      const where = context.slice(1).join(' › ');
      const nthText = nth ? ` ${nth.index} of ${nth.of}` : '';
      const mark = chip === null ? '' : ` [${chip}${nthText}]`;
      const asked = `${plainText(question)}${mark}`;
      lines.push(
        `  ${String(line).padStart(lineWidth)}  ${source.padEnd(sourceWidth)}  ${asked}${where === '' ? '' : `  ‹ ${where}`}`,
      );
    }
    for (const { line, reason, text } of note.skipped) {
      lines.push(
        `  ${String(line).padStart(lineWidth)}  ${'–'.padEnd(sourceWidth)}  ${firstWords(text, 50)} (${reason})`,
      );
    }
    lines.push('');
  }
  lines.push(`${rows.length} cards in ${notes.length} of ${fileCount} notes`);
  return `${lines.join('\n')}\n`;
}

export function addCards(program: Command): void {
  program
    .command('cards')
    .description('list the cards of a vault')
    .argument('<vault>', 'folder of the vault')
    .option('--json', 'print JSON')
    .action(async (vault: string, options: { json?: boolean }) => {
      const result = await readCards(vault);
      printProblems(result.problems);
      process.stdout.write(options.json ? `${JSON.stringify(result.rows, null, 1)}\n` : formatCards(result));
    });
}
