import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AnkiCollection } from '../../../../src/core/import/anki/collection.ts';
import { runs } from '../../../random.ts';
import { day, historyOf, minute, noon } from '../../schedule/histories.ts';
import { anyNotes, pack, packedNote, scheduler, type Histories } from './packed-notes.ts';

const head = '---\ntags: [flashcards]\n---\n%% only clozes %%\n\n';
const fieldsOf = ({ notes }: AnkiCollection) => notes.map(({ fields }) => fields);
const source = '<a href="obsidian://open?vault=My%20vault&amp;file=Bio%2FMy%20note.md">My note</a>';
const reviews = (...given: Parameters<typeof historyOf>[0]) => ({ reviews: historyOf(given).reviews });

describe('a collection for Anki', () => {
  test('has a note with question, answer, context and source for each card, in a deck below the root', () => {
    const { collection, media } = pack([
      packedNote('#flashcards/bio/cells\n\n# Water\n## Osmosis\nPulled by $a$ and ![[fig/salt.png]].\n'),
    ]);
    expect(fieldsOf(collection)).toEqual([
      ['Osmosis', 'Pulled by \\(a\\) and <img src="salt.png">.', 'My note › Water', source],
    ]);
    expect(collection.decks.map(({ name }) => name)).toEqual([
      'Obsidian',
      'Obsidian::bio',
      'Obsidian::bio::cells',
    ]);
    expect(collection.cards[0]?.deckId).toBe(collection.decks[2]?.id);
    expect(collection.notes[0]).toMatchObject({
      guid: 'id0',
      tags: ['flashcards::bio', 'exam', 'note::Bio::My_note', 'source::heading'],
      modifiedAt: (noon - day) / 1000,
    });
    expect([...media]).toEqual([['salt.png', 'files/fig/salt.png']]);
  });

  test('has one note for the clozes of a text, numbered in the order of their first answers', () => {
    const text = head + 'The ==Nile== flows ==north==^[where] to the ==sea==.\n';
    const ids = ['nile', 'north', 'sea'];
    const plain = pack([packedNote(text, { ids })]).collection;
    const clozes = plain.notes.filter(({ tags }) => tags.includes('source::cloze'));
    expect(clozes.map(({ guid, fields }) => [guid, fields[0]])).toEqual([
      ['nile', 'The {{c1::Nile}} flows {{c2::north::where}} to the {{c3::sea}}.'],
    ]);
    const later = pack([
      packedNote(text, {
        ids,
        histories: { sea: reviews([3, noon - 9 * day]), north: reviews([3, noon - 5 * day]) },
      }),
    ]).collection;
    const [note] = later.notes.filter(({ tags }) => tags.includes('source::cloze'));
    expect([note?.guid, note?.fields[0]]).toEqual([
      'sea',
      'The {{c3::Nile}} flows {{c2::north::where}} to the {{c1::sea}}.',
    ]);
    expect(
      later.cards.filter(({ noteId }) => noteId === note?.id).map(({ ordinal, type }) => [ordinal, type]),
    ).toEqual([
      [0, 1],
      [1, 1],
      [2, 0],
    ]);
  });

  test('numbers a cloze that is added before reviewed ones after them', () => {
    const histories = { alps: reviews([3, noon - 9 * day]), sea: reviews([3, noon - 5 * day]) };
    const text = (start: string): string => `${head}${start} from the ==Alps== to the ==sea==.\n`;
    const before = pack([packedNote(text('It flows'), { ids: ['alps', 'sea'], histories })]).collection;
    const after = pack([
      packedNote(text('It ==flows=='), { ids: ['flows', 'alps', 'sea'], histories }),
    ]).collection;
    expect(after.notes.map(({ guid, fields }) => [guid, fields[0]])).toEqual([
      ['alps', 'It {{c3::flows}} from the {{c1::Alps}} to the {{c2::sea}}.'],
    ]);
    expect(after.cards.slice(0, 2)).toEqual(before.cards);
  });

  test('keeps guid, number and id of a cloze whose siblings are not exported', () => {
    const text = `${head}- ==a== and ==b== here\n`;
    const whole = pack([packedNote(text)]).collection;
    const part = pack([packedNote(text, { unwanted: [0] })]).collection;
    expect(part.notes).toEqual(whole.notes);
    expect(part.cards.map(({ id, ordinal }) => [id, ordinal])).toEqual(
      whole.cards.slice(1).map(({ id, ordinal }) => [id, ordinal]),
    );
  });

  test('spells what would end a cloze, or begin its hint, as a browser reads it', () => {
    const text = head + 'Use ==std::vec== and ==$x_{a_{b}}$== and `{{c1::x}}` here.\n';
    expect(fieldsOf(pack([packedNote(text)]).collection)[0]?.[0]).toBe(
      'Use {{c1::std&#58;:vec}} and {{c2::\\(x_{a_{b&#125;}\\)}} and <code>{&#123;c1::x}}</code> here.',
    );
  });

  test('tells which files are missing, once, with note and line', () => {
    const packed = pack(
      [packedNote('#flashcards\n\n# A\n![[gone.png]] and ![[gone.png]]\n')],
      new Set(['gone.png']),
    );
    expect(packed.missing).toEqual([{ note: 'Bio/My note.md', line: 3, target: 'gone.png' }]);
    expect([...packed.media]).toEqual([]);
  });

  test('gives files of one name in two folders two names, and none that Anki refuses', () => {
    const text = '#flashcards\n\n# A\n![[a/x.png]] ![[b/X.png]] ![](c%20d.png) ![[e^f.mp3]]\n';
    expect([...pack([packedNote(text)]).media]).toEqual([
      ['x.png', 'files/a/x.png'],
      ['X-2.png', 'files/b/X.png'],
      ['c d.png', 'files/c d.png'],
      ['e_f.mp3', 'files/e^f.mp3'],
    ]);
  });
});

