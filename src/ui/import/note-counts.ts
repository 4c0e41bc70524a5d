// What an import found, note by note, as list rows.
import type { SrFound, SrUnmatched } from '../../core/import/sr-match.ts';

export type FoundRow =
  | { readonly kind: 'note'; readonly note: string; readonly matched: number; readonly unmatched: number }
  | { readonly kind: 'unmatched'; readonly unmatched: SrUnmatched; readonly nth: number };

/** Each note with its counts, followed by the schedules that match no card, in line order. */
export function foundRows({ matched, unmatched }: SrFound): readonly FoundRow[] {
  const notes = new Map<string, { matched: number; unmatched: SrUnmatched[] }>();
  const noteOf = (path: string): { matched: number; unmatched: SrUnmatched[] } => {
    const note = notes.get(path) ?? { matched: 0, unmatched: [] };
    notes.set(path, note);
    return note;
  };
  for (const { card } of matched) noteOf(card.note).matched += 1;
  for (const one of unmatched) noteOf(one.note).unmatched.push(one);
  return [...notes]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([note, counts]): FoundRow[] => [
      { kind: 'note', note, matched: counts.matched, unmatched: counts.unmatched.length },
      ...counts.unmatched
        .sort((a, b) => a.line - b.line)
        .map((one, nth): FoundRow => ({ kind: 'unmatched', unmatched: one, nth })),
    ]);
}

export function rowKey(row: FoundRow): string {
  return row.kind === 'note' ? `note ${row.note}` : `${String(row.nth)} ${row.unmatched.note}`;
}
