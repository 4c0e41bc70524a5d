// `due <vault>`: the schedule of every card with a history.
import type { Command } from 'commander';
import type { Flashcards } from '../../src/app/flashcards.ts';
import { cardLine } from '../../src/core/note/plain-text.ts';
import { dueJson } from '../../src/app/outside/due-json.ts';
import { openToRead, parseTime } from './open.ts';
import { counted, printProblems } from './print.ts';
import { jsonArray, writeAll } from './stream.ts';

function* formatDue(app: Flashcards): Generator<string> {
  let [count, dueCount] = [0, 0];
  const due = app.study.due();
  for (const row of dueJson(app)) {
    const isDue = due.has(row.id);
    count += 1;
    if (isDue) dueCount += 1;
    const when = row.suspended ? 'suspended' : (row.due ?? '').slice(0, 16).replace('T', ' ');
    const asked = cardLine(app.card(row.id)?.card ?? { question: row.question, asksName: true });
    yield `${isDue ? '*' : ' '} ${when.padEnd(16)}  ${row.state.padEnd(10)}  ${asked}  ‹ ${row.note}:${row.line}\n`;
  }
  yield `${counted(count, 'card')} with history, ${dueCount} due (*)\n`;
}

export function addDue(program: Command): void {
  program
    .command('due')
    .description('show when each card with a history is due')
    .argument('<vault>', 'folder of the vault')
    .option('--json', 'print JSON')
    .option('--at <time>', 'as of this time (ISO 8601) instead of now')
    .action(async (vault: string, options: { json?: boolean; at?: string }) => {
      const { app, problems } = await openToRead(vault, parseTime(options.at));
      printProblems(problems());
      await writeAll(options.json ? jsonArray(dueJson(app)) : formatDue(app));
      app.close();
    });
}
