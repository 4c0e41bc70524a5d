// Block ids (`^id`) that identify a card.
import { firstAfter } from '../../note/sorted-spans.ts';
import type { Draft, NoteText } from '../draft.ts';

const named = /^\s*\^([A-Za-z0-9-]+)\s*$/;

/** The last block id (`^name`, without `^`) in or right after a card's text, or null. */
export function blockIdOf({ text, outline }: NoteText, draft: Draft): string | null {
  if (draft.source === 'cloze' || draft.source === 'property') return null;
  let { at: end } = draft;
  const { answer } = draft.known ?? {};
  for (const run of typeof answer === 'object' ? answer : draft.answer)
    for (const span of run) end = Math.max(end, span.end);
  for (let index = firstAfter(outline.hidden, end + 1); index >= 0; index -= 1) {
    const span = outline.hidden[index];
    if (!span || span.start > end) continue;
    if (span.start < draft.at) break;
    const [, name] = named.exec(text.slice(span.start, span.end)) ?? [];
    if (name !== undefined) return name;
  }
  return null;
}
