// Occlusion cards: boxes that the user drew on the pictures of a note. The log holds the boxes; the note only embeds.
import { picturesIn } from '../../links/pictures.ts';
import { boxCards, boxLabel } from '../../picture/box.ts';
import type { Draft, NoteText } from '../draft.ts';
import type { Section } from '../section.ts';

/** @param seen pictures that asked before: embedded twice, one asks once */
export function occlusionDrafts(
  note: NoteText,
  { range, headings, shownHeadings }: Section,
  seen: Set<string>,
): Draft[] {
  const { boxes, path } = note;
  if (!boxes?.has(path)) return [];
  return picturesIn(note.outline.masked, range).flatMap(({ target, start, end }) => {
    const on = boxes.of(path, target);
    if (!on || seen.has(on.picture)) return [];
    seen.add(on.picture);
    const all = boxCards(on.boxes);
    return [...all].flatMap(([id, own], at): Draft[] => {
      const [first] = own;
      if (!first || !on.own.has(id)) return [];
      const label = boxLabel(own, at + 1);
      const { hidesAll } = first;
      return [
        {
          source: 'occlusion',
          question: [{ start, end }],
          questionText: `${note.text.slice(start, end)} ${label}`,
          answer: [],
          answerText: label,
          known: { question: id, answer: id },
          chip: null,
          nth: all.size > 1 ? { index: at + 1, of: all.size } : null,
          headings,
          context: [note.title, ...shownHeadings],
          at: start,
          // The others' pictures show what it asks.
          ...(!hidesAll && { tests: start }),
          occlusion: {
            picture: on.picture,
            asked: own,
            others: on.boxes.filter((box) => !own.includes(box)),
            hidesAll,
          },
        },
      ];
    });
  });
}
