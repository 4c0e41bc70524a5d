// Evaluates a query: decides which cards it matches.
import { foldCase } from '../text/fold-case.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { remembered } from '../text/remembered.ts';
import {
  propertyDate,
  propertyNumber,
  type NumberField,
  type Order,
  type Query,
  type QueryState,
  type TextField,
} from './query.ts';
import { trimEndSigns, trimSigns } from '../text/trim-signs.ts';
import { readPattern } from './pattern.ts';
import { wildcard, wildcardPath } from './wildcard.ts';

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
  /** Of its note, without `#`. */
  readonly tags: readonly string[];
  /** Study day since which it is known; null if that cannot be told. */
  readonly addedOn: number | null;
  /** Its reviews since the last reset, by study day and grade. */
  readonly reviews: readonly { readonly y: number; readonly g: number }[];
  /** The values of a property of its note; null if it has no such property. */
  property(name: string): readonly string[] | null;
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
    case 'words': {
      const has = wildcard(query.text, false);
      return ({ text }) => has(text);
    }
    case 'pattern': {
      const has = readPattern(query.pattern);
      return ({ text }) => typeof has === 'function' && has(text);
    }
    case 'rated':
      return ratedTest(today - query.days, query.grade);
    case 'added':
      return ({ addedOn }) => addedOn !== null && addedOn > today - query.days;
    case 'prop':
      return propertyTest(query.name, query.value);
    case 'prop-order':
      return propertyOrderTest(query.name, query.order, query.value);
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

function comparison<T extends number | string>(order: Order, wanted: T): (value: T) => boolean {
  switch (order) {
    case '<':
      return (value) => value < wanted;
    case '<=':
      return (value) => value <= wanted;
    case '>':
      return (value) => value > wanted;
    case '>=':
      return (value) => value >= wanted;
    case '=':
      return (value) => value === wanted;
  }
}

function numberTest(field: NumberField, order: Order, wanted: number, today: number): Test {
  const holds = comparison(order, wanted);
  return (subject) => {
    const value = numberOf(field, subject, today);
    return value !== null && holds(value);
  };
}

/** For tests of the note alone: asked once a note, not once a card. */
function ofNote(test: Test): Test {
  const known = new Map<string, boolean>();
  return (subject) => {
    let is = known.get(subject.note);
    if (is === undefined) known.set(subject.note, (is = test(subject)));
    return is;
  };
}

/** @param after study day; only reviews after it count */
function ratedTest(after: number, grade: number | null): Test {
  return (subject) => {
    // Schedules are at hand; a history may have to be unpacked.
    if ((subject.schedule.lastDay ?? after) <= after) return false;
    return grade === null || subject.reviews.some(({ y, g }) => y > after && g === grade);
  };
}

function propertyTest(name: string, value: string | null): Test {
  const has = wildcard(value ?? '*', true);
  return ofNote((subject) => {
    const values = subject.property(name);
    if (values === null) return false;
    return value === null || (values.length === 0 ? value === '' : values.some(has));
  });
}

/** Numbers by size, dates by time as far as `wanted` names it; a number is no date. */
function propertyOrderTest(name: string, order: Order, wanted: string): Test {
  const isNumber = propertyNumber.test(wanted);
  const number = comparison(order, Number(wanted));
  const date = comparison(order, wanted);
  const holds = (value: string): boolean =>
    isNumber
      ? propertyNumber.test(value) && number(Number(value))
      : propertyDate.test(value) && date(value.slice(0, wanted.length));
  return ofNote((subject) => subject.property(name)?.some(holds) === true);
}

function textTest(field: TextField, wanted: string, whole: boolean): Test {
  const has = wildcard(wanted, whole);
  /** Whether the end of a path is the name wanted. */
  const names = (path: string): boolean => whole && has(path.slice(path.lastIndexOf('/') + 1));
  /** Itself and what is below; `""` alone is what is nowhere. */
  const placed = (place: string): ((path: string) => boolean) =>
    whole || place === '' ? wildcard(place, true) : wildcardPath(place);
  switch (field) {
    case 'deck': {
      const isIn = placed(wanted);
      const isThat = remembered((deck) => isIn(foldCase(deck)));
      return ({ deck }) => isThat(deck);
    }
    case 'tag': {
      const isThat = placed(trimSigns(wanted, '#/'));
      return ofNote(({ tags }) => (tags.length === 0 ? isThat('') : tags.some(isThat)));
    }
    case 'folder': {
      const isIn = placed(trimEndSigns(wanted, '/'));
      return ofNote(({ note }) => isIn(foldCase(note.slice(0, Math.max(0, note.lastIndexOf('/'))))));
    }
    case 'note':
      return ofNote(({ note }) => {
        const path = foldCase(note).replace(/\.md$/, '');
        return has(path) || names(path);
      });
    case 'question':
      return ({ question }) => has(question);
    case 'answer':
      return ({ answer }) => answer !== null && has(answer);
    case 'link':
      return ({ links }) => {
        for (const link of links ?? []) if (has(link) || names(link)) return true;
        return false;
      };
  }
}
