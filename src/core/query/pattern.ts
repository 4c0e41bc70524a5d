// Regular expressions for searches. Ours, since the engine's own can take hours for a bad one and cannot be stopped: all
// ways to match are followed at once, so time grows only with text and pattern. Also tells where a pattern is wrong.
import { foldCase } from '../text/fold-case.ts';

/** What is wrong with a pattern: an offset into it, and the length. */
export interface PatternProblem {
  readonly at: number;
  readonly length: number;
}

interface State {
  /** Whether it takes this sign; null if it takes none. */
  readonly takes: ((sign: string) => boolean) | null;
  /** Whether one can pass between these two signs; `""` is the text's beginning or end. */
  readonly passes?: (before: string, after: string) => boolean;
  readonly next: number[];
}

/** Adds the states of a part in front of the given one; returns the first. */
type Part = (next: number) => number;

type TakesSign = (sign: string) => boolean;

class Wrong extends Error {
  constructor(readonly problem: PatternProblem) {
    super('pattern');
  }
}

/** Limits the time: each sign of a text visits each state at most once. */
const mostStates = 500;
/** Limits the depth of groups, for the stack. */
const deepest = 50;

const isWord: TakesSign = (sign) => /[\p{L}\p{N}_]/u.test(sign);
const classes: Readonly<Record<string, TakesSign>> = {
  d: (sign) => /\p{Nd}/u.test(sign),
  w: isWord,
  s: (sign) => /\s/.test(sign),
};
const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
const isEdge = (before: string, after: string): boolean => isWord(before) !== isWord(after);

