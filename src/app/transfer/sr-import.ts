// Takes over the schedules that the plugin "Spaced Repetition" wrote into notes: reads every note once, in slices, says
// what is there, and appends it on a yes as one action. Writes into no note.
import { errorMessage } from '../../core/text/error-message.ts';
import type { Card } from '../../core/card/card.ts';
import { extractCards } from '../../core/card/extract.ts';
import { encodeLook } from '../../core/history/look.ts';
import { cardIds, lookOf } from '../../core/identity/fingerprint/fingerprint.ts';
import { planImport, type SrPlan } from '../../core/import/sr-import.ts';
import { matchSchedules, type SrFound, type SrMatch, type SrUnmatched } from '../../core/import/sr-match.ts';
import type { Flashcards } from '../flashcards.ts';
import { mayHoldSchedule } from './sr-detector.ts';
import type { Progress } from '../notes/change-queue.ts';
import type { After, Clock, NoteFiles } from '../ports.ts';
import { appWords } from '../strings.ts';

export interface SrImportHost {
  readonly files: NoteFiles;
  readonly clock: Clock;
  readonly after: After;
}

export interface Reading {
  /** Told between slices. */
  readonly progress: (progress: Progress) => void;
  /** Asked between slices. */
  readonly isCancelled: () => boolean;
}

/** ms of work between two breaths. */
const slice = 8;

export class SrImport {
  readonly #host: SrImportHost;
  readonly #cards: Flashcards;
  /** What names the text of each card that was read, as the linker has it. */
  readonly #textIds = new WeakMap<Card, string>();

  constructor(host: SrImportHost, cards: Flashcards) {
    this.#host = host;
    this.#cards = cards;
  }

  /** Reads the schedules of all notes, watched or not. Null where it was cancelled. */
  async find({ progress, isCancelled }: Reading): Promise<SrFound | null> {
    const { files, clock, after } = this.#host;
    await this.#cards.settle();
    const logs = `${this.#cards.history.folder}/log/`;
    const paths = files.list(null).flatMap(({ path }) => (path.startsWith(logs) ? [] : [path]));
    const found: SrFound[] = [];
    let since = clock.now();
    for (const path of paths) {
      found.push(await this.#findIn(path));
      if (clock.now() - since < slice) continue;
      progress({ done: found.length, of: paths.length });
      await new Promise<void>((resolve) => after(0, resolve));
      if (isCancelled()) return null;
      since = clock.now();
    }
    return sum(found);
  }

  /** What an import would append, and the schedules whose note was edited since it was read. */
  plan({ matched }: SrFound): { readonly plan: SrPlan; readonly outdated: readonly SrUnmatched[] } {
    const ids = new Map<SrMatch, string>();
    const byNote = new Map<string, ReadonlyMap<string, string>>();
    for (const match of matched) {
      const { note } = match.card;
      const known =
        byNote.get(note) ??
        new Map((this.#cards.linker.notes.get(note) ?? []).map(({ id, card }) => [card.textId, id]));
      byNote.set(note, known);
      const id = known.get(this.#textIds.get(match.card) ?? '');
      if (id !== undefined) ids.set(match, id);
    }
    const idOfCard = new Map([...ids].map(([{ card }, id]) => [card, id]));
    const plan = planImport([...ids.keys()], {
      id: (card) => idOfCard.get(card) ?? '',
      history: (id) => this.#cards.history.cards.get(id),
      look: (card) => encodeLook(lookOf(card)),
    });
    const outdated = matched.flatMap((match): SrUnmatched[] =>
      ids.has(match) ? [] : [{ note: match.card.note, line: match.line, reason: appWords.changedNote }],
    );
    return { plan, outdated };
  }

  /** Appends the schedules as one action, so that one undo takes all of them back. Throws where nothing can be kept. */
  run(found: SrFound): SrPlan {
    const { plan } = this.plan(found);
    this.#cards.history.append(plan.events);
    return plan;
  }

  async #findIn(path: string): Promise<SrFound> {
    try {
      const text = await this.#host.files.read(path);
      if (text !== null && mayHoldSchedule(text)) return this.#match(path, text);
    } catch (error) {
      const reason = appWords.unreadNote(errorMessage(error));
      return { ...sum([]), unmatched: [{ note: path, line: 1, reason }] };
    }
    // Without a schedule only the cards are counted, and those are known.
    const known = this.#cards.library.notes.get(path)?.cards ?? [];
    const cards = known.filter(({ source }) => source === 'separator' || source === 'cloze').length;
    return { ...sum([]), notes: cards > 0 ? 1 : 0, cards };
  }

  #match(path: string, text: string): SrFound {
    const note = extractCards({ path, text }, this.#cards.settings.cards);
    for (const [index, id] of cardIds(note.cards).entries()) {
      const card = note.cards[index];
      if (card) this.#textIds.set(card, id);
    }
    return matchSchedules([{ text, cards: note }]);
  }
}

function sum(found: readonly SrFound[]): SrFound {
  const total = (count: (one: SrFound) => number): number =>
    found.reduce((before, one) => before + count(one), 0);
  return {
    notes: total(({ notes }) => notes),
    cards: total(({ cards }) => cards),
    schedules: total(({ schedules }) => schedules),
    matched: found.flatMap(({ matched }) => matched),
    unmatched: found.flatMap(({ unmatched }) => unmatched),
  };
}
