// Figures as CSV, one value per line, so any program can pivot it into the table it needs.
import { writeRow } from '../../core/import/delimited.ts';
import type { Figure } from './figure.ts';

/** Shares are numbers from 0 to 1. */
export function figuresCsv(figures: readonly Figure[]): string {
  const lines = figures.flatMap(({ id, rows, series }) =>
    rows.flatMap(({ label, values }) =>
      series.flatMap(({ name }, nth) => {
        const value = values[nth] ?? null;
        return value === null
          ? []
          : [writeRow([id, label, name, String(Math.round(value * 1e4) / 1e4)], ',')];
      }),
    ),
  );
  return `${['figure,row,column,value', ...lines].join('\n')}\n`;
}
