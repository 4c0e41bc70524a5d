// The card of a property such as `summary`: the title asks.
import type { Properties } from '../../note/properties.ts';
import { answerKind } from '../text/answer.ts';
import { skipReasonOf, type Draft, type NoteText, type Skipped } from '../draft.ts';

/** A summary in the frontmatter: the note title asks for it. */
export function propertyCards(
  note: NoteText,
  properties: Properties,
): { drafts: Draft[]; skipped: Skipped[] } {
  const drafts: Draft[] = [];
  const skipped: Skipped[] = [];
  for (const { key, values: written, keyStart, span } of properties.list) {
    if (!note.options.summaryKeys.includes(key.toLowerCase())) continue;
    // Leading spaces would turn the text into code.
    const values = written.map((value) => value.trim());
    const [only, ...more] = values;
    if (only === undefined) {
      skipped.push({ at: keyStart, reason: 'property is empty' });
      continue;
    }
    const answerText = more.length === 0 ? only : values.map((value) => `- ${value}`).join('\n');
    const reason = skipReasonOf(answerKind(answerText));
    if (reason) {
      skipped.push({ at: keyStart, reason });
      continue;
    }
    drafts.push({
      source: 'property',
      question: note.title,
      answer: [[span]],
      answerText,
      chip: key.toLowerCase(),
      nth: null,
      headings: [],
      context: [],
      at: keyStart,
    });
  }
  return { drafts, skipped };
}
