// One condition of a query, such as `lapses>3`: the values its field accepts, or what is wrong with it.
import { foldCase } from '../text/fold-case.ts';
import { sourceNames } from '../card/card.ts';
import { readPattern } from './pattern.ts';
import {
  dayFields,
  fieldNames,
  numberFields,
  propertyDate,
  propertyNumber,
  states,
  textFields,
  type FieldName,
  type Order,
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
  if (field === 'prop') return readProperty(written);
  if (relation !== ':' && relation !== '=') {
    const { relationAt: at } = written;
    return { kind: 'no-order', at, length: relation.length, text: relation, field, choices: [] };
  }
  if (field === 're') return readExpression(written);
  if (isOneOf(dayFields, field)) return readDays(written, field);
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

/** `status`, `status=done`, `rating>3`, `read<2026-02-01`. */
function readProperty(written: Written): Query | QueryProblem {
  const { relation, relationAt: at, fieldAt, valueAt, value: text } = written;
  const problem = { text, field: 'prop', choices: [] } as const;
  if (relation !== ':' && relation !== '=')
    return { ...problem, kind: 'no-order', at, length: relation.length, text: relation };
  const [, name = '', order = null, value = ''] =
    /^([^<>=]*)(?:([<>]=?|=)(.*))?$/s.exec(foldCase(text)) ?? [];
  if (name === '') return { ...problem, kind: 'no-value', at: fieldAt, length: valueAt - fieldAt };
  if (order === null || order === '=') return { kind: 'prop', name, value: order && value };
  if (!propertyNumber.test(value) && !propertyDate.test(value))
    return wrongValue({ ...written, value }, 'no-number', 'prop', []);
  return { kind: 'prop-order', name, order: order as Order, value };
}

function readExpression({ value, valueAt, valueLength }: Written): Query | QueryProblem {
  const read = readPattern(value);
  if (typeof read === 'function') return { kind: 'pattern', pattern: value };
  const at = valueAt + (valueLength > value.length ? 1 : 0) + read.at;
  return { kind: 'bad-pattern', at, length: read.length, text: value, field: 're', choices: [] };
}

/** `7`, and for reviews also `7:1`, days and grade. */
function readDays(written: Written, field: (typeof dayFields)[number]): Query | QueryProblem {
  const { value, valueAt } = written;
  const [, days, grade] = /^(\d+)d?(?::(.*))?$/s.exec(value) ?? [];
  if (days === undefined || (field === 'added' && grade !== undefined))
    return wrongValue(written, 'no-number', field, []);
  if (field === 'added') return { kind: field, days: Number(days) };
  if (grade === undefined || /^[1-4]$/.test(grade))
    return { kind: field, days: Number(days), grade: grade === undefined ? null : Number(grade) };
  const at = valueAt + value.length - grade.length;
  const place = grade === '' ? written : { ...written, value: grade, valueAt: at, valueLength: grade.length };
  return wrongValue(place, 'unknown-value', field, ['1', '2', '3', '4']);
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
export function isLike(name: string, typed: string): boolean {
  if (typed.length > 1 && (name.startsWith(typed) || typed.startsWith(name))) return true;
  if (Math.abs(name.length - typed.length) > 1 || typed.length < 3) return false;
  let head = 0;
  while (head < name.length && name[head] === typed[head]) head += 1;
  let tail = 0;
  const most = Math.min(name.length, typed.length) - head;
  while (tail < most && name.at(-1 - tail) === typed.at(-1 - tail)) tail += 1;
  return Math.max(name.length, typed.length) - head - tail <= 1;
}
