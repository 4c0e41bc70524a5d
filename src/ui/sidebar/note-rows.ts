// What a note's tab lists: its cards, what produced none and why, and the note's problems.
import type { Flashcards } from '../../app/flashcards.ts';
import type { TrackedCard } from '../../app/cards/card-registry.ts';
import type { SkippedBlock } from '../../core/card/extract.ts';
import type { Problem } from '../../core/note/problem.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';

export type NoteRow =
  | { readonly kind: 'card'; readonly card: TrackedCard; readonly schedule: Schedule }
  | {
      readonly kind: 'heading';
      readonly of: 'skipped' | 'problems';
      readonly count: number;
      readonly open: boolean;
    }
  | { readonly kind: 'skipped'; readonly skipped: SkippedBlock; readonly nth: number }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly nth: number };

export function noteRows(cards: Flashcards, path: string, open: ReadonlySet<string>): readonly NoteRow[] {
  const note = cards.note(path);
  const rows: NoteRow[] = (cards.linker.notes.get(path) ?? []).map((card) => ({
    kind: 'card',
    card,
    schedule: cards.study.schedule(card.id),
  }));
  const problems = cards.library.problems().filter((problem) => problem.path === path);
  if (problems.length > 0) {
    rows.push({ kind: 'heading', of: 'problems', count: problems.length, open: true });
    problems.forEach((problem, nth) => rows.push({ kind: 'problem', problem, nth }));
  }
  const skipped = note?.skipped ?? [];
  if (skipped.length > 0) {
    const isOpen = open.has('skipped');
    rows.push({ kind: 'heading', of: 'skipped', count: skipped.length, open: isOpen });
    if (isOpen) skipped.forEach((one, nth) => rows.push({ kind: 'skipped', skipped: one, nth }));
  }
  return rows;
}

export function rowKey(row: NoteRow): string {
  if (row.kind === 'card') return `card ${row.card.id}`;
  if (row.kind === 'heading') return `heading ${row.of}`;
  return `${row.kind} ${String(row.nth)}`;
}
