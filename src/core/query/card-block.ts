// Parses the text of a `flashcards` code block: options, one on a line, and a query, which is everything else.
import { foldCase } from '../text/fold-case.ts';
import { isLike } from './condition.ts';
import { parseQuery } from './parse.ts';
import {
  blockOptions,
  everything,
  fieldNames,
  type BlockOption,
  type Query,
  type QueryProblem,
} from './query.ts';

export const blockShows = ['count', 'list', 'button', 'forecast', 'heatmap'] as const;
export type BlockShow = (typeof blockShows)[number];

export interface CardBlock {
  /** The deck included. */
  readonly query: Query;
  /** The query as one line for the card list. */
  readonly text: string;
  /** What is asked if it is no more than a deck, null being all; undefined if it is more. */
  readonly deck: string | null | undefined;
  /** Null if it is not given. */
  readonly limit: number | null;
  readonly show: BlockShow;
}

export interface BlockProblem {
  /** 1-based, within the block. */
  readonly line: number;
  /** `at` counts from the start of the line. */
  readonly problem: QueryProblem;
}

/** A name, a colon and the rest. */
const optionLine = /^(\s*)(\p{L}[\p{L}-]*)(\s*:)(.*)$/u;
/** As `limit`; a larger one is the same. */
export const mostCards = 9999;

/** @returns the block, or all that is wrong with it, by line */
export function parseCardBlock(source: string): CardBlock | readonly BlockProblem[] {
  const problems: BlockProblem[] = [];
  const found = new Map<BlockOption, string>();
  const lines = source.split(/\r?\n/).map((text, nth) => {
    const [, indent = '', name = '', colon = '', rest = ''] = optionLine.exec(text) ?? [];
    const key = name.toLowerCase();
    // Unlike in a condition of a query, a space follows the colon; `show:` and `limit:` are no fields anyway.
    const isSpaced = colon !== ':' || /^\s|^$/.test(rest);
    if (name === '' || !(isSpaced || key === 'show' || key === 'limit')) return text;
    // Of a field of the query, its parser says that no space may follow.
    if (!isOption(key) && (fieldNames as readonly string[]).includes(key)) return text;
    const [line, value, at] = [nth + 1, rest.trim().replace(/^"(.*)"$/, '$1'), indent.length];
    const valueAt = at + name.length + colon.length + rest.length - rest.trimStart().length;
    const wrong = (kind: QueryProblem['kind'], choices: readonly string[] = [], isName = false): void => {
      const place = isName
        ? { at, length: name.length, text: name }
        : { at: valueAt, length: value.length, text: value };
      problems.push({
        line,
        problem: { kind, ...place, field: isName ? null : (key as BlockOption), choices },
      });
    };
    if (!isOption(key)) {
      const like = blockOptions.filter((one) => isLike(one, key));
      wrong('unknown-field', like.length > 0 ? like : blockOptions, true);
    } else if (found.has(key)) wrong('twice', [], true);
    else {
      found.set(key, value);
      if (key === 'show' && !isShow(value.toLowerCase())) wrong('unknown-value', blockShows);
      else if (key === 'limit' && !(/^\d{1,9}$/.test(value) && Number(value) > 0)) wrong('no-number');
      else if (value === '') wrong('nothing-to-find');
    }
    return '';
  });
  const text = lines.join('\n');
  const { query, problem } = parseQuery(text);
  if (problem) {
    const before = text.slice(0, problem.at).split('\n');
    problems.push({ line: before.length, problem: { ...problem, at: before.at(-1)?.length ?? 0 } });
  }
  if (problems.length > 0 || !query) return problems.sort((a, b) => a.line - b.line);
  const [deck, limit, show = 'count'] = [
    found.get('deck'),
    found.get('limit'),
    found.get('show')?.toLowerCase(),
  ];
  const isAll = query.kind === 'all' && query.of.length === 0;
  const inDeck: Query | null =
    deck === undefined ? null : { kind: 'text', field: 'deck', text: foldCase(deck), whole: false };
  const typed = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
  const deckText = deck === undefined ? '' : `deck:"${deck.replace(/"/g, '\\"')}"`;
  return {
    query: inDeck ? (isAll ? inDeck : { kind: 'all', of: [inDeck, query] }) : isAll ? everything : query,
    text: deckText === '' || isAll ? deckText || typed : `${deckText} (${typed})`,
    deck: isAll && !deck?.includes('*') ? (deck ?? null) : undefined,
    limit: limit === undefined ? null : Math.min(Number(limit), mostCards),
    show: isShow(show) ? show : 'count',
  };
}

const isOption = (name: string): name is BlockOption => (blockOptions as readonly string[]).includes(name);
const isShow = (name: string): name is BlockShow => (blockShows as readonly string[]).includes(name);
