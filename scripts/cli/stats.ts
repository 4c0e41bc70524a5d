// `stats <vault>`: what was reviewed, and what is known.
import type { Command } from 'commander';
import { statsJson, type StatsJson } from '../../src/app/outside/stats-json.ts';
import { readStatistics } from '../../src/app/statistics/statistics.ts';
import { openToRead, parseTime } from './open.ts';
import { counted, printProblems } from './print.ts';

function parseDays(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new Error(`--days takes a number of days from 1, not “${text}”`);
  return Number(text);
}

function format({ reviews, retention, due, new: newCards, learning, known, byDay }: StatsJson): string {
  const days = byDay.filter((day) => day.reviews > 0);
  return [
    ...days.map((day) => `${day.day}  ${day.reviews}`),
    `${counted(reviews, 'review')} on ${counted(days.length, 'day')} of ${byDay.length}`,
    `true retention ${retention === null ? '–' : `${(retention * 100).toFixed(1)}%`}`,
    `now ${newCards} new, ${learning} learning, ${due} due; ${counted(known, 'card')} known (estimate)`,
    '',
  ].join('\n');
}

export function addStats(program: Command): void {
  program
    .command('stats')
    .description('count the reviews of a vault, and what is known')
    .argument('<vault>', 'folder of the vault')
    .option('--days <number>', 'only the last days, including today (default: all)')
    .option('--at <time>', 'as of this time (ISO 8601) instead of now')
    .option('--json', 'print JSON')
    .action(async (vault: string, { days, at, json }: { days?: string; at?: string; json?: boolean }) => {
      const back = parseDays(days);
      const { app, host, problems } = await openToRead(vault, parseTime(at));
      printProblems(problems());
      const read = await readStatistics(app, host, { deck: null, back, ahead: 1 });
      const stats = read && statsJson(read, app.study.counts({ scope: { kind: 'all' } }));
      app.close();
      if (stats) process.stdout.write(json ? `${JSON.stringify(stats, null, 1)}\n` : format(stats));
    });
}
