// Sorts and groups the notes of a base by our own columns, as Bases does by properties: it lets no plugin add any.
import type { NoteFigures } from '../../app/statistics/note-statistics.ts';
import type { Format } from '../format.ts';

export const figureColumns = ['due', 'new', 'recall', 'cards'] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** Null: as the base has it. */
export interface Arrangement {
  readonly sortBy: FigureColumn | null;
  readonly groupBy: FigureColumn | null;
  readonly descending: boolean;
}

export interface Arranged<Row> {
  readonly name: string | null;
  readonly rows: readonly Row[];
}

/** Of notes and of groups; what has no value is last in either direction. Equal ones keep their order. */
function sorted<T>(all: readonly T[], valueOf: (one: T) => number | null, descending: boolean): readonly T[] {
  const sign = descending ? -1 : 1;
  return [...all].sort((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
}

export function arrange<Row extends { readonly figures: NoteFigures | null }>(
  { number, percent }: Pick<Format, 'number' | 'percent'>,
  groups: readonly Arranged<Row>[],
  { sortBy, groupBy, descending }: Arrangement,
): readonly Arranged<Row>[] {
  let all = groups;
  if (groupBy) {
    const isShare = groupBy === 'recall';
    const found = new Map<number | null, Row[]>();
    for (const row of groups.flatMap(({ rows }) => rows)) {
      const value = row.figures?.[groupBy] ?? null;
      // By tens of percent: hardly two notes are remembered equally well.
      const key = isShare && value !== null ? Math.min(9, Math.floor(value * 10)) / 10 : value;
      found.set(key, [...(found.get(key) ?? []), row]);
    }
    const name = (key: number): string => (isShare ? `${percent(key)}–${percent(key + 0.1)}` : number(key));
    all = sorted([...found], ([key]) => key, descending).map(([key, rows]) => ({
      name: key === null ? null : name(key),
      rows,
    }));
  }
  if (!sortBy) return all;
  return all.map(({ name, rows }) => ({
    name,
    rows: sorted(rows, ({ figures }) => figures?.[sortBy] ?? null, descending),
  }));
}
