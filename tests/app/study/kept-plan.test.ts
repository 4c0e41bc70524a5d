// Plans that were kept between starts cannot be told from plans made anew.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkColumns } from '../../../src/app/cards/kept/kept-links.ts';
import { readPlan } from '../../../src/app/study/kept-plan.ts';
import { Study } from '../../../src/app/study/study.ts';
import { drain } from '../../../src/core/history/drain.ts';
import { Fold } from '../../../src/core/history/fold.ts';
import { stampOf } from '../../../src/core/history/packed/columns.ts';
import { packing } from '../../../src/core/history/packed/pack-log.ts';
import { PackedLog } from '../../../src/core/history/packed/packed-log.ts';
import type { ScheduleOptions } from '../../../src/core/schedule/schedule.ts';
import { defaultSettings } from '../../../src/core/settings.ts';
import { expectAlike } from '../../alike.ts';
import { lineOf } from '../../core/history/events.ts';
import { history } from '../../core/history/random-history.ts';
import { runs } from '../../random.ts';
import { DAY, World } from '../world.ts';

const now = Date.UTC(2026, 10, 4, 12);

const hostOf = (fold: Fold) => ({
  clock: { now: () => now, zone: () => -300 },
  history: (id: string) => fold.cards.get(id),
  histories: () => fold.cards.values(),
  historyIds: () => fold.cards.keys(),
  noteOf: () => undefined,
  linksFrom: () => [],
  isMissing: () => false,
});

const withSchedule = (schedule: ScheduleOptions) => ({ ...defaultSettings, schedule });

const options: fc.Arbitrary<ScheduleOptions> = fc
  .record({ desiredRetention: fc.constantFrom(0.8, 0.9), balance: fc.boolean(), leechLapses: fc.nat(2) })
  .map((some) => ({ ...defaultSettings.schedule, ...some }));

/** Of no note. */
const noLinks = Array.from({ length: linkColumns }, () => new Uint8Array(0));

const toldBy = (study: Study, fold: Fold) => ({
  schedules: [...fold.cards.keys()].sort().map((id) => study.known(id)),
  none: study.known('nobody'),
  left: study.counts({ scope: { kind: 'all' } }),
});

test('of random histories, with later answers, and with other options', () => {
  let kept = 0;
  fc.assert(
    fc.property(history, fc.nat(), fc.nat(24), options, options, (events, at, more, first, then) => {
      const lines = events.map(lineOf);
      const cut = at % (lines.length + 1);
      const before = new Fold();
      before.add(lines.slice(0, cut));
      const packable = before.packable();
      const block = packable && drain(packing(packable));
      const packed = block && PackedLog.read(block);
      if (!packed) return;
      const stamp = stampOf(block);
      const plan = drain(Study.of(hostOf(before), withSchedule(first)).packing(packed.names, stamp, noLinks));
      const fold = new Fold(packed);
      const changed = fold.add(lines.slice(cut, cut + more));
      const read = readPlan({ packed, stamp, plan }, changed, withSchedule(then));
      expect(read === null).toBe(JSON.stringify(first) !== JSON.stringify(then));
      if (read) kept += 1;
      const study = drain(Study.making(hostOf(fold), withSchedule(then), read));
      const whole = new Fold();
      whole.add(lines.slice(0, cut + more));
      const anew = Study.of(hostOf(whole), withSchedule(then));
      expectAlike(toldBy(study, fold), toldBy(anew, whole));
      // And whatever comes after the start.
      for (const line of lines.slice(cut + more)) {
        study.replan(fold.add([line]));
        anew.replan(whole.add([line]));
        expectAlike(toldBy(study, fold), toldBy(anew, whole));
      }
    }),
    { numRuns: runs(10_000, 200) },
  );
  expect(kept).toBeGreaterThan(0);
});

describe('a vault', () => {
  const titles = Array.from({ length: 12 }, (_, nth) => `Part ${String(nth)}`);
  const notes = {
    'A.md': `---\ntags: flashcards\n---\n${titles.map((title) => `## ${title}\nText of ${title}.\n`).join('\n')}`,
  };
  const known = (world: World) => titles.map((title) => world.app.study.known(world.id(title)));

  async function studied(): Promise<World> {
    const world = await World.open(notes);
    for (const title of titles) world.answer(title, 4);
    await world.quit();
    await world.start();
    await world.app.keep();
    return world;
  }

  test('starts with the schedules it had, and plans none of them', async () => {
    const world = await studied();
    const before = known(world);
    await world.begin();
    expect(world.app.history.start?.changed.size).toBe(0);
    await world.app.index();
    expect(known(world)).toEqual(before);
    world.historyCache.texts.clear();
    await world.start();
    expect(world.app.history.start).toBeNull();
    expect(known(world)).toEqual(before);
  });

  test('plans only the cards answered since', async () => {
    const world = await studied();
    await world.pass(40 * DAY);
    world.answer('Part 3', 1);
    await world.quit();
    await world.start();
    expect(world.app.history.start?.changed).toEqual(new Set([world.id('Part 3')]));
    const kept = known(world);
    world.historyCache.texts.clear();
    await world.start();
    expect(known(world)).toEqual(kept);
  });

  test('reschedules all cards with another retention, and keeps that', async () => {
    const world = await studied();
    const settings = withSchedule({ ...defaultSettings.schedule, desiredRetention: 0.8 });
    await world.start(settings);
    const planned = known(world);
    await world.app.keep();
    await world.start(settings);
    expect(known(world)).toEqual(planned);
    world.historyCache.texts.clear();
    await world.start(settings);
    expect(known(world)).toEqual(planned);
  });

  test('can undo what was answered before the start', async () => {
    const world = await studied();
    const last = world.id('Part 11');
    expect(world.app.undo()?.events.map((event) => 'c' in event && event.c)).toEqual([last]);
    expect(world.app.study.known(last)?.reps).toBe(0);
    await world.quit();
    await world.start();
    expect(world.app.study.known(last)?.reps).toBe(0);
    expect(world.app.study.known(world.id('Part 10'))?.reps).toBe(1);
  });

  test('kept by two windows at once is as the last one left it', async () => {
    const world = await studied();
    const older = new Map(world.historyCache.texts);
    await world.pass(40 * DAY);
    world.answer('Part 1', 2);
    await world.quit();
    await world.start();
    const planned = known(world);
    // Half of each: the plan of one window beside the lines of the other.
    for (const key of ['plan', 'lines', 'about']) {
      const block = older.get(key);
      if (block) world.historyCache.texts.set(key, block.slice());
      await world.start();
      expect(known(world)).toEqual(planned);
    }
  });
});
