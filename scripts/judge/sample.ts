// Picks cards at random, the same number from each source, so that rare sources are judged too.
import { sourceNames } from '../../src/core/card/card.ts';
import { seededDraw } from '../../src/core/simulation/chance.ts';
import type { JudgedCard } from './judged-card.ts';

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const out = [...items];
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [out[at], out[other]];
    if (a === undefined || b === undefined) continue;
    out[at] = b;
    out[other] = a;
  }
  return out;
}

/** Ordered by source and randomly within one. Slots that a rare source cannot fill go to the others. */
export function sampleCards(
  cards: readonly JudgedCard[],
  count: number,
  seed: number,
): readonly JudgedCard[] {
  const random = seededDraw(seed);
  const pools = sourceNames
    .map((source) =>
      shuffled(
        cards.filter((card) => card.source === source),
        random,
      ),
    )
    .filter((pool) => pool.length > 0);
  const taken = pools.map(() => 0);
  for (let left = Math.min(count, cards.length); left > 0;) {
    for (const [at, pool] of pools.entries()) {
      const own = taken[at] ?? 0;
      if (left === 0 || own >= pool.length) continue;
      taken[at] = own + 1;
      left -= 1;
    }
  }
  return pools.flatMap((pool, at) => pool.slice(0, taken[at]));
}
