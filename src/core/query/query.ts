// What a search among cards says. Read by parse.ts, answered by matcher.ts.

/** How a field is compared: `:` fits loosely, `=` exactly. */
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
/** Whole days for `due` (from today on) and `last` (since the last review); as schedules have it for the others. */
export type NumberField = (typeof numberFields)[number];

export const textFields = ['deck', 'folder', 'note', 'question', 'answer', 'link'] as const;
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

export const fieldNames = ['is', 'source', ...textFields, ...numberFields] as const;
export type FieldName = (typeof fieldNames)[number];

export type Query =
  /** Every one of them holds; all cards where there is none. */
  | { readonly kind: 'all'; readonly of: readonly Query[] }
  | { readonly kind: 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  /** Lower-case words of the card. */
  | { readonly kind: 'words'; readonly text: string }
  /** Lower-case. */
  | { readonly kind: 'text'; readonly field: TextField; readonly text: string; readonly whole: boolean }
  | { readonly kind: 'number'; readonly field: NumberField; readonly order: Order; readonly value: number }
  | { readonly kind: 'is'; readonly state: QueryState }
  | { readonly kind: 'source'; readonly source: string };

export const everything: Query = { kind: 'all', of: [] };

/** What is wrong, for a person: where it stands, and what it says there. */
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
    | 'unknown-value';
  /** 0-based place in the text, in UTF-16 units, and how many are meant. */
  readonly at: number;
  readonly length: number;
  /** The name or value that is not understood; empty where none is. */
  readonly text: string;
  readonly field: FieldName | null;
  /** What could stand there instead. */
  readonly choices: readonly string[];
}

/** Whether part of a query can only be answered with texts that are not in memory. */
export interface Needs {
  readonly answers: boolean;
  /** What is looked for in links, lower-case. */
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
        links: query.field === 'link' ? [query.text] : [],
      };
    default:
      return { answers: false, links: [] };
  }
}
