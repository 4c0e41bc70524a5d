// `link`: which card became which, across batches of edited notes.
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import type { Command } from 'commander';
import * as v from 'valibot';
import type { Card } from '../../src/core/card/card.ts';
import { cardReader } from '../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../src/core/card/options.ts';
import { holdsSrComment } from '../../src/core/import/sr-comment.ts';
import { linkCards } from '../../src/core/identity/link-cards.ts';
import { readLines } from './json-lines.ts';

const notesSchema = v.record(v.string(), v.string());
const batchSchema = v.object({ before: notesSchema, after: notesSchema });

/** Note texts by path. */
export type Notes = Readonly<Record<string, string>>;

export interface NoteBatch {
  readonly before: Notes;
  readonly after: Notes;
}

interface Place {
  readonly note: string;
  readonly source: string;
  readonly question: string;
  readonly line: number;
}

export interface LinkResult {
  readonly links: readonly { readonly from: Place; readonly to: Place | null }[];
}

/** The cards of all notes, each treated as watched. @param gluedSeparators whether their author writes `A::B` */
export function cardsOf(notes: Notes, gluedSeparators = false): Card[] {
  const options = { ...defaultCardOptions, watch: 'all', gluedSeparators } as const;
  const read = cardReader(options);
  return Object.entries(notes).flatMap(([path, text]) => read({ path, text }).cards);
}

const placeOf = ({ note, source, question, line }: Card): Place => ({ note, source, question, line });

/** Every card of `before`, in order, with the card of `after` that it became. */
export function linkNotes(batch: NoteBatch): LinkResult {
  const isGlued = [batch.before, batch.after].some((notes) => Object.values(notes).some(holdsSrComment));
  const before = cardsOf(batch.before, isGlued);
  const { links } = linkCards({
    before,
    after: cardsOf(batch.after, isGlued),
    lost: [],
    moves: new Map(),
    present: new Set(Object.keys(batch.after)),
  });
  const newOf = new Map(links.map(({ from, to }) => [from, to]));
  return {
    links: before.map((card) => {
      const to = newOf.get(card);
      return { from: placeOf(card), to: to === undefined ? null : placeOf(to) };
    }),
  };
}

/** Parses the batch on one line, or returns a sentence that says what is wrong with it. */
export function readBatch(text: string): NoteBatch | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'this line is not JSON';
  }
  const parsed = v.safeParse(batchSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  return `a batch is {"before": {path: text}, "after": {path: text}}; at "${v.getDotPath(issue) ?? ''}" ${issue.message}`;
}

async function link(path: string): Promise<void> {
  try {
    await access(path);
  } catch {
    throw new Error(`${path} does not exist or can't be read.`);
  }
  for await (const { text, line } of readLines(path)) {
    if (text.trim() === '') continue;
    const batch = readBatch(text);
    if (typeof batch === 'string') {
      process.stderr.write(`${path}:${line}: ${batch}\n`);
      process.exitCode = 1;
    } else if (!process.stdout.write(`${JSON.stringify(linkNotes(batch))}\n`)) {
      await once(process.stdout, 'drain');
    }
  }
}

export function addLink(program: Command): void {
  program
    .command('link')
    .description('print which card became which, one batch of edited notes per line')
    .argument('<batches>', 'JSON lines {"before": {path: text}, "after": {path: text}}; .gz too')
    .action(link);
}
