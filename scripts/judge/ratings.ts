// How a person rated the sampled cards: counts by source, weighted by how often each source occurs.
import * as v from 'valibot';
import { sourceNames } from '../../src/core/card/card.ts';
import { ratingNames, type Rating, type RatingsFile } from './page-data.ts';

const source = v.picklist(sourceNames);
const ratingsFile = v.object({
  vault: v.string(),
  shares: v.record(v.string(), v.number()),
  ratings: v.array(
    v.object({
      id: v.string(),
      note: v.string(),
      line: v.number(),
      source,
      prompt: v.string(),
      rating: v.picklist(ratingNames),
      remark: v.string(),
    }),
  ),
});

/** Throws a sentence if the text is not a ratings file. */
export function readRatings(text: string): RatingsFile {
  const read = v.safeParse(ratingsFile, JSON.parse(text));
  if (!read.success) throw new Error('This is no file of ratings that the page has saved.');
  return read.output;
}

interface SourceRatings {
  readonly source: string;
  /** Cards of the vault. */
  readonly share: number;
  readonly counts: Readonly<Record<Rating, number>>;
  readonly rated: number;
}

function bySource({ shares, ratings }: RatingsFile): SourceRatings[] {
  return sourceNames
    .map((name) => {
      const own = ratings.filter((one) => one.source === name);
      const count = (rating: Rating): number => own.filter((one) => one.rating === rating).length;
      const counts = { good: count('good'), poor: count('poor'), wrong: count('wrong') };
      return { source: name, share: shares[name] ?? 0, counts, rated: own.length };
    })
    .filter(({ rated }) => rated > 0);
}

/** Share of all cards from the rated sources, 0–1; NaN if nothing was rated. */
export function weightedShare(file: RatingsFile, rating: Rating): number {
  const sources = bySource(file);
  const total = sources.reduce((sum, { share }) => sum + share, 0);
  return sources.reduce((sum, { share, counts, rated }) => sum + (share * counts[rating]) / rated, 0) / total;
}

export function formatRatings(file: RatingsFile): string {
  if (file.ratings.length === 0) return 'No card is rated yet.\n';
  const row = (cells: readonly (string | number)[]): string =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(12) : String(cell).padStart(7))).join('');
  const sources = bySource(file);
  const weighted = ratingNames.map((rating) => `${Math.round(weightedShare(file, rating) * 1000) / 10}%`);
  const lines = [
    row(['', ...ratingNames, 'of']),
    ...sources.map(({ source: name, counts, share }) =>
      row([name, ...ratingNames.map((rating) => counts[rating]), share]),
    ),
    row([
      'all',
      ...ratingNames.map((rating) => file.ratings.filter((one) => one.rating === rating).length),
      sources.reduce((sum, { share }) => sum + share, 0),
    ]),
    row(['weighted', ...weighted]),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
