// Decks, note types and options as the JSON that a collection of schema 11 keeps in its one row of `col`. Anki refuses a
// deck or note type that lacks a field it expects, so all are there.
import type { AnkiCollection, AnkiDeck, AnkiNoteType } from './collection.ts';

const day = [0, 0];

function deckJson({ id, name, filtered }: AnkiDeck, modifiedAt: number): object {
  return {
    ...{ id, name, mod: modifiedAt, usn: -1, desc: '', collapsed: false, browserCollapsed: false },
    ...{ lrnToday: day, revToday: day, newToday: day, timeToday: day },
    ...(filtered
      ? { dyn: 1, terms: [['', 100, 0]], resched: true, separate: true, delays: null, previewDelay: 10 }
      : { dyn: 0, conf: 1, extendNew: 0, extendRev: 0 }),
  };
}

/** Modified when it was created, as its id tells: what a person changed in Anki since is newer, and stays. */
function noteTypeJson(type: AnkiNoteType): object {
  const { id, name, kind, fields, templates, css } = type;
  return {
    ...{
      id,
      name,
      css,
      type: kind === 'standard' ? 0 : 1,
      mod: Math.floor(id / 1000),
      usn: -1,
      sortf: 0,
      did: 1,
    },
    ...{ latexPre: '', latexPost: '', latexsvg: false, tags: [], vers: [] },
    req: kind === 'standard' ? templates.map(({ ordinal }) => [ordinal, 'any', [0]]) : [],
    ...(kind === 'occlusion' && { originalStockKind: 6 }),
    flds: fields.map((field, ord) => ({
      ...{ name: field, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] },
    })),
    tmpls: templates.map(({ name: template, ordinal: ord, front: qfmt, back: afmt }) => ({
      ...{ name: template, ord, qfmt, afmt, bqfmt: '', bafmt: '', did: null, bfont: '', bsize: 0 },
    })),
  };
}

/** Anki's own options of a deck. */
const deckOptions = {
  '1': {
    ...{
      id: 1,
      name: 'Default',
      mod: 0,
      usn: 0,
      maxTaken: 60,
      autoplay: true,
      timer: 0,
      replayq: true,
      dyn: false,
    },
    new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
    rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36_500, perDay: 200, hardFactor: 1.2 },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
  },
};

/** The row's last five columns. @param modifiedAt seconds since 1970 */
export function legacyOptions(
  { rollover, minutesWest, fsrs, decks, noteTypes, cards }: AnkiCollection,
  modifiedAt: number,
): string[] {
  const byId = (list: readonly (readonly [id: number, value: object])[]): object => Object.fromEntries(list);
  const hasDefault = decks.some(({ id }) => id === 1);
  const all = hasDefault ? decks : [{ id: 1, name: 'Default', filtered: false }, ...decks];
  const conf = {
    ...{ activeDecks: [1], curDeck: 1, curModel: noteTypes[0]?.id ?? 1, nextPos: cards.length + 1 },
    ...{ estTimes: true, dueCounts: true, sortType: 'noteFld', sortBackwards: false, addToCur: true },
    ...{ newSpread: 0, timeLim: 0, collapseTime: 1200, schedVer: 2, rollover, fsrs },
    ...(minutesWest !== null && { creationOffset: minutesWest, localOffset: minutesWest }),
  };
  return [
    conf,
    byId(noteTypes.map((type) => [type.id, noteTypeJson(type)])),
    byId(all.map((deck) => [deck.id, deckJson(deck, modifiedAt)])),
    deckOptions,
    {},
  ].map((value) => JSON.stringify(value));
}
