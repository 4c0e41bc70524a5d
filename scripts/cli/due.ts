// `due <vault>`: the schedule of every card with a history.
import type { Command } from 'commander';
import type { Flashcards } from '../../src/app/flashcards.ts';
import { cardLine } from '../../src/core/note/plain-text.ts';
import { dueText } from '../../src/core/schedule/due-text.ts';
import type { State } from '../../src/core/schedule/schedule.ts';
import { openNodeApp } from '../node/app.ts';
import { readSettings } from '../node/settings.ts';
import { checkVault } from '../node/vault.ts';
import { counted, printProblems } from './print.ts';
import { jsonArray, writeAll } from './stream.ts';

/** One card as other programs read it (contract). */
export interface DueRow {
  readonly id: string;
  readonly note: string;
  readonly source: string;
  readonly question: string;
  readonly line: number;
  readonly state: State;
  /** ISO 8601: a date if the card is due on a study day, date and time within a learning step. */
  readonly due: string | null;
  /** Days. */
  readonly stability: number | null;
  /** 1–10. */
  readonly difficulty: number | null;
  readonly reps: number;
  readonly lapses: number;
  readonly suspended: boolean;
}

/** Cards with a history, ordered by note and line. */
export function* dueRows({ linker, history, study }: Flashcards): Generator<DueRow> {
  for (const tracked of linker.notes.values()) {
    for (const { id, card } of tracked) {
      if (!history.cards.has(id)) continue;
      const schedule = study.schedule(id);
      // A card whose only review was undone is as new as any other.
      if (schedule.state === 'new' && !schedule.suspended && schedule.flag === 0) continue;
      const { state, memory, reps, lapses, suspended } = schedule;
      const { note, source, question, line } = card;
      const { stability = null, difficulty = null } = memory ?? {};
      const due = dueText(schedule);
      yield { id, note, source, question, line, state, due, stability, difficulty, reps, lapses, suspended };
    }
  }
}

function* formatDue(app: Flashcards): Generator<string> {
  let [count, dueCount] = [0, 0];
  const due = app.study.due();
  for (const row of dueRows(app)) {
    const isDue = due.has(row.id);
    count += 1;
    if (isDue) dueCount += 1;
    const when = row.suspended ? 'suspended' : (row.due ?? '').slice(0, 16).replace('T', ' ');
    const asked = cardLine(app.card(row.id)?.card ?? { question: row.question, asksName: true });
    yield `${isDue ? '*' : ' '} ${when.padEnd(16)}  ${row.state.padEnd(10)}  ${asked}  ‹ ${row.note}:${row.line}\n`;
  }
  yield `${counted(count, 'card')} with history, ${dueCount} due (*)\n`;
}

/** Parses an ISO 8601 text to ms since 1970; fails with a sentence. */
function parseTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) throw new Error(`--at takes a time such as 2026-11-25T08:00:00Z, not “${text}”`);
  return at;
}

export function addDue(program: Command): void {
  program
    .command('due')
    .description('show when each card with a history is due')
    .argument('<vault>', 'folder of the vault')
    .option('--json', 'print JSON')
    .option('--at <time>', 'as of this time (ISO 8601) instead of now')
    .action(async (vault: string, options: { json?: boolean; at?: string }) => {
      await checkVault(vault);
      const at = parseTime(options.at);
      const settings = await readSettings(vault);
      const { app, problems } = await openNodeApp(vault, { settings, ...(at !== undefined && { at }) });
      printProblems(problems());
      await writeAll(options.json ? jsonArray(dueRows(app)) : formatDue(app));
      app.close();
    });
}
