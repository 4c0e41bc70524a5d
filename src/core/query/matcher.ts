// Evaluates a query: decides which cards it matches.
import { foldCase } from '../text/fold-case.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { isUnder } from '../text/is-under.ts';
import type { NumberField, Order, Query, QueryState, TextField } from './query.ts';
import { trimEndSigns } from '../text/trim-signs.ts';

/** A card as a query sees it. All text is lower-case and NFC; members may be computed on access. */
export interface Subject {
  /** Path of the note. */
  readonly note: string;
  readonly deck: string;
  readonly source: string;
  readonly schedule: Schedule;
  /** Whether it comes up today and is not new. */
  readonly isDue: boolean;
  /** Whether it is excluded from study. */
  readonly isAside: boolean;
  /** Number of words in the answer. */
  readonly words: number;
  /** Whether the answer should be split. */
  readonly isLong: boolean;
  readonly question: string;
  /** The text searched for words. */
  readonly text: string;
  /** Null if it hasn't been read. */
  readonly answer: string | null;
  /** Pages it links to; null if they haven't been read. */
  readonly links: Iterable<string> | null;
}

type Test = (subject: Subject) => boolean;

/** @param today study day; see `Needs` for what subjects must provide */
export function matcher(query: Query, today: number): Test {
  switch (query.kind) {
    case 'all': {
      const [first, ...others] = query.of.map((each) => matcher(each, today));
      if (!first) return () => true;
      return others.length === 0
        ? first
        : (subject) => first(subject) && others.every((test) => test(subject));
    }
    case 'any': {
      const tests = query.of.map((each) => matcher(each, today));
      return (subject) => tests.some((test) => test(subject));
    }
    case 'not': {
      const test = matcher(query.of, today);
      return (subject) => !test(subject);
    }
    case 'words':
      return ({ text }) => text.includes(query.text);
    case 'source':
      return ({ source }) => source === query.source;
    case 'is':
      return stateTest(query.state, today);
    case 'number':
      return numberTest(query.field, query.order, query.value, today);
    case 'text':
      return textTest(query.field, query.text, query.whole);
  }
}

function stateTest(state: QueryState, today: number): Test {
  switch (state) {
    case 'due':
      return ({ isDue }) => isDue;
    case 'new':
    case 'review':
      return ({ schedule }) => schedule.state === state;
    case 'learning':
      return ({ schedule }) => schedule.state === 'learning' || schedule.state === 'relearning';
    case 'suspended':
      return ({ schedule }) => schedule.suspended;
    case 'buried':
      return ({ schedule: { buriedUntil } }) => buriedUntil !== null && buriedUntil >= today;
    case 'flagged':
      return ({ schedule }) => schedule.flag > 0;
    case 'leech':
      return ({ schedule }) => schedule.leech;
    case 'aside':
      return ({ isAside }) => isAside;
    case 'long':
      return ({ isLong }) => isLong;
  }
}

/** Null if the card has no such number yet; then no comparison holds. */
function numberOf(field: NumberField, { schedule, words }: Subject, today: number): number | null {
  const { memory, lapses, reps, interval, flag, dueDay, lastDay } = schedule;
  switch (field) {
    case 'lapses':
      return lapses;
    case 'reviews':
      return reps;
    case 'stability':
      return memory?.stability ?? null;
    case 'difficulty':
      return memory?.difficulty ?? null;
    case 'interval':
      return memory ? interval : null;
    case 'flag':
      return flag;
    case 'words':
      return words;
    case 'due':
      return dueDay === null ? null : dueDay - today;
    case 'last':
      return lastDay === null ? null : today - lastDay;
  }
}

function numberTest(field: NumberField, order: Order, wanted: number, today: number): Test {
  const compare: Readonly<Record<Order, (value: number) => boolean>> = {
    '<': (value) => value < wanted,
    '<=': (value) => value <= wanted,
    '>': (value) => value > wanted,
    '>=': (value) => value >= wanted,
    '=': (value) => value === wanted,
  };
  const holds = compare[order];
  return (subject) => {
    const value = numberOf(field, subject, today);
    return value !== null && holds(value);
  };
}

/** Caches its results: cards of the same note and deck ask the same. */
function remembered(test: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    let is = known.get(text);
    if (is === undefined) {
      is = test(text);
      known.set(text, is);
    }
    return is;
  };
}

function textTest(field: TextField, wanted: string, whole: boolean): Test {
  const has = (text: string): boolean => (whole ? text === wanted : text.includes(wanted));
  switch (field) {
    case 'deck': {
      // All decks are under the root; searching for it means cards without a deck.
      const isThat = remembered((deck) =>
        whole || wanted === '' ? foldCase(deck) === wanted : isUnder(foldCase(deck), wanted),
      );
      return ({ deck }) => isThat(deck);
    }
    case 'folder': {
      const folder = trimEndSigns(wanted, '/');
      const isIn = remembered((note) => {
        const own = foldCase(note).slice(0, Math.max(0, note.lastIndexOf('/')));
        return whole || folder === '' ? own === folder : isUnder(own, folder);
      });
      return ({ note }) => isIn(note);
    }
    case 'note': {
      const isThat = remembered((note) => {
        const path = foldCase(note).replace(/\.md$/, '');
        return has(path) || (whole && path.slice(path.lastIndexOf('/') + 1) === wanted);
      });
      return ({ note }) => isThat(note);
    }
    case 'question':
      return ({ question }) => has(question);
    case 'answer':
      return ({ answer }) => answer !== null && has(answer);
    case 'link':
      return ({ links }) => {
        for (const link of links ?? [])
          if (has(link) || (whole && link.slice(link.lastIndexOf('/') + 1) === wanted)) return true;
        return false;
      };
  }
}
