// Parses a card search as typed: words, "a phrase", conditions such as `lapses>3`, `-` for not, `or`, and parentheses.
// Our own recursive descent parser: liqe 3.8 minifies to 34 kB, a twentieth of the plugin, fails on `is:due
// source:callout lapses>3`, and doesn't report where a quote was left open.
import { foldCase } from '../text/fold-case.ts';
import { readCondition } from './condition.ts';
import { readPattern } from './pattern.ts';
import type { Query, QueryProblem, Relation } from './query.ts';

export type ParsedQuery =
  | { readonly query: Query; readonly problem: null }
  | { readonly query: null; readonly problem: QueryProblem };

class Wrong extends Error {
  constructor(readonly problem: QueryProblem) {
    super(problem.kind);
  }
}

function wrong(kind: QueryProblem['kind'], at: number, length = 1): Wrong {
  return new Wrong({ kind, at, length, text: '', field: null, choices: [] });
}

/** Maximum nesting of parentheses; no real search goes deeper, and it would overflow the stack. */
const deepest = 50;

const blank = /\s*/y;
const not = /-(?=[^\s)])/y;
const either = /or(?=[\s()]|$)/iy;
const fieldAndRelation = /(\p{L}+)([<>]=?|[:=])/uy;
/** A backslash is never alone: `\"` is a quotation mark of the text. */
const quoted = /"((?:[^"\\]|\\.)*)"/sy;
const bare = /[^\s()"]+/y;

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Query {
    const query = this.#any();
    if (this.#at < this.#text.length) throw wrong('stray-bracket', this.#at);
    return query;
  }

  #any(): Query {
    const first = this.#all();
    const of = [first];
    for (;;) {
      const start = this.#at;
      if (this.#take(either) === null) break;
      const next = this.#all();
      if (isEmpty(next) || isEmpty(of.at(-1))) throw wrong('nothing-to-find', start, 2);
      of.push(next);
    }
    return of.length === 1 ? first : { kind: 'any', of };
  }

  #all(): Query {
    const of: Query[] = [];
    for (;;) {
      this.#take(blank);
      const char = this.#text[this.#at];
      if (char === undefined || char === ')' || this.#sees(either)) break;
      of.push(this.#one());
    }
    const [only, ...others] = of;
    return only && others.length === 0 ? only : { kind: 'all', of };
  }

  #one(): Query {
    let isNot = false;
    while (this.#sees(not)) {
      this.#at += 1;
      isNot = !isNot;
    }
    const of = this.#group();
    return isNot ? { kind: 'not', of } : of;
  }

  #group(): Query {
    const start = this.#at;
    if (this.#text[start] !== '(') return this.#term();
    this.#at += 1;
    if (this.#depth === deepest) throw wrong('open-bracket', this.#at);
    this.#depth += 1;
    const inner = this.#any();
    this.#depth -= 1;
    if (this.#text[this.#at] !== ')') throw wrong('open-bracket', start);
    this.#at += 1;
    if (isEmpty(inner)) throw wrong('nothing-to-find', start, this.#at - start);
    return inner;
  }

  #term(): Query {
    const start = this.#at;
    const head = this.#take(fieldAndRelation);
    if (head === null) return { kind: 'words', text: foldCase(this.#value()) };
    const [, field = '', relation = ''] = head;
    const valueAt = this.#at;
    let value = this.#value();
    // A property has a name and a value, and each may be in quotes.
    const isProperty = field.toLowerCase() === 'prop';
    while (isProperty && /[^\s()]/.test(this.#text.charAt(this.#at))) value += this.#value();
    this.#checkPattern(field, value, valueAt);
    const read = readCondition({
      field,
      fieldAt: start,
      relation: relation as Relation,
      relationAt: start + field.length,
      value,
      valueAt,
      valueLength: this.#at - valueAt,
    });
    if ('at' in read) {
      // An unknown name is the bigger problem; its value comes second.
      const isMissing = this.#at === valueAt && read.kind !== 'unknown-field';
      throw isMissing ? wrong('no-value', start, valueAt - start) : new Wrong(read);
    }
    if (this.#at === valueAt) throw wrong('no-value', start, valueAt - start);
    return read;
  }

  /** A word or quoted text; empty if there is neither. */
  #value(): string {
    const start = this.#at;
    if (this.#text[start] !== '"') return this.#take(bare)?.[0] ?? '';
    const text = this.#take(quoted)?.[1];
    if (text === undefined) throw wrong('open-quote', start, this.#text.length - start);
    // Other backslashes belong to stars and patterns.
    return text.replace(/\\(.)/gs, (pair, sign: string) => (sign === '"' ? sign : pair));
  }

  /** A pattern that goes on with a bracket or a quotation mark would be cut short there. */
  #checkPattern(field: string, value: string, valueAt: number): void {
    if (field.toLowerCase() !== 're' || this.#text[valueAt] === '"') return;
    const next = this.#text[this.#at] ?? '';
    const isCut = next === '(' || next === '"' || (next === ')' && typeof readPattern(value) !== 'function');
    if (isCut) throw wrong('bare-pattern', this.#at);
  }

  #sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found;
  }
}

/** An empty query, which matches every card. */
function isEmpty(query: Query | undefined): boolean {
  return query?.kind === 'all' && query.of.length === 0;
}

/** Whitespace alone matches every card. */
export function parseQuery(text: string): ParsedQuery {
  try {
    return { query: new Reader(text).whole(), problem: null };
  } catch (error) {
    if (error instanceof Wrong) return { query: null, problem: error.problem };
    throw error;
  }
}
