// Exports cards for Anki, one per line: its text import format, and the same as CSV with schedules. Anki's text import
// takes no schedule, so the due date is exported as a tag.
import type { Card } from '../card/card.ts';
import { toAnkiHtml } from './anki-html.ts';
import { embedOf } from '../links/pictures.ts';
import { writeRow } from './delimited.ts';
import { occlusionHtml } from './occlusion-html.ts';

export interface ExportedCard {
  readonly id: string;
  readonly card: Card;
  /** `new` or FSRS's name for the state. */
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

/** Anki nests decks and tags with `::`; a tag contains no whitespace. */
export function nested(path: string): string {
  return path.split('/').join('::');
}

/** A card's note and source as tags. */
export function ownTags({ note, source }: Card): string[] {
  return [`note::${nested(note.replace(/\.md$/i, '')).replace(/\s+/g, '_')}`, `source::${source}`];
}

function tagsOf({ card, due }: ExportedCard): string {
  return [...ownTags(card), ...(due === null ? [] : [`due::${due.slice(0, 10)}`])].join(' ');
}

/** The two sides as HTML, without the context. @param html renders Markdown */
export function cardFields(
  { question, answer, occlusion }: Card,
  html: (markdown: string) => string,
): { readonly front: string; readonly back: string } {
  const shown = (isOpen: boolean): string =>
    occlusion ? occlusionHtml(html(embedOf(question)), occlusion, isOpen) : '';
  return { front: occlusion ? shown(false) : html(question), back: `${shown(true)}${html(answer)}` };
}

/** Cards as lines of a text file, yielded one at a time. */
export interface CardLines {
  readonly head: string;
  readonly line: (card: ExportedCard) => string;
}

/**
 * Anki's text import format: one line per card; a second import updates cards by GUID. `root` is the top-level deck.
 * @param media collects the names of the files the fields reference, to be copied into Anki's media folder
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
      const { front, back } = cardFields(card, html);
      const fields = [id, deck, tagsOf(one), `${context}${front}`, back];
      return `${writeRow(fields, '\t')}\n`;
    },
  };
}

const columns = 'id,deck,note,line,source,question,answer,state,due,stability,difficulty,reps,lapses';

/** CSV with everything known about the cards, questions and answers as Markdown. Stability in days. */
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
