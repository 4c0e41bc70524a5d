// `next <vault>` and `answer <vault> <id> <grade>`: a whole review, one question at a time.
import type { Command } from 'commander';
import { answerCard, nextJson, type NextJson } from '../../src/app/outside/review-json.ts';
import type { AnswerJson } from '../../src/app/outside/showings.ts';
import type { Scope } from '../../src/core/study/scope.ts';
import { checkVault } from '../node/vault.ts';
import { hasWaiting, openToRead, parseTime, withOwnLog } from './open.ts';
import { findCards, queryOf } from './query.ts';

interface NextFlags {
  readonly query?: string;
  readonly at?: string;
  readonly json?: boolean;
}

function formatNext(next: NextJson | null): string {
  if (next === null) return 'Nothing to study.\n';
  const { prompt, answer, note, line, showing, id, counts } = next;
  const left = `${counts.new} new, ${counts.learning} learning, ${counts.due} due`;
  return `${prompt}\n\n${answer}\n\n‹ ${note}:${line}\n${left}\nanswer <vault> ${id} <1–4> --showing ${showing}\n`;
}

/** What a review would ask now; null if nothing. */
export async function nextIn(vault: string, flags: NextFlags = {}): Promise<NextJson | null> {
  const at = parseTime(flags.at);
  const query = flags.query === undefined ? null : queryOf(flags.query);
  await checkVault(vault);
  // An answer that an earlier run could not append goes to the log first.
  if (hasWaiting(vault)) await withOwnLog(vault, { answers: false }, () => undefined);
  const opened = await openToRead(vault, at);
  const scope: Scope =
    query === null ? { kind: 'all' } : { kind: 'search', cards: new Set(await findCards(opened, query)) };
  const next = await nextJson(opened.app, scope);
  opened.app.close();
  return next;
}

interface AnswerFlags {
  readonly showing?: string;
  readonly at?: string;
  readonly ms?: string;
  readonly json?: boolean;
}

function parseMs(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d+$/.test(text)) throw new Error(`--ms takes a whole number of milliseconds, not “${text}”`);
  return Number(text);
}

/** Records an answer; a problem with it is a MessageError. */
export async function answerIn(
  vault: string,
  id: string,
  grade: string,
  flags: AnswerFlags = {},
): Promise<AnswerJson> {
  const at = parseTime(flags.at);
  const request = { id, grade, showing: flags.showing, took: parseMs(flags.ms) };
  return withOwnLog(vault, { at, answers: true }, ({ app }) => answerCard(app, request));
}

function formatAnswer({ state, due, event }: AnswerJson): string {
  const when = due?.slice(0, 16).replace('T', ' ') ?? '';
  return `${state}, due ${when} (${event})\n`;
}

export function addReview(program: Command): void {
  program
    .command('next')
    .description('show the next question of a review, with its answer')
    .argument('<vault>', 'folder of the vault')
    .option('--query <query>', 'only cards that this search finds')
    .option('--at <time>', 'as of this time (ISO 8601) instead of now')
    .option('--json', 'print JSON; null if nothing is due')
    .action(async (vault: string, flags: NextFlags) => {
      const next = await nextIn(vault, flags);
      process.stdout.write(flags.json ? `${JSON.stringify(next, null, 1)}\n` : formatNext(next));
    });
  program
    .command('answer')
    .description('record an answer in the log')
    .argument('<vault>', 'folder of the vault')
    .argument('<id>', 'the card: its id, or the beginning of it')
    .argument('<grade>', '1 again, 2 hard, 3 good, 4 easy')
    .option('--showing <showing>', 'what `next` gave: counts once, and only if nothing came between')
    .option('--at <time>', 'at this time (ISO 8601) instead of now')
    .option('--ms <ms>', 'milliseconds from question to grade')
    .option('--json', 'print JSON')
    .action(async (vault: string, id: string, grade: string, flags: AnswerFlags) => {
      const given = await answerIn(vault, id, grade, flags);
      process.stdout.write(flags.json ? `${JSON.stringify(given, null, 1)}\n` : formatAnswer(given));
    });
}
