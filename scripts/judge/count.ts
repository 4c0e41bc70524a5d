// Suspicions per thousand cards, by source, and as text.
import { sourceNames, type Source } from '../../src/core/card/card.ts';
import { topFolder, type JudgedVault } from './read-cards.ts';
import { suspicionNames, suspicionsIn, type Suspected, type Suspicion } from './suspicions.ts';

/** Length in characters at which the sidebar suggests splitting an answer. */
const longAnswer = 1500;

export interface SourceCount {
  readonly source: Source;
  readonly cards: number;
  /** Cards with a suspicion. */
  readonly suspected: number;
  readonly long: number;
}

export interface JudgeCounts {
  readonly notes: number;
  readonly cards: number;
  readonly aside: number;
  /** Cards with at least one suspicion. */
  readonly suspected: readonly Suspected[];
  readonly kinds: Readonly<Record<Suspicion, number>>;
  readonly sources: readonly SourceCount[];
  /** Answers over 1,500 characters. The fault of the note, not of the cut: counted, but not as a suspicion. */
  readonly long: number;
}

function perThousand(count: number, of: number): string {
  return of === 0 ? '0.0' : ((count * 1000) / of).toFixed(1);
}

export function countSuspicions({ notes, aside, glues }: JudgedVault): JudgeCounts {
  const cards = notes.flatMap((note) => note.cards);
  const suspected = notes.flatMap((note) => suspicionsIn(note, { glues: glues.has(topFolder(note.path)) }));
  const kindCount = (name: Suspicion): number => suspected.filter(({ kinds }) => kinds.includes(name)).length;
  const kinds = Object.fromEntries(suspicionNames.map((name) => [name, kindCount(name)])) as Record<
    Suspicion,
    number
  >;
  const isLong = ({ answer }: { readonly answer: string }): boolean => answer.length > longAnswer;
  const sources = sourceNames
    .map((source) => {
      const own = cards.filter((card) => card.source === source);
      return {
        source,
        cards: own.length,
        suspected: suspected.filter(({ card }) => card.source === source).length,
        long: own.filter(isLong).length,
      };
    })
    .filter((count) => count.cards > 0);
  return {
    notes: notes.length,
    cards: cards.length,
    aside,
    suspected,
    kinds,
    sources,
    long: cards.filter(isLong).length,
  };
}

export function formatCounts({ notes, cards, aside, suspected, kinds, sources, long }: JudgeCounts): string {
  const lines = [
    `${cards} cards asked in ${notes} notes, ${aside} set aside`,
    `${suspected.length} with a suspicion, ${perThousand(suspected.length, cards)} per 1,000`,
    '',
    ...suspicionNames.map(
      (name) => `  ${name.padEnd(18)} ${String(kinds[name]).padStart(5)}  ${perThousand(kinds[name], cards)}`,
    ),
    '',
    ...sources.map(
      (count) =>
        `  ${count.source.padEnd(10)} ${String(count.cards).padStart(6)} cards  ${count.suspected} suspected  ${count.long} over 1,500 characters`,
    ),
    '',
    `${long} answers over 1,500 characters, ${perThousand(long, cards)} per 1,000`,
  ];
  return `${lines.join('\n')}\n`;
}
