// One condition of a query, such as `lapses>3`: the values its field accepts, or what is wrong with it.
import { foldCase } from '../text/fold-case.ts';
import { sourceNames } from '../card/card.ts';
import {
  fieldNames,
  numberFields,
  states,
  textFields,
  type FieldName,
  type Query,
  type QueryProblem,
  type Relation,
} from './query.ts';

/** A condition as written, with the positions of its parts. */
export interface Written {
  readonly field: string;
  readonly fieldAt: number;
  readonly relation: Relation;
  readonly relationAt: number;
  readonly value: string;
  readonly valueAt: number;
  /** Length of the value as written, including quotes. */
  readonly valueLength: number;
}

function isOneOf<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}

/** `3`, `-2`, `0.5`, and days with their unit: `7d`. */
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)d?$/;

export function readCondition(written: Written): Query | QueryProblem {
  const { relation, value } = written;
  const field = written.field.toLowerCase();
  if (!isOneOf(fieldNames, field)) return unknownField(written);
  if (isOneOf(numberFields, field)) {
    if (!number.test(value)) return wrongValue(written, 'no-number', field, []);
    const order = relation === ':' ? '=' : relation;
    return { kind: 'number', field, order, value: Number.parseFloat(value) };
  }
  if (relation !== ':' && relation !== '=') {
    const { relationAt: at } = written;
    return { kind: 'no-order', at, length: relation.length, text: relation, field, choices: [] };
  }
  const text = foldCase(value);
  if (isOneOf(textFields, field)) return { kind: 'text', field, text, whole: relation === '=' };
  if (field === 'is') {
    return isOneOf(states, text)
      ? { kind: 'is', state: text }
      : wrongValue(written, 'unknown-value', field, states);
  }
  return isOneOf(sourceNames, text)
    ? { kind: 'source', source: text }
    : wrongValue(written, 'unknown-value', field, sourceNames);
}

function unknownField({ field, fieldAt }: Written): QueryProblem {
  const like = fieldNames.filter((name) => isLike(name, field.toLowerCase()));
  return {
    kind: 'unknown-field',
    at: fieldAt,
    length: field.length,
    text: field,
    field: null,
    choices: like.length > 0 ? like : fieldNames,
  };
}

function wrongValue(
  { value, valueAt, valueLength }: Written,
  kind: 'no-number' | 'unknown-value',
  field: FieldName,
  choices: readonly string[],
): QueryProblem {
  return { kind, at: valueAt, length: valueLength, text: value, field, choices };
}

/** Whether a name may be a typo of another: it shares a prefix, or has one letter added, missing or changed. */
function isLike(name: string, typed: string): boolean {
  if (typed.length > 1 && (name.startsWith(typed) || typed.startsWith(name))) return true;
  if (Math.abs(name.length - typed.length) > 1 || typed.length < 3) return false;
  let head = 0;
  while (head < name.length && name[head] === typed[head]) head += 1;
  let tail = 0;
  const most = Math.min(name.length, typed.length) - head;
  while (tail < most && name.at(-1 - tail) === typed.at(-1 - tail)) tail += 1;
  return Math.max(name.length, typed.length) - head - tail <= 1;
}
