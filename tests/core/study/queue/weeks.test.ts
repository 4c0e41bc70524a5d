// Weeks of studying, as the app drives it: pool, limits and session together, answers applied as they are recorded.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Grade } from '../../../../src/core/history/event.ts';
import { seededFraction } from '../../../../src/core/schedule/fuzz.ts';
import { DayTally } from '../../../../src/core/study/decks/limits.ts';
import { StudyPool } from '../../../../src/core/study/queue/pool.ts';
import { Queues } from '../../../../src/core/study/queue/queue.ts';
import type { Session } from '../../../../src/core/study/session/session-state.ts';
import type { StudyCard } from '../../../../src/core/study/study-card.ts';
import { answer, day, newCards, minute, noon, run, scheduler, sessionOf, today } from '../cards.ts';
import { runs } from '../../../random.ts';

const limits = { newPerDay: 4, reviewsPerDay: 6 };

interface Answered {
  readonly day: number;
  readonly card: StudyCard;
}

interface Weeks {
  readonly answers: readonly Answered[];
  readonly sessions: readonly Session[];
}

/** Studies every second noon or so until nothing is left; grades are drawn by `seed`. */
function study(seed: number, days: number): Weeks {
  const pool = new StudyPool({ scheduler, siblingsApart: true, today });
  const queues = new Queues(pool, 'prerequisites');
  const cards = new Map<string, StudyCard>();
  for (let note = 0; note < 6; note += 1) {
    const path = `n${note}.md`;
    const own = [0, 1, 2, 3].map((line) =>
      newCards(`${note}.${line}`, { note: path, line, group: line < 2 ? 'twins' : null }),
    );
    for (const card of own) cards.set(card.id, card);
    pool.setNote(path, own, [`n${note + 1}.md`]);
  }
  const answers: Answered[] = [];
  const sessions: Session[] = [];
  for (let passed = 0; passed < days; passed += 1 + (passed % 2)) {
    pool.setToday(today + passed);
    const tally = new DayTally(
      today + passed,
      [...cards.values()].map(({ schedule }) => schedule),
    );
    let now = noon + passed * day;
    let session = sessionOf(queues.queue({ scope: { kind: 'all' } }, tally.left(limits)), { now });
    for (let count = 0; session.current !== null && count < 200; count += 1) {
      const drawn = seededFraction(`${session.current.card.id} ${passed} ${count}`, seed);
      const grade: Grade = drawn < 0.2 ? 1 : drawn < 0.3 ? 2 : drawn < 0.9 ? 3 : 4;
      now += minute / 2;
      const done = run(session, ...answer(grade, now));
      session = done.session;
      for (const effect of done.effects) {
        if (effect.kind !== 'review') continue;
        const { card } = effect;
        answers.push({ day: effect.day, card });
        const schedule = scheduler.step(card.schedule, { t: now, z: 0, y: effect.day, g: effect.grade });
        cards.set(card.id, { ...card, schedule });
        pool.setSchedules([schedule]);
      }
    }
    sessions.push(session);
  }
  return { answers, sessions };
}

const seeds = fc.nat(1_000_000);
const numRuns = runs(150, 10);

function always(holds: (weeks: Weeks) => void): void {
  fc.assert(
    fc.property(seeds, (seed) => holds(study(seed, 28))),
    { numRuns },
  );
}

/** Values by key. */
function grouped<T>(values: readonly T[], key: (value: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return [...groups.values()];
}

describe('over weeks', () => {
  test('no day has more new cards than its limit', () => {
    always(({ answers }) => {
      const introduced = answers.filter(({ card }) => card.schedule.state === 'new');
      for (const each of grouped(introduced, (answered) => String(answered.day)))
        expect(each.length).toBeLessThanOrEqual(limits.newPerDay);
    });
  });

  test('no day has more reviews of due cards than its limit', () => {
    always(({ answers }) => {
      const reviews = answers.filter(({ card }) => card.schedule.state === 'review');
      for (const each of grouped(reviews, (answered) => String(answered.day)))
        expect(each.length).toBeLessThanOrEqual(limits.reviewsPerDay);
    });
  });

  test('siblings never meet on one day, except one that is still being learned', () => {
    always(({ answers }) => {
      const settled = answers.filter(
        ({ card: { group, schedule } }) => group !== null && ['new', 'review'].includes(schedule.state),
      );
      for (const each of grouped(settled, (answered) => `${answered.day} ${answered.card.note}`))
        expect(new Set(each.map(({ card }) => card.id)).size).toBe(1);
    });
  });

  test('every session ends', () => {
    always(({ sessions }) => {
      expect(sessions.filter(({ queue }) => queue.due.length + queue.new.length > 0)).toEqual([]);
    });
  });

  test('every card without siblings is learned, those of linked notes first', () => {
    always(({ answers }) => {
      const introduced = answers.filter(({ card }) => card.schedule.state === 'new').map(({ card }) => card);
      expect(introduced.filter(({ group }) => group === null)).toHaveLength(12);
      // Each note links to the next one, so the last note is the first to come.
      expect(introduced[0]?.id).toBe('5.0');
    });
  });
});
