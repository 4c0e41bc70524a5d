// What was typed beside a short answer: which words are right, wrong and missing.
import { diffArrays } from 'diff';
import { tokensOf, type Rigor } from './tokens.ts';

export interface Piece {
  /** In both; typed, but not in the answer; in the answer, but not typed. */
  readonly kind: 'right' | 'wrong' | 'missing';
  readonly text: string;
}

export interface Comparison {
  /** In the order of the answer; together, those that are right or missing are the answer. */
  readonly pieces: readonly Piece[];
  /** Words that are right, of those of the answer. */
  readonly right: number;
  readonly of: number;
  /** Share that is right, from 0 to 1; words too many count against it. */
  readonly share: number;
}

/** Differences in a text so long that it can't be meant as an answer are not looked for. */
const mostEdits = 2000;

function tidy(text: string, rigor: Rigor): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return rigor === 'code' ? lines.replace(/^\n+/, '').trimEnd() : lines.trim();
}

export function compareTyped(answer: string, typed: string, rigor: Rigor): Comparison {
  const expected = tidy(answer, rigor);
  // An answer of signs alone has nothing to forgive.
  const how = rigor === 'forgiving' && tokensOf(expected, rigor).length === 0 ? 'strict' : rigor;
  const wanted = tokensOf(expected, how);
  const given = tokensOf(tidy(typed, rigor), how);
  const changes = diffArrays([...given], [...wanted], {
    comparator: (one, other) => one.key === other.key,
    maxEditLength: mostEdits,
  }) ?? [
    { added: false, removed: true, value: given },
    { added: true, removed: false, value: wanted },
  ];
  let right = 0;
  const pieces = changes.map(({ added, removed, value }): Piece => {
    if (!added && !removed) right += value.length;
    const kind = added ? 'missing' : removed ? 'wrong' : 'right';
    return { kind, text: value.map(({ text }) => text).join('') };
  });
  const most = Math.max(wanted.length, given.length);
  return { pieces, right, of: wanted.length, share: most === 0 ? 0 : right / most };
}
