// Imports an Anki package: its media and notes become files of the vault, its review log lines of ours. First a plan,
// which changes nothing and tells what will not come along; then the import, which can be stopped and goes on where it
// stopped when it is run again; and its undo, which takes back all of it at once.
import { reasonOf, type Message } from '../../core/text/message.ts';
import { encodeSnapshot } from '../../core/history/card-snapshot.ts';
import type { CardSnapshot, HistoryEvent, NewEvent } from '../../core/history/event.ts';
import { snapshotOf } from '../../core/identity/fingerprint/fingerprint.ts';
import type { AnkiCollection, AnkiMedia, AnkiPackage } from '../../core/import/anki/collection.ts';
import { knownOf } from '../../core/import/anki/history/known-package.ts';
import { packageCardId } from '../../core/import/anki/history/package-device.ts';
import {
  batchOf,
  knownNothing,
  packageHistory,
  type PackageHistory,
  type RowsLeft,
} from '../../core/import/anki/history/package-history.ts';
import type { PackageLeft, PackageNote } from '../../core/import/anki/package-notes.ts';
import type { PictureBox } from '../../core/picture/box.ts';
import type { Flashcards } from '../flashcards.ts';
import type { After, Clock, NewFiles, NoteFiles } from '../ports.ts';
import { ImportedLines } from '../history/journal/brought-lines.ts';
import { inSlices } from '../work/slices.ts';
import { isSameSnapshot } from '../cards/same-snapshot.ts';
import { boxLooks, packageBoxes } from './package-boxes.ts';
import { planNotes, type PackageChoices } from './package-plan.ts';

export interface PackageImportHost {
  readonly files: NoteFiles;
  readonly vault: NewFiles;
  readonly clock: Clock;
  readonly after: After;
  /** Whether the app ends after the import: then it does not read what was written. */
  readonly ends?: boolean;
}

export interface PackageWatch {
  /** @param share of all, 0–1 */
  readonly progress: (share: number) => void;
  readonly isCancelled: () => boolean;
}

export interface PackagePlan {
  readonly decks: number;
  /** Cards in new notes; those that an earlier import brought are not among them. */
  readonly cards: number;
  /** Reviews in the package whose cards come along, and those that the log lacks. */
  readonly reviews: number;
  readonly newReviews: number;
  /** `isThere`: a file with the same content exists and stays. */
  readonly notes: readonly (PackageNote & { readonly isThere: boolean })[];
  readonly media: readonly { readonly path: string; readonly isThere: boolean; readonly file: AnkiMedia }[];
  /** Cards, or parts of them, that do not come along. */
  readonly left: readonly PackageLeft[];
  /** Rows of the review log that do not come along. */
  readonly rows: RowsLeft;
  /** What could not be read. */
  readonly damaged: readonly Message[];
}

export interface PackageResult {
  /** Whether something remains because the import was stopped. */
  readonly isStopped: boolean;
  /** Reviews it added. */
  readonly reviews: number;
  /** Paths of the files it created. */
  readonly notes: readonly string[];
  readonly media: readonly string[];
  /** What could not be written, by path. */
  readonly failed: readonly { readonly path: string; readonly reason: Message | string }[];
}

export interface PackageUndone {
  readonly trashed: number;
  /** Files that were changed since, and stay. */
  readonly stay: readonly string[];
}

/** What a run did so far, for its undo. */
interface Done {
  device: string;
  batch: string;
  /** Ids and times of the lines, if an earlier import of the collection stays; else empty. */
  lines: { readonly e: string; readonly at: number }[];
  readonly notes: Map<string, string>;
  readonly media: Map<string, Uint8Array>;
}

/** Shares of the whole at which media, notes, and cards are done. */
const [mediaShare, notesShare] = [0.4, 0.6];

export class PackageImport {
  readonly #host: PackageImportHost;
  readonly #app: Flashcards;
  readonly #package: AnkiPackage;
  #done: Done | null = null;
  /** What the cards of each plan look like. */
  readonly #looks = new WeakMap<PackagePlan, ReadonlyMap<number, CardSnapshot>>();

  constructor(host: PackageImportHost, app: Flashcards, opened: AnkiPackage) {
    this.#host = host;
    this.#app = app;
    this.#package = opened;
  }

