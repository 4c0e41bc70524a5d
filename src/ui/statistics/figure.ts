// A figure as data: the common source for a chart, its table and the CSV.

export type Tone =
  'new' | 'step' | 'young' | 'mature' | 'accent' | 'muted' | 'again' | 'hard' | 'good' | 'easy' | 'due';

export interface Series {
  readonly name: string;
  /** Bars stack; `table` has no chart; `count` stands in the cell of the series before it. */
  readonly mark: 'bar' | 'line' | 'table' | 'count';
  readonly tone: Tone;
  readonly format: (value: number) => string;
}

export interface FigureRow {
  readonly label: string;
  /** Short label for the axis; defaults to the label. */
  readonly tick?: string;
  /** One per series; null if there is no value. */
  readonly values: readonly (number | null)[];
}

export interface Figure {
  /** For the CSV and for what stays open across redraws. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Column heading of the labels. */
  readonly category: string;
  readonly series: readonly Series[];
  readonly rows: readonly FigureRow[];
  /** Bars and lines by default. */
  readonly shape?: 'year' | 'table';
  /** Minimum and maximum of the axis; defaults to 0 and the largest value. */
  readonly domain?: readonly [number, number];
}

/** Whether a figure has anything to show. */
export function hasValues({ rows }: Figure): boolean {
  return rows.some(({ values }) => values.some((value) => value !== null && value !== 0));
}
