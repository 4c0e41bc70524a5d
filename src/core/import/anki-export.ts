// Cards for Anki, a line each: its text import format, and the same as CSV with the schedules. Anki's text import takes
// no schedule, so the due date rides along as a tag.
import type { Card } from '../card/card.ts';
import { toAnkiHtml } from './anki-html.ts';
import { writeRow } from './delimited.ts';

export interface ExportedCard {
  readonly id: string;
  readonly card: Card;
  /** `new` or what FSRS calls it. */
  readonly state: string;
  /** ISO 8601, or null for a new card. */
  readonly due: string | null;
  readonly stability: number | null;
  readonly difficulty: number | null;
  readonly reps: number;
  readonly lapses: number;
}

const header = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#guid column:1',
  '#deck column:2',
  '#tags column:3',
];

/** Decks and tags of Anki nest by `::`; a tag holds no blanks. */
function nested(path: string): string {
  return path.split('/').join('::');
}

function tagsOf({ card, due }: ExportedCard): string {
  const note = nested(card.note.replace(/\.md$/i, '')).replace(/\s+/g, '_');
  return [
    `note::${note}`,
    `source::${card.source}`,
    ...(due === null ? [] : [`due::${due.slice(0, 10)}`]),
  ].join(' ');
}

/** Cards as lines of a text file, given one by one. */
export interface CardLines {
  readonly head: string;
  readonly line: (card: ExportedCard) => string;
}

/**
 * Anki's text import format: one line a card, updated on a second import by its GUID. `root` is the deck at the top.
 * @param media takes the names of the files that the fields name, to be copied into Anki's media folder
 */
export function ankiLines(media: Set<string>, root = 'Obsidian'): CardLines {
  const html = (markdown: string): string => {
    const field = toAnkiHtml(markdown);
    for (const name of field.media) media.add(name);
    return field.html;
  };
  return {
    head: `${header.join('\n')}\n`,
    line: (one) => {
      const { id, card } = one;
      const deck = card.deck === '' ? root : `${root}::${nested(card.deck)}`;
      const context =
        card.context.length > 0 ? `<div><small>${html(card.context.join(' › '))}</small></div>` : '';
      const fields = [id, deck, tagsOf(one), `${context}${html(card.question)}`, html(card.answer)];
      return `${writeRow(fields, '\t')}\n`;
    },
  };
}

const columns = 'id,deck,note,line,source,question,answer,state,due,stability,difficulty,reps,lapses';

/** CSV with all that is known of the cards, questions and answers as Markdown. Stability in days. */
export const csvLines: CardLines = {
  head: `${columns}\n`,
  line: ({ id, card, state, due, stability, difficulty, reps, lapses }) => {
    const { deck, note, line, source, question, answer } = card;
    const memory = [String(stability ?? ''), String(difficulty ?? '')];
    const counts = [String(reps), String(lapses)];
    const fields = [id, deck, note, String(line), source, question, answer, state, due ?? ''];
    return `${writeRow([...fields, ...memory, ...counts], ',')}\n`;
  },
};
