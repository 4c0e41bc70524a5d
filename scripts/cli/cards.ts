// `cards <vault>`: every card that the notes of a vault give.
import type { Command } from 'commander';
import { cardLinks, type CardLink } from '../../src/core/card/card-links.ts';
import type { Card, Source } from '../../src/core/card/card.ts';
import { extractCards, type NoteCards } from '../../src/core/card/extract.ts';
import { cardIds } from '../../src/core/identity/fingerprint.ts';
import { createResolver, type ResolveLink } from '../../src/core/links/resolve.ts';
import type { Problem } from '../../src/core/note/problem.ts';
import { plainText } from '../../src/core/note/plain-text.ts';
import { readNotes } from '../node/notes.ts';
import { checkVault } from '../node/vault.ts';
import { printProblems } from './print.ts';

/** One card as other programs read it (contract). */
export interface CardRow {
  readonly id: string;
  readonly note: string;
  readonly source: Source;
  readonly question: string;
  readonly answer: string;
  readonly context: readonly string[];
  readonly deck: string;
  readonly line: number;
  readonly links: readonly CardLink[];
}

export interface CardsResult {
  readonly notes: readonly NoteCards[];
  readonly rows: readonly CardRow[];
  readonly problems: readonly Problem[];
}

function toRow(card: Card, id: string, resolve: ResolveLink): CardRow {
  const { note, source, question, answer, context, deck, line } = card;
  const links = cardLinks(card, resolve).map(({ target, subpath, display, path, embed }) => ({
    target,
    subpath,
    display,
    path,
    embed,
  }));
  return { id, note, source, question, answer, context, deck, line, links };
}

/** Reads the cards of a vault. Fails only where there is no vault; what is wrong in a note is a problem. */
export async function readCards(vault: string): Promise<CardsResult> {
  await checkVault(vault);
  const { texts, files, problems } = await readNotes(vault);
  const notes = [...texts].map(([path, text]) => extractCards({ path, text }));
  const aliases = new Map(
    notes.flatMap(({ note, aliases: names }) => names.map((name) => [name, note] as const)),
  );
  const resolve = createResolver(
    files.map(({ path }) => path),
    aliases,
  );
  const rows = notes.flatMap(({ cards }) => {
    const ids = cardIds(cards, () => false);
    return cards.map((card, index) => toRow(card, ids[index] ?? '', resolve));
  });
  return { notes, rows, problems: [...problems, ...notes.flatMap((note) => note.problems)] };
}

function firstWords(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}

/** The cards as text: grouped by note, aligned. */
export function formatCards({ notes, rows }: CardsResult): string {
  const lines: string[] = [];
  const watched = notes.filter((note) => note.watched);
  const lineWidth = Math.max(...rows.map(({ line }) => String(line).length), 1);
  const sourceWidth = Math.max(...rows.map(({ source }) => source.length), 1);
  for (const note of watched) {
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
  lines.push(`${rows.length} cards in ${watched.length} of ${notes.length} notes`);
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