describe('the cards of a collection for Anki', () => {
  const text = '#flashcards\n\n# A\none\n# B\ntwo\n# C\nthree\n# D\nfour\n';
  const histories: Histories = {
    id0: reviews([4, noon - 20 * day], [3, noon - 4 * day]),
    id1: reviews([3, noon - 5 * minute]),
    id2: { ...reviews([4, noon - 30 * day], [1, noon - 2 * minute]), suspended: true, flag: 3 },
  };
  const { collection } = pack([packedNote(text, { histories })]);
  const dayOf = (due: number): number => collection.createdAt / 86_400 - 4 / 24 + due;

  test('have the days of their schedules, counted from the first', () => {
    const [a, b, c, d] = collection.cards;
    const schedule = scheduler.replay({ ...historyOf([]), ...histories['id0'], id: 'id0' });
    expect(a).toMatchObject({ type: 2, queue: 2, interval: schedule.interval, factor: 2500, reps: 2 });
    expect(dayOf(a?.due ?? 0)).toBe(schedule.dueDay);
    expect(a?.memory).toEqual(schedule.memory);
    expect(b).toMatchObject({ type: 1, queue: 1, due: (noon + 5 * minute) / 1000, interval: 0 });
    expect(c).toMatchObject({ type: 3, queue: -1, interval: 1, lapses: 1, flag: 3 });
    expect(d).toMatchObject({ type: 0, queue: 0, due: 1, factor: 0, memory: null });
  });

  test('have their reviews, oldest first', () => {
    expect(collection.reviews.map(({ id, ease, type }) => [id, ease, type])).toEqual(
      [
        [noon - 30 * day, 4, 0],
        [noon - 20 * day, 4, 0],
        [noon - 5 * minute, 3, 0],
        [noon - 4 * day, 3, 1],
        [noon - 2 * minute, 1, 1],
      ].sort(([a = 0], [b = 0]) => a - b),
    );
    const own = new Set(collection.cards.map(({ id }) => id));
    expect(collection.reviews.every(({ cardId }) => own.has(cardId))).toBe(true);
  });

  test('have the same guids and ids on every export, and a later one changes what was answered since', () => {
    expect(pack([packedNote(text, { histories })]).collection).toEqual(collection);
    const more: Histories = { ...histories, id3: { ...reviews([3, noon]), seenAt: noon } };
    const later = pack([packedNote(text, { histories: more })]).collection;
    expect(later.notes.map(({ guid, id }) => [guid, id])).toEqual(
      collection.notes.map(({ guid, id }) => [guid, id]),
    );
    expect(later.notes[3]?.modifiedAt).toBe(noon / 1000);
    expect(later.cards[3]?.type).toBe(1);
    expect(later.cards.slice(0, 3)).toEqual(collection.cards.slice(0, 3));
  });
});

describe('a collection of any notes', () => {
  test('has each card once, with its reviews and its day, and nothing that Anki would refuse', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const { collection } = pack(notes);
        const { cards, reviews, noteTypes, decks, createdAt } = collection;
        const given = notes.flatMap((note) => note.cards);
        expect(cards).toHaveLength(given.length);
        for (const rows of [cards, reviews, decks, collection.notes]) {
          const ids = rows.map(({ id }) => id);
          expect(new Set(ids).size).toBe(rows.length);
          expect(ids.every((id) => Number.isSafeInteger(id) && id > 1_000_000_000)).toBe(true);
        }
        const notesById = new Map(collection.notes.map((note) => [note.id, note]));
        expect(new Set(collection.notes.map(({ guid }) => guid)).size).toBe(notesById.size);
        for (const { id, fields, noteTypeId } of collection.notes) {
          const type = noteTypes.find((one) => one.id === noteTypeId);
          expect(fields).toHaveLength(type?.fields.length ?? 0);
          const numbers = new Set(
            [...(fields[0] ?? '').matchAll(/\{\{c(\d+)::/g)].map(([, nth]) => Number(nth) - 1),
          );
          const ordinals = cards.filter(({ noteId }) => noteId === id).map(({ ordinal }) => ordinal);
          expect(new Set(ordinals)).toEqual(type?.kind === 'standard' ? new Set([0]) : numbers);
        }
        const dueDays = cards
          .filter(({ type, due }) => type > 0 && due < 1_000_000)
          .map(({ due }) => (createdAt - 4 * 3600) / 86_400 + due);
        const wanted = given.flatMap(({ schedule }) =>
          schedule.state !== 'new' && schedule.dueAt === null ? (schedule.dueDay ?? []) : [],
        );
        expect(dueDays.sort()).toEqual(wanted.sort());
        const answered = given.flatMap(({ history }) => history?.reviews ?? []);
        expect(reviews.map(({ ease }) => ease).sort()).toEqual(answered.map(({ g }) => g).sort());
      }),
      { numRuns: runs(500) },
    );
  });
});
