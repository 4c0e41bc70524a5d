// Days of study where the clock of the place jumps: daylight saving, and a flight across time zones.
import { expect, test } from '@jest/globals';
import { eventsOf, PluginPage } from './plugin-page.ts';
import { eventually } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();
const note = '---\ntags: flashcards\n---\n# A\n## One\nFirst answer.\n\n## Two\nSecond answer.\n';

interface Visit {
  readonly zone: string;
  /** Year, month from 1, day, hour, minute, as the clock on the wall shows them. */
  readonly at: readonly [number, number, number, number, number];
}

/** Answers one card at each time and place; gives study days from the first on, and minutes east of UTC. */
async function answerAt(visits: readonly Visit[]): Promise<{ days: number[]; zones: unknown[] }> {
  const vault = await bench.openVault({ 'A.md': note });
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md' } }));
  const session = await plugin.page.context().newCDPSession(plugin.page);
  for (const { zone, at } of visits) {
    await session.send('Emulation.setTimezoneOverride', { timezoneId: zone });
    await plugin.setTime(...at);
    await plugin.studyNote();
    await plugin.grade(1);
    await plugin.endReview();
  }
  const reviews = await eventually(async () => {
    const found = eventsOf(await vault.logs(), 'r');
    return found.length === visits.length && found;
  }, 'every answer in the log');
  expect(plugin.host.errors).toEqual([]);
  const days = reviews.map(({ y }) => Number(y));
  return { days: days.map((day) => day - (days[0] ?? 0)), zones: reviews.map(({ z }) => z) };
}

test.each([
  ['an hour is skipped', [2027, 3, 27], [2027, 3, 28], [60, 60, 120, 120]],
  ['an hour comes twice', [2027, 10, 30], [2027, 10, 31], [120, 120, 60, 60]],
] as const)('the night in which %s is one day until four', async (_, [y, m, eve], [, , morning], zones) => {
  const zone = 'Europe/Berlin';
  const found = await answerAt([
    { zone, at: [y, m, eve, 23, 55] },
    { zone, at: [y, m, morning, 1, 30] },
    { zone, at: [y, m, morning, 3, 55] },
    { zone, at: [y, m, morning, 4, 5] },
  ]);
  expect(found).toEqual({ days: [0, 0, 0, 1], zones });
});

test('after a flight into the day before, the review continues, and counts by the local clock', async () => {
  const found = await answerAt([
    { zone: 'Asia/Tokyo', at: [2027, 1, 14, 10, 0] },
    // Half an hour later.
    { zone: 'America/Los_Angeles', at: [2027, 1, 13, 17, 30] },
    { zone: 'America/Los_Angeles', at: [2027, 1, 14, 5, 0] },
  ]);
  expect(found).toEqual({ days: [0, -1, 0], zones: [540, -480, -480] });
});
