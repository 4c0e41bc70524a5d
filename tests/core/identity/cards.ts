// Cards for the tests of identity, made from a short notation.
import fc from 'fast-check';
import { linkCards } from '../../../src/core/identity/link-cards.ts';
import type { Linking } from '../../../src/core/identity/link-cards.ts';
import type { CardText, LostCard } from '../../../src/core/identity/fingerprint/card-text.ts';
import { snapshotOf } from '../../../src/core/identity/fingerprint/fingerprint.ts';

/** Random tests run few cases, or the full count in the full run. */
export const runs = (full: number): { numRuns: number } => ({
  numRuns: process.env['FULL'] === '1' ? full : Math.min(full, 40),
});

/** Heading cards of one note, in order; a question may be `Parent > Own`. */
export function note(
  path: string,
  ...entries: readonly (readonly [question: string, answer: string])[]
): CardText[] {
  const seen = new Map<string, number>();
  return entries.map(([title, answer], at) => {
    const headings = title.split(' > ');
    const ordinal = seen.get(title) ?? 0;
    seen.set(title, ordinal + 1);
    const question = headings[headings.length - 1] ?? '';
    return { note: path, source: 'heading', question, answer, headings, ordinal, line: 1 + 4 * at };
  });
}

export function link(
  before: readonly CardText[],
  after: readonly CardText[],
  extra: {
    lost?: readonly LostCard[];
    moves?: ReadonlyMap<string, string>;
    present?: ReadonlySet<string>;
  } = {},
): Linking<CardText, LostCard> {
  return linkCards({ before, after, lost: [], moves: new Map(), present: new Set(), ...extra });
}

const name = ({ note: path, headings, line }: CardText): string => `${path}#${headings.join('>')}@${line}`;

/** `from → to` for each link, sorted; `→ nothing` for orphans. */
export function show({ links, orphans }: Linking<CardText, LostCard>): string[] {
  return [
    ...links.map(({ from, to }) => `${name(from)} → ${name(to)}`),
    ...orphans.map((from) => `${name(from)} → nothing`),
  ].sort();
}

/** The headings that an old card was linked to, or null. */
export function target(linking: Linking<CardText, LostCard>, question: string): string | null {
  const found = linking.links.find(({ from }) => from.question === question);
  return found === undefined ? null : `${found.to.note}#${found.to.headings.join('>')}`;
}

export function lose(card: CardText, options: { daysLost?: number; confined?: boolean } = {}): LostCard {
  return { id: `lost-${name(card)}`, snapshot: snapshotOf(card), daysLost: 0, confined: false, ...options };
}

/** Three paragraphs that share next to nothing. */
export const prose = {
  attention:
    'Each query is compared with every key by a scaled dot product, and the softmax of these numbers weighs the values.',
  dropout:
    'During training a random half of the hidden units is switched off, so no unit can lean on the presence of another.',
  momentum:
    'The optimiser keeps a running mean of past gradients, which smooths the path through long and narrow valleys.',
} as const;

const word = fc.constantFrom(
  ...'results details example set of the data model loss train small large'.split(' '),
);
const phrase = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '));

/** Notes whose cards collide a lot: few words, few paths, equal cards. */
export const crowdedCards: fc.Arbitrary<CardText[]> = fc
  .array(fc.tuple(fc.constantFrom('a.md', 'b.md', 'c/a.md'), phrase(3), phrase(14)), { maxLength: 24 })
  .map((triples) => {
    const paths = [...new Set(triples.map(([path]) => path))];
    return paths.flatMap((path) =>
      note(path, ...triples.filter(([at]) => at === path).map(([, q, a]) => [q, a] as const)),
    );
  });
