// The two sides of a separator as slices of the note, and the cards they make.
import { sliceRun, type Run, type Span } from '../../note/span.ts';
import type { Draft, NoteText } from '../draft.ts';
import { subRun, subtract } from '../text/pieces.ts';
import type { Section } from '../section.ts';

const detailsTag = /<\/?(?:details|summary)\b[^<>]*>/gi;

/** A side without comments, watched tags, `<details>` tags and surrounding whitespace. */
export function side(note: NoteText, run: Run): Run {
  const { masked, hidden } = note.outline;
  const shown = run.flatMap((span) => {
    const tags = [...masked.slice(span.start, span.end).matchAll(detailsTag)].map(({ index, 0: tag }) => ({
      start: span.start + index,
      end: span.start + index + tag.length,
    }));
    return [hidden, note.tags, tags].reduce<Span[]>(
      (parts, silent) => (silent.length === 0 ? parts : parts.flatMap((part) => subtract(part, silent))),
      [span],
    );
  });
  const text = sliceRun(masked, shown);
  return subRun(shown, text.length - text.trimStart().length, text.trimEnd().length);
}

interface Sides {
  readonly question: Run;
  readonly answer: Run;
  readonly bothWays: boolean;
  /** The answer with the lines indented below its item; they aren't part of the reverse question. */
  readonly whole?: Run;
  /** The heading is the question, so it isn't shown above the card. */
  readonly fromHeading?: boolean;
}

/** One card, or two that are siblings. None if a side is empty. */
export function sideCards(note: NoteText, section: Section, sides: Sides): Draft[] {
  const { question, answer, bothWays, fromHeading, whole } = sides;
  const [first, second] = [question[0], answer[0]];
  if (!first || !second) return [];
  const { headings, shownHeadings } = section;
  const draft = (from: Run, to: Run, at: number): Draft => ({
    source: 'separator',
    question: from,
    answer: [to],
    chip: null,
    nth: null,
    headings,
    context: [note.title, ...(fromHeading ? shownHeadings.slice(0, -1) : shownHeadings)],
    at,
    ...(bothWays && { tests: first.start }),
  });
  // The card's history is matched by its own line.
  const forward: Draft = {
    ...draft(question, whole ?? answer, first.start),
    ...(whole && { known: { answer: [answer] } }),
  };
  return bothWays ? [forward, draft(answer, question, second.start)] : [forward];
}
