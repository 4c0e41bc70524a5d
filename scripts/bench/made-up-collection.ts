// An Anki collection made up for measurements: decks of basic and cloze notes with answers of a few sentences, pictures
// in some, and a review log over three years.
import type {
  AnkiCard,
  AnkiCollection,
  AnkiNote,
  AnkiNoteType,
  AnkiReview,
  NewMedia,
} from '../../src/core/import/anki/collection.ts';

const day = 86_400_000;
const begin = Date.UTC(2022, 0, 3, 3);
/** Notes of one deck. */
const perDeck = 200;
const pictureBytes = 20_000;

const words =
  'river delta source mouth current meander bank flood basin ridge valley glacier lake stream spring ford bridge canal lock weir reed heron otter pike trout silt gravel rapid fall'.split(
    ' ',
  );

/** A linear congruential generator (Numerical Recipes). */
function* random(): Generator<number, never> {
  for (let state = 1; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 0x1_0000_0000;
  }
}

const basic: AnkiNoteType = {
  id: 1,
  name: 'Basic',
  kind: 'standard',
  fields: ['Front', 'Back'],
  templates: [
    { name: 'Card 1', ordinal: 0, front: '{{Front}}', back: '{{FrontSide}}<hr id=answer>{{Back}}' },
  ],
  css: '',
};
const cloze: AnkiNoteType = {
  id: 2,
  name: 'Cloze',
  kind: 'cloze',
  fields: ['Text', 'Extra'],
  templates: [{ name: 'Cloze', ordinal: 0, front: '{{cloze:Text}}', back: '{{cloze:Text}}<br>{{Extra}}' }],
  css: '',
};

/** Every fourth note is a cloze. */
const isCloze = (nth: number): boolean => nth % 4 === 3;

export function madeUpCollection(cardCount: number, reviewCount: number, media: number): AnkiCollection {
  const draw = random();
  const below = (limit: number): number => Math.floor(draw.next().value * limit);
  const sentence = (length: number): string =>
    Array.from({ length }, () => words[below(words.length)]).join(' ');
  const notes: AnkiNote[] = [];
  const cards: AnkiCard[] = [];
  const reviews: AnkiReview[] = [];
  const each = Math.floor(reviewCount / cardCount);
  let pictures = 0;
  for (let nth = 0; nth < cardCount; nth += 1) {
    const id = begin + nth * 1000;
    const picture =
      pictures < media && nth % 8 === 0 ? `<br><img src="picture-${String((pictures += 1))}.png">` : '';
    const front = `${sentence(6)} ${String(nth)}?`;
    const text = `The <b>${sentence(3)}</b> ${sentence(20)}. ${sentence(15)}.${picture}`;
    notes.push({
      id,
      guid: nth.toString(36),
      noteTypeId: isCloze(nth) ? 2 : 1,
      modifiedAt: Math.floor(id / 1000),
      tags: [`topic::${words[nth % words.length] ?? ''}`],
      fields: isCloze(nth)
        ? [`${sentence(8)} {{c1::${sentence(2)} ${String(nth)}}} ${sentence(6)}.${picture}`, '']
        : [front, text],
    });
    let at = begin + 30 * day + nth * 30_000;
    let interval = 1;
    for (let review = 0; review < each; review += 1) {
      const ease = draw.next().value < 0.12 ? 1 : 3;
      const isLearning = review < 2;
      const next = isLearning ? 1 : ease === 1 ? 1 : Math.ceil(interval * 1.5);
      reviews.push({
        id: at,
        cardId: id,
        ease,
        interval: review === 0 ? -600 : next,
        lastInterval: interval,
        factor: isLearning ? 0 : 2500,
        time: 2000 + below(20_000),
        type: isLearning ? 0 : 1,
      });
      at += review === 0 ? 600_000 : next * day + below(3_000_000);
      interval = next;
    }
    cards.push({
      id,
      noteId: id,
      deckId: 2 + Math.floor(nth / perDeck),
      ordinal: 0,
      modifiedAt: Math.floor(at / 1000),
      type: each === 0 ? 0 : 2,
      queue: each === 0 ? 0 : 2,
      due: each === 0 ? nth : Math.floor((at - begin) / day),
      interval,
      factor: each === 0 ? 0 : 2500,
      reps: each,
      lapses: 0,
      homeDeckId: 0,
      homeDue: 0,
      flag: nth % 50 === 0 ? 1 : 0,
      memory: null,
    });
  }
  reviews.sort((a, b) => a.id - b.id);
  for (let nth = 1; nth < reviews.length; nth += 1) {
    const [before, own] = [reviews[nth - 1], reviews[nth]];
    if (before && own && own.id <= before.id) reviews[nth] = { ...own, id: before.id + 1 };
  }
  const decks = Array.from({ length: Math.ceil(cardCount / perDeck) }, (_, nth) => ({
    id: nth + 2,
    name: `Part ${String(Math.floor(nth / 10))}::Deck ${String(nth)}`,
    filtered: false,
  }));
  return {
    createdAt: begin / 1000,
    rollover: 4,
    minutesWest: -60,
    fsrs: false,
    decks: [{ id: 1, name: 'Default', filtered: false }, ...decks],
    noteTypes: [basic, cloze],
    notes,
    cards,
    reviews,
  };
}

export function* madeUpMedia(count: number): Generator<NewMedia> {
  for (let nth = 1; nth <= count; nth += 1) {
    const bytes = new Uint8Array(pictureBytes).map((_, at) => (at * nth) % 251);
    yield { name: `picture-${String(nth)}.png`, read: () => Promise.resolve(bytes) };
  }
}
