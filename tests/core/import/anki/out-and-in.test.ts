// What we export comes back as it was: the same cards, with the same reviews, due on the same days.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultCardOptions } from '../../../../src/core/card/options.ts';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { drain } from '../../../../src/core/history/drain.ts';
import { Fold } from '../../../../src/core/history/fold.ts';
import type { LogLine } from '../../../../src/core/history/log-format.ts';
import type { CardHistory } from '../../../../src/core/history/event.ts';
import type { AnkiCollection } from '../../../../src/core/import/anki/collection.ts';
import { packageCardId } from '../../../../src/core/import/anki/history/package-device.ts';
import { knownNothing, packageHistory } from '../../../../src/core/import/anki/history/package-history.ts';
import { packageNotes, type PackageNotes } from '../../../../src/core/import/anki/package-notes.ts';
import { createScheduler } from '../../../../src/core/schedule/scheduler.ts';
import { scheduleDefaults } from '../../../../src/core/schedule/schedule.ts';
import { runs } from '../../../random.ts';
import { day, historyOf, noon } from '../../schedule/histories.ts';
import { opened } from '../package/packages.ts';
import { looksOf } from './history/collections.ts';
import { anyNotes, pack, packedNote, scheduler, written } from './packed-notes.ts';

const options = {
  folder: '',
  mediaFolder: 'media',
  tag: 'flashcards',
  cardOptions: defaultCardOptions,
};

const notesOf = (collection: AnkiCollection): PackageNotes => drain(packageNotes(collection, options));

/** The histories that an import gives, by Anki's id of the card. */
function historiesOf(collection: AnkiCollection): ReadonlyMap<number, CardHistory> {
  const lines: LogLine[] = [];
  const { device } = drain(
    packageHistory(collection, {
      looks: looksOf(collection.cards),
      now: noon,
      known: knownNothing,
      look: () => null,
      take: (event) => void lines.push({ event, text: JSON.stringify(event) }),
    }),
  );
  const fold = new Fold();
  fold.add(lines);
  return new Map(
    collection.cards.flatMap(({ id }) => {
      const history = fold.cards.get(packageCardId(device.name, id));
      return history ? [[id, history] as const] : [];
    }),
  );
}

describe('out and in again', () => {
  test('gives each card, or tells why not, with its reviews and its day', async () => {
    await fc.assert(
      fc.asyncProperty(anyNotes, async (notes) => {
        const { collection } = pack(notes);
        const { collection: read } = await opened(await written(collection));
        const back = notesOf(read);
        const told = back.left.flatMap(({ card, isCard }) => (isCard && card !== null ? card : []));
        const boxed = back.notes.flatMap(({ occlusions }) => occlusions.flatMap(({ cards }) => cards));
        const ids = [...back.notes.flatMap(({ cards }) => cards), ...boxed.map(({ card }) => card), ...told];
        expect(new Set(ids)).toEqual(new Set(collection.cards.map(({ id }) => id)));
        for (const { path, text, cards } of back.notes)
          expect(extractCards({ path, text }).cards).toHaveLength(cards.length);
        const histories = historiesOf(read);
        const given = new Map(notes.flatMap((note) => note.cards).map((one) => [one.id, one]));
        const guids = new Map(collection.notes.map(({ id, guid }) => [id, guid]));
        for (const { id, noteId, ordinal, type } of collection.cards) {
          // The first card of a note is its guid's.
          const one = ordinal === 0 ? given.get(guids.get(noteId) ?? '') : undefined;
          if (!one) continue;
          const history = histories.get(id);
          expect(history?.reviews.map(({ g }) => g) ?? []).toEqual(
            one.history?.reviews.map(({ g }) => g) ?? [],
          );
          expect(history?.suspended ?? false).toBe(one.schedule.suspended);
          expect(history?.flag ?? 0).toBe(one.schedule.flag);
          if (type > 0) expect(history && scheduler.replay(history).dueDay).toBe(one.schedule.dueDay);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  test.each([-720, -480, 0, 330, 840])('keeps each day in the zone %d, whatever the rollover', (zone) => {
    for (const rolloverHour of [0, 4, 22]) {
      const there = createScheduler({ ...scheduleDefaults, fuzz: false, rolloverHour });
      const reviews = historyOf(
        [
          [3, noon - 30 * day],
          [4, noon - 29 * day],
        ],
        { id: 'id0' },
      ).reviews;
      const note = packedNote('#flashcards\n\n# Rhine\nTo the sea.\n', { histories: { id0: { reviews } } });
      const { collection } = pack([note], new Set(), { zone, scheduler: there });
      const [history] = historiesOf(collection).values();
      expect(history && there.replay(history).dueDay).toBe(note.cards[0]?.schedule.dueDay);
    }
  });

  test('keeps context and hints, and leaves out what was for Anki only', () => {
    const text =
      '---\ntags: [flashcards]\n---\n# Rivers\n## Rhine\nTo the sea.\n## Elbe\nIt flows north.\n\n> [!tip]\n> The ==Elbe::river== ends there.\n';
    const back = notesOf(pack([packedNote(text)]).collection);
    expect(back.notes.map((note) => note.text)).toEqual([
      `---
tags: [flashcards/Obsidian/Bio, exam]
---
## My note › Rivers Rhine
To the sea.

## My note › Rivers Elbe
It flows north.

## My note › Rivers › Elbe › tip Elbe
The <mark>Elbe:\\:river</mark> ends there.

## Bio
%%only clozes%%

My note › Rivers › Elbe
The ==Elbe;;river== ends there.
`,
    ]);
    // The watched tag is the import's own.
    expect(back.left.map(({ reason }) => reason.code)).toEqual(['problems/deck/noTag']);
  });
});
