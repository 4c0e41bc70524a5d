// A figure as data: what a chart, its table and the CSV all say.

export type Tone =
  'new' | 'step' | 'young' | 'mature' | 'accent' | 'muted' | 'again' | 'hard' | 'good' | 'easy' | 'due';

export interface Series {
  readonly name: string;
  /** Bars stand on each other; `table` is not drawn. */
  readonly mark: 'bar' | 'line' | 'table';
  readonly tone: Tone;
  readonly format: (value: number) => string;
}

export interface FigureRow {
  readonly label: string;
  /** Shorter, for the axis; the label if not given. */
  readonly tick?: string;
  /** One for each series; null where there is nothing to say. */
  readonly values: readonly (number | null)[];
}

export interface Figure {
  /** For the CSV and for what stays open over a redraw. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Heading of the labels. */
  readonly category: string;
  readonly series: readonly Series[];
  readonly rows: readonly FigureRow[];
  readonly shape: 'plot' | 'year' | 'table';
  /** Lowest and highest of the axis; from 0 to the greatest value if not given. */
  readonly domain?: readonly [number, number];
}

/** Whether a figure has anything to show. */
export function hasValues({ rows }: Figure): boolean {
  return rows.some(({ values }) => values.some((value) => value !== null && value !== 0));
}
