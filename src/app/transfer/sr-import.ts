// Imports the schedules that the plugin "Spaced Repetition" wrote into notes: reads every note once, in slices, reports
// what it finds, and if confirmed appends it, batch by batch as one action. Never writes to a note.
import { reasonOf } from '../../core/text/message.ts';
import type { Card } from '../../core/card/card.ts';
import { encodeSnapshot } from '../../core/history/card-snapshot.ts';
import { snapshotOf } from '../../core/identity/fingerprint/fingerprint.ts';
import { countImport, planImport, type SrCounts, type SrTarget } from '../../core/import/sr-import.ts';
import { matchSchedules, type SrFound, type SrMatch, type SrUnmatched } from '../../core/import/sr-match.ts';
import type { TrackedCard } from '../cards/card-registry.ts';
import type { Flashcards } from '../flashcards.ts';
import { mayHoldSchedule } from './sr-detector.ts';
import type { Progress } from '../notes/change-queue.ts';
import type { After, Clock, NoteFiles } from '../ports.ts';
import { appMessage } from '../strings.ts';
import { inTurn } from '../work/read-ahead.ts';
import { makeYieldToHost } from '../work/slices.ts';

export interface SrImportHost {
  readonly files: NoteFiles;
  readonly clock: Clock;
  readonly after: After;
  /** Resolves when the last settings change has taken effect. */
  readonly settled?: () => Promise<void>;
}

export interface Watch {
  /** Called between slices. */
  readonly progress: (progress: Progress) => void;
  /** Called between slices. */
  readonly isCancelled: () => boolean;
}

export interface SrPlanned {
  readonly plan: SrCounts;
  /** Schedules whose note has been edited since it was read. */
  readonly outdated: readonly SrUnmatched[];
}

export interface SrTaken extends SrCounts {
  /** Whether schedules remain because the import was stopped or the log cannot be written now. */
  readonly isStopped: boolean;
}

/** Schedules per append to the log; their lines are as long as lines can be. */
const batch = 100;

export class SrImport {
  readonly #host: SrImportHost;
  readonly #cards: Flashcards;
  /** The text id of each card read, as the linker has it. */
  readonly #textIds = new WeakMap<Card, string>();
  /** Cards of the last requested note, since the schedules of one note are consecutive. */
  #note: { readonly all: readonly TrackedCard[]; readonly byId: ReadonlyMap<string, TrackedCard> } | null =
    null;

  constructor(host: SrImportHost, cards: Flashcards) {
    this.#host = host;
    this.#cards = cards;
  }

  /** Reads the schedules of all notes, watched or not. Null if canceled. */
  async find({ progress, isCancelled }: Watch): Promise<SrFound | null> {
    const { files, settled } = this.#host;
    await this.#cards.settle();
    // The schedules themselves may have turned on a setting.
    await settled?.();
    const logs = `${this.#cards.history.folder}/log/`;
    const paths = files.list(null).flatMap(({ path }) => (path.startsWith(logs) ? [] : [path]));
    const found: SrFound[] = [];
    const yieldToHost = makeYieldToHost(this.#host);
    for await (const one of inTurn(paths, (path) => this.#findIn(path))) {
      found.push(one);
      if (!(await yieldToHost())) continue;
      progress({ done: found.length, of: paths.length });
      if (isCancelled()) return null;
    }
    return sum(found);
  }

  /** What an import would do. */
  async plan({ matched }: SrFound): Promise<SrPlanned> {
    let plan: SrCounts = { imported: 0, known: 0, reviewed: 0 };
    const isCurrent = new Set<SrMatch>();
    const yieldToHost = makeYieldToHost(this.#host);
    for (let done = 0; done < matched.length; done += batch) {
      const { current, target } = this.#current(matched.slice(done, done + batch));
      plan = added(plan, countImport(current, target));
      for (const one of current) isCurrent.add(one);
      await yieldToHost();
    }
    const outdated = matched.flatMap((match): SrUnmatched[] =>
      isCurrent.has(match)
        ? []
        : [{ note: match.card.note, line: match.line, reason: appMessage('changedNote') }],
    );
    return { plan, outdated };
  }

  /**
   * Appends the schedules batch by batch, as one action: one undo removes them all. Each batch is in the log before the
   * next begins. What is in the log counts as known, so the next import continues one that was stopped or did not
   * finish. Throws if nothing can be saved.
   */
  async run({ matched }: SrFound, { progress, isCancelled }: Watch): Promise<SrTaken> {
    const { history } = this.#cards;
    let taken: SrCounts = { imported: 0, known: 0, reviewed: 0 };
    let action: string | null = null;
    let isStopped = false;
    const yieldToHost = makeYieldToHost(this.#host);
    try {
      for (let done = 0; done < matched.length && !isStopped;) {
        const { current, target } = this.#current(matched.slice(done, done + batch));
        const { events, ...counts } = planImport(current, target);
        action = history.appendPart(events, action);
        taken = added(taken, counts);
        done = Math.min(done + batch, matched.length);
        if (events.length > 0) await history.flush();
        progress({ done, of: matched.length });
        await yieldToHost();
        isStopped = done < matched.length && (isCancelled() || history.waiting);
      }
    } finally {
      history.endParts();
    }
    return { ...taken, isStopped };
  }

  /** The schedules whose card has not changed since they were read. */
  #current(matched: readonly SrMatch[]): { readonly current: readonly SrMatch[]; readonly target: SrTarget } {
    const tracked = new Map<Card, TrackedCard>();
    const current = matched.filter(({ card }) => {
      const known = this.#cardsOf(card.note).get(this.#textIds.get(card) ?? '');
      if (known) tracked.set(card, known);
      return known !== undefined;
    });
    const target: SrTarget = {
      id: (card) => tracked.get(card)?.id ?? '',
      history: (id) => this.#cards.history.cards.get(id),
      // The index computes it once; for the card as read, it would be computed again.
      snapshot: (card) => encodeSnapshot(snapshotOf(tracked.get(card)?.card ?? card)),
    };
    return { current, target };
  }

  /** By text id. */
  #cardsOf(note: string): ReadonlyMap<string, TrackedCard> {
    const all = this.#cards.linker.notes.get(note) ?? [];
    if (this.#note?.all !== all)
      this.#note = { all, byId: new Map(all.map((one) => [one.card.textId, one])) };
    return this.#note.byId;
  }

  async #findIn(path: string): Promise<SrFound> {
    try {
      const text = await this.#host.files.read(path);
      if (text !== null && mayHoldSchedule(text)) return this.#match(path, text);
    } catch (error) {
      const reason = appMessage('unreadNote', reasonOf(error));
      return { ...sum([]), unmatched: [{ note: path, line: 1, reason }] };
    }
    // Without a schedule, only the cards are counted, and those are known.
    const known = this.#cards.library.notes.get(path)?.cards ?? [];
    const cards = known.filter(({ source }) => source === 'separator' || source === 'cloze').length;
    return { ...sum([]), notes: cards > 0 ? 1 : 0, cards };
  }

  #match(path: string, text: string): SrFound {
    const note = this.#cards.library.cardsOf(path, text);
    for (const [id, card] of note.byId()) this.#textIds.set(card, id);
    return matchSchedules([{ text, cards: note }]);
  }
}

function added(one: SrCounts, other: SrCounts): SrCounts {
  return {
    imported: one.imported + other.imported,
    known: one.known + other.known,
    reviewed: one.reviewed + other.reviewed,
  };
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
