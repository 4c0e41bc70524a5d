// Collections of Anki as its own note types make them, for tests.
import { drain } from '../../../../src/core/history/drain.ts';
import { defaultCardOptions } from '../../../../src/core/card/options.ts';
import type { AnkiCollection, AnkiNote, AnkiNoteType } from '../../../../src/core/import/anki/collection.ts';
import {
  packageNotes,
  type PackageNotes,
  type PackageNotesOptions,
} from '../../../../src/core/import/anki/package-notes.ts';
import { card } from './history/collections.ts';

const back = (field: string): string => `{{FrontSide}}\n\n<hr id=answer>\n\n{{${field}}}`;

export function noteType(
  name: string,
  fields: readonly string[],
  templates: readonly (readonly [front: string, back: string])[],
  kind: AnkiNoteType['kind'] = 'standard',
): Omit<AnkiNoteType, 'id'> {
  return {
    name,
    kind,
    fields,
    css: '',
    templates: templates.map(([front, answer], ordinal) => ({
      name: `Card ${String(ordinal + 1)}`,
      ordinal,
      front,
      back: answer,
    })),
  };
}

export const basic = noteType('Basic', ['Front', 'Back'], [['{{Front}}', back('Back')]]);
export const both = noteType(
  'Basic (and reversed card)',
  ['Front', 'Back'],
  [
    ['{{Front}}', back('Back')],
    ['{{Back}}', back('Front')],
  ],
);
export const cloze = noteType(
  'Cloze',
  ['Text', 'Back Extra'],
  [['{{cloze:Text}}', '{{cloze:Text}}<br>\n{{Back Extra}}']],
  'cloze',
);
export const occlusion = noteType(
  'Image Occlusion',
  ['Occlusion', 'Image', 'Header', 'Back Extra', 'Comments'],
  [['{{cloze:Occlusion}}', '{{cloze:Occlusion}}']],
  'occlusion',
);

export interface NoteSketch {
  readonly type: Omit<AnkiNoteType, 'id'>;
  readonly fields: readonly string[];
  readonly deck?: string;
  readonly tags?: readonly string[];
  /** Ordinals of its cards; the first one only, if left out. */
  readonly cards?: readonly number[];
}

/** Card ids are 1000 × the note's number, from 1, plus the ordinal. */
export function collectionOf(sketches: readonly NoteSketch[]): AnkiCollection {
  const types = [...new Set(sketches.map(({ type }) => type))];
  const decks = [...new Set(sketches.map(({ deck = 'Deck' }) => deck))];
  return {
    createdAt: 0,
    rollover: 4,
    minutesWest: null,
    fsrs: false,
    reviews: [],
    decks: decks.map((name, at) => ({ id: at + 1, name, filtered: false })),
    noteTypes: types.map((type, at) => ({ ...type, id: at + 1 })),
    notes: sketches.map(({ type, fields, tags = [] }, at): AnkiNote => ({
      id: at + 1,
      guid: `guid${String(at)}`,
      noteTypeId: types.indexOf(type) + 1,
      modifiedAt: 0,
      tags,
      fields,
    })),
    cards: sketches.flatMap(({ deck = 'Deck', cards = [0] }, at) =>
      cards.map((ordinal) =>
        card(1000 * (at + 1) + ordinal, {
          noteId: at + 1,
          deckId: decks.indexOf(deck) + 1,
          ordinal,
          modifiedAt: 0,
        }),
      ),
    ),
  };
}

export function notesOf(
  sketches: readonly NoteSketch[],
  options: Partial<PackageNotesOptions> = {},
): PackageNotes {
  return drain(
    packageNotes(collectionOf(sketches), {
      folder: 'Anki',
      mediaFolder: 'Anki/media',
      tag: 'flashcards',
      cardOptions: defaultCardOptions,
      ...options,
    }),
  );
}
