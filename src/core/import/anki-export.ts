// Cards for Anki: its text import format, and the same as CSV with the schedules. Anki's text import takes no
// schedule, so the due date rides along as a tag.
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

export interface AnkiExport {
  readonly text: string;
  /** Names of the files that the fields name, to be copied into Anki's media folder. */
  readonly media: readonly string[];
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

/** Anki's text import format: one line a card, updated on a second import by its GUID. `root` is the deck at the top. */
export function ankiText(cards: readonly ExportedCard[], root = 'Obsidian'): AnkiExport {
  const media = new Set<string>();
  const html = (markdown: string): string => {
    const field = toAnkiHtml(markdown);
    for (const name of field.media) media.add(name);
    return field.html;
  };
  const rows = cards.map((one) => {
    const { id, card } = one;
    const deck = card.deck === '' ? root : `${root}::${nested(card.deck)}`;
    const context =
      card.context.length > 0 ? `<div><small>${html(card.context.join(' › '))}</small></div>` : '';
    return writeRow([id, deck, tagsOf(one), `${context}${html(card.question)}`, html(card.answer)], '\t');
  });
  return { text: `${[...header, ...rows].join('\n')}\n`, media: [...media].sort() };
}

const columns = 'id,deck,note,line,source,question,answer,state,due,stability,difficulty,reps,lapses';

/** All that is known of the cards, questions and answers as Markdown. Stability in days. */
export function cardsCsv(cards: readonly ExportedCard[]): string {
  const rows = cards.map(({ id, card, state, due, stability, difficulty, reps, lapses }) =>
    writeRow(
      [
        id,
        card.deck,
        card.note,
        String(card.line),
        card.source,
        card.question,
        card.answer,
        state,
        due ?? '',
        String(stability ?? ''),
        String(difficulty ?? ''),
        String(reps),
        String(lapses),
      ],
      ',',
    ),
  );
  return `${[columns, ...rows].join('\n')}\n`;
}