  /** Null if canceled. */
  async plan(choices: PackageChoices, watch: PackageWatch): Promise<PackagePlan | null> {
    const { collection, damaged } = this.#package;
    await this.#app.settle();
    const linked = this.#linked();
    const rest = withoutCards(collection, withTexts(collection, linked));
    const known = new Set([...linked.values()].map(({ path }) => path));
    const host = { ...this.#host, links: this.#app.links };
    const planned = await planNotes(host, { ...this.#package, collection: rest }, known, choices, watch);
    if (planned === null) return null;
    const { notes, media, left } = planned;
    const { device } = batchOf(collection, this.#host.clock.now());
    const looks = new Map([...this.#looksIn(notes), ...boxLooks(notes, device.name)]);
    const history = await this.#history(new Map([...looks, ...linked]), () => undefined);
    const cards = notes.flatMap(({ cards: own, occlusions }) => [
      ...own,
      ...occlusions.flatMap((one) => one.cards.map(({ card }) => card)),
    ]);
    const written = new Set(cards);
    const decks = collection.cards.flatMap(({ id, deckId, homeDeckId }) =>
      written.has(id) ? [homeDeckId || deckId] : [],
    );
    const plan: PackagePlan = {
      decks: new Set(decks).size,
      cards: cards.length,
      reviews: history.reviews,
      newReviews: history.newReviews,
      notes,
      media,
      left,
      rows: history.left,
      damaged,
    };
    this.#looks.set(plan, looks);
    return plan;
  }

  /** Rejects if the log cannot be written. */
  async run(plan: PackagePlan, { progress, isCancelled }: PackageWatch): Promise<PackageResult> {
    const { collection } = this.#package;
    const { brought } = this.#app.history;
    const { device, batch } = batchOf(collection, this.#host.clock.now());
    const isFirst = brought.isUndone(device.name) || !brought.has(device.name);
    this.#done ??= { device: device.name, batch, lines: [], notes: new Map(), media: new Map() };
    const done = this.#done;
    const failed: { path: string; reason: Message | string }[] = [];
    const result = (isStopped: boolean, reviews = 0): PackageResult => ({
      isStopped,
      reviews,
      notes: [...done.notes.keys()],
      media: [...done.media.keys()],
      failed,
    });
    const create = async (path: string, content: string | Uint8Array): Promise<boolean> => {
      try {
        await this.#host.vault.create(path, content);
        return true;
      } catch (error) {
        failed.push({ path, reason: reasonOf(error) });
        return false;
      }
    };
    for (const [nth, { path, isThere, file }] of plan.media.entries()) {
      if (isThere || done.media.has(path)) continue;
      if (isCancelled()) return result(true);
      const bytes = await file.read().catch((error: unknown) => {
        failed.push({ path, reason: reasonOf(error) });
        return null;
      });
      if (bytes && (await create(path, bytes))) done.media.set(path, bytes.slice(0, 0));
      progress((mediaShare * nth) / plan.media.length);
    }
    for (const [nth, { path, text, isThere }] of plan.notes.entries()) {
      if (isThere || done.notes.has(path)) continue;
      if (isCancelled()) return result(true);
      if (await create(path, text)) done.notes.set(path, text);
      if (!this.#host.ends) this.#app.touch(path);
      progress(mediaShare + ((notesShare - mediaShare) * nth) / plan.notes.length);
    }
    await this.#app.settle();
    if (isCancelled()) return result(true);
    const isAgain = brought.isUndone(device.name);
    brought.redo(device.name, batch);
    const looks = new Map([...(this.#looks.get(plan) ?? []), ...this.#linked()]);
    const lines = new ImportedLines();
    const take = (event: HistoryEvent): void => {
      lines.add(event);
      if (!isFirst && !this.#host.ends) done.lines.push({ e: event.i, at: event.t });
    };
    const boxes = await packageBoxes(plan.notes, plan.media, device.name);
    const history = await this.#history(looks, take, boxes);
    const at = Math.max(collection.createdAt * 1000, 0);
    const written = { device: device.name, at, lines, isLast: this.#host.ends === true };
    const isAll = await brought.write(written, async (share) => {
      progress(notesShare + (1 - notesShare) * share);
      await new Promise<void>((resolve) => this.#host.after(0, resolve));
      return !isCancelled();
    });
    if (!isAll) return result(true);
    this.#noteLooks(looks, device.name);
    await this.#app.settle();
    progress(1);
    return result(false, isAgain ? history.reviews : history.newReviews);
  }

  /** Takes back what the last run did. Files that were changed since stay. */
  async undo(): Promise<PackageUndone> {
    const done = this.#done;
    if (done === null) return { trashed: 0, stay: [] };
    this.#done = null;
    this.#keepReviewed(done.device);
    const { history } = this.#app;
    if (done.lines.length === 0) history.note([{ k: 'u', e: done.batch }]);
    else history.append(done.lines.map((line) => ({ k: 'u', ...line })));
    const stay: string[] = [];
    let trashed = 0;
    const { files, vault } = this.#host;
    const left: string[] = [];
    for (const [path, text] of done.notes) {
      const now = await files.read(path).catch(() => '');
      if (now === null) continue;
      if (now === text) {
        await vault.trash(path);
        this.#app.touch(path);
        trashed += 1;
      } else {
        stay.push(path);
        left.push(now);
      }
    }
    for (const path of done.media.keys()) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (left.some((text) => text.includes(name))) continue;
      await vault.trash(path);
      trashed += 1;
    }
    await this.#app.settle();
    return { trashed, stay };
  }

  /** Cards of the collection that are in the vault, as they look there. */
  #linked(): ReadonlyMap<number, CardSnapshot> {
    const { collection } = this.#package;
    const { device } = batchOf(collection, this.#host.clock.now());
    const linked = new Map<number, CardSnapshot>();
    for (const { id } of collection.cards) {
      const own = packageCardId(device.name, id);
      const found = this.#app.history.cards.has(own) ? this.#app.linker.find(own) : null;
      if (found) linked.set(id, snapshotOf(found.card));
    }
    return linked;
  }

  #looksIn(notes: readonly PackageNote[]): ReadonlyMap<number, CardSnapshot> {
    const looks = new Map<number, CardSnapshot>();
    for (const { path, text, cards } of notes) {
      const read = this.#app.library.cardsOf(path, text);
      read.cards.forEach((card, nth) => {
        const id = cards[nth] ?? null;
        if (id !== null) looks.set(id, snapshotOf(card));
      });
    }
    return looks;
  }

  async #history(
    looks: ReadonlyMap<number, CardSnapshot>,
    take: (event: HistoryEvent) => void,
    boxes: readonly PictureBox[] = [],
  ): Promise<PackageHistory> {
    const { collection } = this.#package;
    const { history } = this.#app;
    const now = this.#host.clock.now();
    const { device } = batchOf(collection, now);
    const isUndone = history.brought.isUndone(device.name);
    const known = isUndone ? knownNothing : knownOf(history.brought.of(device.name));
    const look = (id: string): CardSnapshot | null => history.cards.get(id)?.snapshot ?? null;
    return inSlices(packageHistory(collection, { looks, boxes, now, known, look, take }), this.#host);
  }

  /** A note that moved long ago, or another folder: then this device says where the card is now. */
  #noteLooks(looks: ReadonlyMap<number, CardSnapshot>, device: string): void {
    const { history } = this.#app;
    const events: NewEvent[] = [];
    for (const [card, look] of looks) {
      const c = packageCardId(device, card);
      const known = history.cards.get(c);
      if (known && !isSameSnapshot(known.snapshot, look)) events.push({ k: 'c', c, ...encodeSnapshot(look) });
    }
    history.note(events);
  }

  /** Cards that were reviewed here stay known by their look, which the undo would take. */
  #keepReviewed(device: string): void {
    const { history } = this.#app;
    const events: NewEvent[] = [];
    for (const { id } of this.#package.collection.cards) {
      const known = history.cards.get(packageCardId(device, id));
      if (!known?.snapshot || known.reviews.every(({ i }) => i.startsWith(`${device}.`))) continue;
      events.push({ k: 'c', c: known.id, ...encodeSnapshot(known.snapshot) });
    }
    history.note(events);
  }
}

function withoutCards(collection: AnkiCollection, out: ReadonlySet<number>): AnkiCollection {
  return { ...collection, cards: collection.cards.filter(({ id }) => !out.has(id)) };
}

/** The cards that are in the vault, and others of a text with gaps that is there: it is not written twice. */
function withTexts(
  { cards, notes, noteTypes }: AnkiCollection,
  linked: ReadonlyMap<number, unknown>,
): ReadonlySet<number> {
  const kinds = new Map(noteTypes.map(({ id, kind }) => [id, kind]));
  const texts = new Set(
    notes.filter(({ noteTypeId }) => kinds.get(noteTypeId) !== 'standard').map(({ id }) => id),
  );
  const written = new Set(cards.filter(({ id }) => linked.has(id)).map(({ noteId }) => noteId));
  return new Set(
    cards
      .filter(({ id, noteId }) => linked.has(id) || (texts.has(noteId) && written.has(noteId)))
      .map(({ id }) => id),
  );
}
