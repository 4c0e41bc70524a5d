// The parsed form of a card search. Parsed by parse.ts, evaluated by matcher.ts.
import { surePart } from './wildcard.ts';

/** How a field is compared: `:` is a loose match, `=` exact. */
export type Relation = ':' | '=' | '<' | '<=' | '>' | '>=';

export type Order = '<' | '<=' | '>' | '>=' | '=';

export const numberFields = [
  'lapses',
  'reviews',
  'stability',
  'difficulty',
  'interval',
  'due',
  'last',
  'flag',
  'words',
] as const;
/** Whole days for `due` (from today on) and `last` (since the last review); the others as in schedules. */
export type NumberField = (typeof numberFields)[number];

export const textFields = ['deck', 'tag', 'folder', 'note', 'question', 'answer', 'link'] as const;
export type TextField = (typeof textFields)[number];

export const states = [
  'due',
  'new',
  'learning',
  'review',
  'suspended',
  'buried',
  'flagged',
  'leech',
  'long',
  'aside',
] as const;
export type QueryState = (typeof states)[number];

export const dayFields = ['rated', 'added'] as const;

export const fieldNames = [
  'is',
  'source',
  ...textFields,
  ...numberFields,
  ...dayFields,
  'prop',
  're',
] as const;
export type FieldName = (typeof fieldNames)[number];

export type Query =
  /** All of them must hold; matches all cards if empty. */
  | { readonly kind: 'all'; readonly of: readonly Query[] }
  | { readonly kind: 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  /** Lower-case words of the card; `*` in this and other texts stands for any text. */
  | { readonly kind: 'words'; readonly text: string }
  /** Lower-case. */
  | { readonly kind: 'text'; readonly field: TextField; readonly text: string; readonly whole: boolean }
  | { readonly kind: 'number'; readonly field: NumberField; readonly order: Order; readonly value: number }
  | { readonly kind: 'is'; readonly state: QueryState }
  | { readonly kind: 'source'; readonly source: string }
  /** A regular expression for what words are searched in. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** Within so many study days, 1 being today. `grade` is null for any. */
  | { readonly kind: 'rated'; readonly days: number; readonly grade: number | null }
  | { readonly kind: 'added'; readonly days: number }
  /** Lower-case; the value is null for any, or none. */
  | { readonly kind: 'prop'; readonly name: string; readonly value: string | null }
  /** The value is a number or a date. */
  | { readonly kind: 'prop-order'; readonly name: string; readonly order: Order; readonly value: string };

/** Values of properties that have an order. */
export const propertyNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/;
export const propertyDate = /^\d{4}-\d\d(?:-\d\d)?(?![^t ])/;

export const everything: Query = { kind: 'all', of: [] };

/** Options of a code block in a note. */
export const blockOptions = ['deck', 'limit', 'show'] as const;
export type BlockOption = (typeof blockOptions)[number];

/** A user-facing error: where it is, and what the text there says. */
export interface QueryProblem {
  readonly kind:
    | 'open-quote'
    | 'open-bracket'
    | 'stray-bracket'
    | 'nothing-to-find'
    | 'no-value'
    | 'unknown-field'
    | 'no-number'
    | 'no-order'
    | 'unknown-value'
    | 'bad-pattern'
    | 'bare-pattern'
    /** An option of a code block, given before. */
    | 'twice';
  /** 0-based offset into the text, in UTF-16 units, and the length. */
  readonly at: number;
  readonly length: number;
  /** The name or value that is not recognized; empty if there is none. */
  readonly text: string;
  readonly field: FieldName | BlockOption | null;
  /** What could be written there instead. */
  readonly choices: readonly string[];
}

/** Whether part of a query needs text that isn't in memory. */
export interface Needs {
  readonly answers: boolean;
  /** What is searched for in links, lower-case; of a text with stars, a part that is sure. */
  readonly links: readonly string[];
}

export function needsOf(query: Query): Needs {
  switch (query.kind) {
    case 'all':
    case 'any': {
      const needs = query.of.map(needsOf);
      return { answers: needs.some(({ answers }) => answers), links: needs.flatMap(({ links }) => links) };
    }
    case 'not':
      return needsOf(query.of);
    case 'text':
      return {
        answers: query.field === 'answer',
        links: query.field === 'link' ? [surePart(query.text)] : [],
      };
    default:
      return { answers: false, links: [] };
  }
}
