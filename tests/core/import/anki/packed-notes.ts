// Notes with cards, histories and schedules, as the app hands them to the packer of Anki collections.
import fc from 'fast-check';
import { drain } from '../../../../src/core/history/drain.ts';
import { extractCards } from '../../../../src/core/card/extract.ts';
import type { AnkiCollection, NewMedia } from '../../../../src/core/import/anki/collection.ts';
import { writePackage } from '../../../../src/core/import/anki/write-package.ts';
import { patient } from '../package/packages.ts';
import type { CardHistory } from '../../../../src/core/history/event.ts';
import {
  CollectionPacker,
  type Packed,
  type PackedNote,
  type PackOptions,
} from '../../../../src/core/import/anki/export/export-collection.ts';
import { createScheduler } from '../../../../src/core/schedule/scheduler.ts';
import { scheduleDefaults } from '../../../../src/core/schedule/schedule.ts';
import { noteText } from '../../../random.ts';
import { anyHistory, day, historyOf, noon, today } from '../../schedule/histories.ts';

export const scheduler = createScheduler({ ...scheduleDefaults, fuzz: false });

export type Histories = Readonly<Record<string, Partial<CardHistory>>>;

interface NoteParts {
  readonly path?: string;
  /** By id of the card. */
  readonly histories?: Histories;
  /** Else they are the cards' positions. */
  readonly ids?: readonly string[];
  /** Positions of cards that are not exported. */
  readonly unwanted?: readonly number[];
  readonly changedAt?: number;
}

export function packedNote(
  text: string,
  {
    path = 'Bio/My note.md',
    histories = {},
    ids = [],
    unwanted = [],
    changedAt = noon - day,
  }: NoteParts = {},
): PackedNote {
  const cards = extractCards({ path, text }).cards.map((card, at) => {
    const id = ids[at] ?? `id${String(at)}`;
    const given = histories[id];
    const history = given && { ...historyOf([]), ...given, id };
    return {
      id,
      card,
      history,
      schedule: history ? scheduler.replay(history) : scheduler.newSchedule(id),
      isAside: false,
      isWanted: !unwanted.includes(at),
    };
  });
  return { path, changedAt, tags: ['flashcards/bio', 'exam'], cards };
}

/** @param missing names of files that the vault lacks */
export function pack(
  notes: readonly PackedNote[],
  missing: ReadonlySet<string> = new Set(),
  more: Partial<PackOptions> = {},
): Packed {
  const packer = new CollectionPacker({
    root: 'Obsidian',
    vault: 'My vault',
    scheduler,
    now: noon,
    today,
    zone: 0,
    resolve: (target) => (missing.has(target) ? null : `files/${target}`),
    ...more,
  });
  for (const note of notes) drain(packer.adding(note));
  return packer.finish();
}

/** The package as a file. */
export async function written(
  collection: AnkiCollection,
  media: readonly NewMedia[] = [],
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await writePackage(
    collection,
    media,
    (piece) => {
      pieces.push(piece.slice());
      return Promise.resolve();
    },
    patient,
  );
  return new Uint8Array(Buffer.concat(pieces));
}

/** Vaults of a few notes; some of their cards have been reviewed. */
export const anyNotes: fc.Arbitrary<readonly PackedNote[]> = fc
  .array(fc.tuple(noteText, fc.array(fc.option(anyHistory), { maxLength: 8 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((notes) =>
    notes.map(([text, given], nth) => {
      const ids = Array.from({ length: 400 }, (_, at) => `n${String(nth)}c${String(at)}`);
      const histories = Object.fromEntries(
        given.flatMap((history, at) => {
          const id = ids[at] ?? '';
          const reviews = history?.reviews.map((review) => ({ ...review, c: id }));
          return history && reviews ? [[id, { ...history, id, reviews }]] : [];
        }),
      );
      return packedNote(text, { path: `N${String(nth)}.md`, ids, histories });
    }),
  );
