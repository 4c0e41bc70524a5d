import type { Draft, NoteText } from '../draft.ts';

const named = /^\s*\^([A-Za-z0-9-]+)\s*$/;

/** The block id (`^name`, without `^`) in or right behind a card's text; the last one, or null. */
export function blockIdOf({ text, outline }: NoteText, draft: Draft): string | null {
  if (draft.source === 'cloze' || draft.source === 'property') return null;
  const spans = draft.answer.flat();
  const end = Math.max(draft.at, ...spans.map((span) => span.end));
  let found: string | null = null;
  for (const span of outline.hidden) {
    if (span.start < draft.at || span.start > end) continue;
    found = named.exec(text.slice(span.start, span.end))?.[1] ?? found;
  }
  return found;
}