class Compiler {
  readonly states: State[] = [];
  readonly #signs: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(pattern: string) {
    this.#signs = Array.from(pattern.normalize('NFC'));
  }

  /** Returns the first state. */
  whole(): number {
    const part = this.#any();
    if (this.#at < this.#signs.length) this.#fail(this.#at);
    return part(this.#add({ takes: null, next: [] }));
  }

  #fail(from: number, to = from + 1): never {
    const offset = (count: number): number => this.#signs.slice(0, count).join('').length;
    throw new Wrong({ at: offset(from), length: offset(to) - offset(from) });
  }

  #add(state: State): number {
    if (this.states.length === mostStates) this.#fail(0, this.#signs.length);
    return this.states.push(state) - 1;
  }

  #take(sign: string): boolean {
    if (this.#signs[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #any(): Part {
    const ways = [this.#sequence()];
    while (this.#take('|')) ways.push(this.#sequence());
    const [only] = ways;
    if (only && ways.length === 1) return only;
    return (next) => this.#add({ takes: null, next: ways.map((way) => way(next)) });
  }

  #sequence(): Part {
    const parts: Part[] = [];
    for (;;) {
      const sign = this.#signs[this.#at];
      if (sign === undefined || sign === '|' || sign === ')') break;
      // A place has no length, so it can't be repeated.
      const isPlace = /^(?:[$^]|\\b)/i.test(`${sign}${this.#signs[this.#at + 1] ?? ''}`);
      const part = this.#one(sign);
      parts.push(isPlace ? part : this.#repeated(part));
    }
    // Even nothing costs a state, or nothing repeated a million times would take its time.
    if (parts.length === 0) return (next) => this.#add({ takes: null, next: [next] });
    return (next) => parts.reduceRight((after, part) => part(after), next);
  }

  #one(sign: string): Part {
    const start = this.#at;
    this.#at += 1;
    switch (sign) {
      case '(': {
        if (this.#depth === deepest) this.#fail(start);
        if (this.#take('?') && !this.#take(':')) this.#fail(start, this.#at);
        this.#depth += 1;
        const part = this.#any();
        this.#depth -= 1;
        if (!this.#take(')')) this.#fail(start);
        return part;
      }
      case '[':
        return this.#taking(this.#oneOf(start));
      case '.':
        return this.#taking((other) => other !== '\n');
      case '^':
        return this.#passing((before) => before === '' || before === '\n');
      case '$':
        return this.#passing((_, after) => after === '' || after === '\n');
      case '*':
      case '+':
      case '?':
      case '{':
        return this.#fail(start);
      case '\\':
        if (this.#take('b')) return this.#passing(isEdge);
        if (this.#take('B')) return this.#passing((before, after) => !isEdge(before, after));
        this.#at = start;
        return this.#taking(this.#escaped());
      default:
        return this.#taking(this.#equal(sign));
    }
  }

  #taking(takes: TakesSign): Part {
    return (next) => this.#add({ takes, next: [next] });
  }

  #passing(passes: (before: string, after: string) => boolean): Part {
    return (next) => this.#add({ takes: null, passes, next: [next] });
  }

  /** Searched text is in lower case. */
  #equal(sign: string): TakesSign {
    const folded = foldCase(sign);
    return (other) => other === folded;
  }

  /** At a backslash: a class, or one sign. */
  #escaped(): TakesSign {
    const start = this.#at;
    const sign = this.#signs[start + 1];
    this.#at += 2;
    if (sign === undefined) this.#fail(start);
    const takes = classes[sign];
    if (takes) return takes;
    const other = classes[sign.toLowerCase()];
    if (other) return (one) => !other(one);
    const control = controls[sign];
    // Back references, code points and the like would be taken for letters.
    if (control === undefined && isWord(sign)) this.#fail(start, this.#at);
    return this.#equal(control ?? sign);
  }

  #oneOf(start: number): TakesSign {
    const not = this.#take('^');
    const tests: TakesSign[] = [];
    while (!this.#take(']')) {
      const from = this.#at;
      const sign = this.#signs[from];
      if (sign === undefined) this.#fail(start);
      if (sign === '\\') {
        tests.push(this.#escaped());
        continue;
      }
      this.#at += 1;
      const last = this.#signs[this.#at + 1];
      if (this.#signs[this.#at] !== '-' || last === undefined || last === ']') {
        tests.push(this.#equal(sign));
        continue;
      }
      this.#at += 2;
      if (last < sign || last === '\\') this.#fail(from, this.#at);
      const isWithin: TakesSign = (one) => one >= sign && one <= last;
      tests.push((one) => isWithin(one) || isWithin(one.toUpperCase()));
    }
    return (one) => tests.some((test) => test(one)) !== not;
  }

  /** With the quantifier that follows, if any; whether it is greedy makes no difference here. */
  #repeated(part: Part): Part {
    const start = this.#at;
    const written = /^(?:[*+?]|\{(\d{1,3})(?:(,)(\d{0,3}))?\})\??/.exec(
      this.#signs.slice(start, start + 10).join(''),
    );
    if (!written) return part;
    const [all, least = '', comma = '', most = ''] = written;
    this.#at += all.length;
    const from = least === '' ? Number(all[0] === '+') : Number(least);
    const isOpen = least === '' ? all[0] !== '?' : comma !== '' && most === '';
    const to = least === '' ? 1 : comma === '' ? from : Number(most);
    if (!isOpen && to < from) this.#fail(start, this.#at);
    const loop: Part = (next) => {
      const state: State = { takes: null, next: [next] };
      const at = this.#add(state);
      state.next.push(part(at));
      return at;
    };
    const maybe: Part = (next) => this.#add({ takes: null, next: [next, part(next)] });
    return (next) => {
      let first = isOpen ? loop(next) : next;
      for (let count = isOpen ? from : to; count > 0; count -= 1)
        first = count > from ? maybe(first) : part(first);
      return first;
    };
  }
}

/** @returns whether part of a text in lower case matches; or what is wrong */
export function readPattern(pattern: string): ((text: string) => boolean) | PatternProblem {
  const compiler = new Compiler(pattern);
  try {
    return searcher(compiler.states, compiler.whole());
  } catch (error) {
    if (error instanceof Wrong) return error.problem;
    throw error;
  }
}

/** All ways to have come to a place in a text. */
interface Ways {
  readonly reached: readonly number[];
  /** A sign of the same kind as the one before. */
  readonly before: string;
  /** By the sign that follows; null where it matches. */
  readonly then: Map<string, Ways | null>;
}

/** Far more than the texts of a vault lead to; limits the memory. */
const mostWays = 2000;

const kindOf = (sign: string): string => (sign === '\n' ? sign : isWord(sign) ? 'a' : ' ');

function searcher(states: readonly State[], first: number): (text: string) => boolean {
  /** Made as texts lead to them, then only looked up: ten times as fast. */
  const known = new Map<string, Ways>();
  const waysOf = (reached: readonly number[], before: string): Ways => {
    const key = `${before}${reached.join()}`;
    const ways = known.get(key) ?? { reached, before, then: new Map() };
    if (known.size < mostWays) known.set(key, ways);
    return ways;
  };
  const start = waysOf([first], '');
  const follow = ({ reached, before }: Ways, sign: string): Ways | null => {
    const visited = new Set<number>();
    // A match may begin anywhere.
    const next = new Set([first]);
    const open = [...reached];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const state = states[at];
      if (!state || visited.has(at)) continue;
      visited.add(at);
      if (state.takes === null) {
        if (state.next.length === 0) return null;
        if (!state.passes || state.passes(before, sign)) open.push(...state.next);
      } else if (sign !== '' && state.takes(sign)) for (const each of state.next) next.add(each);
    }
    return waysOf(
      [...next].sort((a, b) => a - b),
      kindOf(sign),
    );
  };
  return (text) => {
    let ways = start;
    for (const sign of [...text, '']) {
      let then = ways.then.get(sign);
      if (then === undefined) ways.then.set(sign, (then = follow(ways, sign)));
      if (then === null) return true;
      ways = then;
    }
    return false;
  };
}
