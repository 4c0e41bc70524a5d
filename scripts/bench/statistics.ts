// How long statistics, training, and the simulator take: `npm run -s bench:statistics`. Slices are the plugin's; the
// longest is how long a key press or a redraw may have to wait.
import { optimize, simulateRetentions } from '../../src/app/statistics/optimizer.ts';
import type { SliceHost } from '../../src/app/work/slices.ts';
import { readStatistics, type StatisticsSource } from '../../src/app/statistics/statistics.ts';
import type { TrackedCard } from '../../src/app/cards/card-registry.ts';
import type { CardHistory } from '../../src/core/history/event.ts';
import { createScheduler } from '../../src/core/schedule/scheduler.ts';
import type { Schedule } from '../../src/core/schedule/schedule.ts';
import { defaultSettings } from '../../src/core/settings.ts';
import { formatFigure, measure } from './figure.ts';
import { madeUpHistories } from './made-up-histories.ts';

const today = 20_760;

const sources = ['heading', 'callout', 'lead-in'] as const;

function sourceOf(reviews: number): StatisticsSource {
  const histories = madeUpHistories({ reviews, firstDay: today - 900, days: 900 });
  const cards = new Map<string, CardHistory>(histories.map((history) => [history.id, history]));
  const scheduler = createScheduler(defaultSettings.schedule);
  const schedules = new Map<string, Schedule>(histories.map((one) => [one.id, scheduler.replay(one)]));
  const tracked = new Map<string, TrackedCard>(
    histories.map(({ id }, nth) => {
      const card = {
        note: `${nth % 500}.md`,
        deck: `deck ${nth % 20}`,
        source: sources[nth % 3] ?? 'heading',
      };
      // Statistics read nothing else of a card.
      return [id, { id, card: card as TrackedCard['card'] }];
    }),
  );
  return {
    history: {
      cards,
      reviews: () => histories.flatMap((history) => history.reviews),
      canonical: (id) => id,
    },
    linker: { find: (id) => tracked.get(id) ?? null, notes: new Map([['all.md', [...tracked.values()]]]) },
    study: {
      today,
      scheduler,
      isAside: () => false,
      deckName: (deck) => deck,
      schedule: (id) => schedules.get(id) ?? scheduler.newSchedule(id),
    },
    settings: defaultSettings,
  };
}

/** Records how long the slices take. */
class Watch {
  longest = 0;
  #since = performance.now();

  readonly host: SliceHost = {
    clock: { now: () => performance.now(), zone: () => 0 },
    after: (ms, run) => {
      this.longest = Math.max(this.longest, performance.now() - this.#since);
      const timer = setTimeout(() => {
        this.#since = performance.now();
        run();
      }, ms);
      return () => clearTimeout(timer);
    },
  };
}

async function report(name: string, run: (host: SliceHost) => Promise<unknown>): Promise<void> {
  await run(new Watch().host);
  const watch = new Watch();
  const before = process.cpuUsage();
  const figure = await measure(() => run(watch.host), 5);
  const { user, system } = process.cpuUsage(before);
  const busy = (user + system) / 1000 / figure.runs;
  console.log(
    `${name.padEnd(40)} ${formatFigure(figure)}, processor ${busy.toFixed(0)} ms, ` +
      `longest slice ${watch.longest.toFixed(0)} ms`,
  );
}

const alone = { isOff: () => false, progress: () => undefined };
const many = sourceOf(300_000);
const some = sourceOf(10_000);
await report('statistics of 300,000 reviews, all time', (host) =>
  readStatistics(many, host, { deck: null, back: null, ahead: 30 }),
);
await report('statistics of 10,000 reviews, a month', (host) =>
  readStatistics(some, host, { deck: null, back: 30, ahead: 30 }),
);
await report('own parameters from 10,000 reviews', (host) => optimize(some, host, alone));
await report('simulation of 5 retentions over a year', (host) =>
  simulateRetentions(many, host, [0.75, 0.8, 0.85, 0.9, 0.95], 365, alone),
);
