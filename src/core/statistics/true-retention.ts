// True retention as Anki shows it: of the cards reviewed on a later day than before, the share that passed, by young and
// mature. The interval is the days since the last review: the log has no other.
import type { Recall } from './recall.ts';
import type { DayTally } from './tally.ts';

export type Passed = Pick<Recall, 'asked' | 'known'>;

/** Of study day `from` and all later ones. */
export function trueRetention(
  days: ReadonlyMap<number, DayTally>,
  from: number,
): { readonly young: Passed; readonly mature: Passed; readonly all: Passed } {
  const all = { asked: 0, known: 0 };
  const mature = { asked: 0, known: 0 };
  for (const [day, { asked, known, kinds, matureKnown }] of days) {
    if (day < from) continue;
    all.asked += asked;
    all.known += known;
    mature.asked += kinds.mature;
    mature.known += matureKnown;
  }
  const young = { asked: all.asked - mature.asked, known: all.known - mature.known };
  return { young, mature, all };
}
