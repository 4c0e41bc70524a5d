// How long linking takes without reading notes: the cards already exist.
import type { Card } from '../../src/core/card/card.ts';
import { linkCards } from '../../src/core/identity/link-cards.ts';
import { cardsOf } from '../cli/link.ts';
import { makeUpVault } from './made-up-vaults.ts';
import { seededRandom } from './random.ts';
import { replaceWords, typo } from './words.ts';

/** ms */
const gates = { saved: 2, moved: 1000 };
const movedCards = 1500;

function timeLink(before: readonly Card[], after: readonly Card[]): { ms: number; links: number } {
  const start = performance.now();
  const { links } = linkCards({ before, after, lost: [], moves: new Map(), present: new Set() });
  return { ms: performance.now() - start, links: links.length };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Prints both times; returns false if either is over its gate. */
export function measureSpeed(say: (text: string) => void): boolean {
  const random = seededRandom(5);
  const notes = Array.from({ length: 12 }, (_, at) => makeUpVault(seededRandom(500 + at)));
  const saved = notes.slice(0, 6).flatMap((vault) =>
    Object.entries(vault).map(([path, text]) => {
      const before = cardsOf({ [path]: text });
      const after = cardsOf({ [path]: typo(text.replace(/^## (.*)$/m, '## $1 more'), random) });
      return timeLink(before, after).ms;
    }),
  );
  const before = notes
    .flatMap((vault, at) =>
      cardsOf(Object.fromEntries(Object.entries(vault).map(([path, text]) => [`${at}/${path}`, text]))),
    )
    .slice(0, movedCards);
  const words = before
    .map(({ answer }) => answer)
    .join(' ')
    .slice(0, 20_000);
  const after = before.map((card) => ({
    ...card,
    note: `Moved ${random.below(300)}.md`,
    line: random.below(10_000),
    answer: replaceWords(card.answer, 0.1, words, random),
  }));
  // Best of three, because other programs use the machine too.
  const [moved = timeLink(before, after)] = [1, 2, 3]
    .map(() => timeLink(before, after))
    .sort((a, b) => a.ms - b.ms);
  const middle = median(saved);
  say('\ntime');
  say(`  one saved note        ${middle.toFixed(2)} ms median of ${saved.length} (gate ${gates.saved} ms)`);
  say(
    `  ${before.length} cards moved, edited ${moved.ms.toFixed(0)} ms, ${moved.links} linked (gate ${gates.moved} ms)`,
  );
  return middle <= gates.saved && moved.ms < gates.moved;
}
