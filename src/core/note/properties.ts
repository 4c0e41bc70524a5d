// Frontmatter. Values are texts as they are written: `1.0` stays `1.0`, though a parser gives 1. Plain shapes are read by
// `readPlainYaml`; for all others a parser gives the values (yaml/parse-yaml.ts), and `findPlaces` where they are written.
import { mapOf, parseYaml } from './yaml/parse-yaml.ts';
import { findPlaces, hasOddSign, type Place } from './yaml/places.ts';
import { readPlainYaml } from './yaml/plain-yaml.ts';
import { textsOf } from './yaml/texts.ts';
import type { Span } from './span.ts';

export interface Property {
  readonly key: string;
  /**
   * Each value as text, untrimmed as in the app, line endings included; a single value is a list of one; null and empty
   * text are omitted.
   */
  readonly values: readonly string[];
  /** Offset of the key, to jump to its line; of the YAML if it isn't found. */
  readonly keyStart: number;
  /** Span of the value as written. */
  readonly span: Span;
}

export interface Properties {
  readonly list: readonly Property[];
  /** What is wrong with the YAML and where, or null. */
  readonly error: { readonly message: string; readonly at: number } | null;
  /** Whether the spans are certain: only then may anything be written by them. */
  readonly isPlaced: boolean;
}

export const noProperties: Properties = { list: [], error: null, isPlaced: true };

const topLevelKey = /^([^\s#'"[{-][^\n]*?):(?=[ \t\r\n]|$)/gm;

type Values = Readonly<Record<string, unknown>>;

/** The parsed key of each place, or null if places and values don't have the same keys. */
function keysOf(yaml: string, places: readonly Place[], values: Values): readonly string[] | null {
  const left = new Set(Object.keys(values));
  const keys: string[] = [];
  for (const { name, key } of places) {
    let found = name;
    if (!left.has(name)) {
      // A number or null: what the parser makes of it.
      const alone = mapOf(parseYaml(`${yaml.slice(key.start, key.end)}:`).value);
      found = alone ? (Object.keys(alone)[0] ?? '') : name;
    }
    if (!left.delete(found)) return null;
    keys.push(found);
  }
  return left.size === 0 ? keys : null;
}

function placedList(
  yaml: string,
  values: Values,
  places: readonly Place[],
  offset: number,
): Property[] | null {
  const keys = keysOf(yaml, places, values);
  if (!keys) return null;
  return places.flatMap(({ name, key, span: { start, end } }, index) => {
    const value = values[keys[index] ?? ''];
    const property = {
      key: name.trim(),
      values: textsOf(value, yaml.slice(start, end)),
      keyStart: offset + key.start,
      span: { start: offset + start, end: offset + end },
    };
    return name === '' ? [] : [property];
  });
}

function listWithoutPlaces(yaml: string, values: Values, offset: number): Property[] {
  const starts = new Map(
    [...yaml.matchAll(topLevelKey)].map(({ 1: key = '', index }) => [key.trim(), index]),
  );
  return Object.entries(values).flatMap(([name, value]) => {
    const key = name.trim();
    const keyStart = offset + (starts.get(key) ?? 0);
    const span = { start: keyStart, end: keyStart };
    return name === '' ? [] : [{ key, values: textsOf(value, ''), keyStart, span }];
  });
}

/**
 * @param places null if unsure
 * @param unknownAt the place of an error whose place the parser doesn't say
 */
function readWhole(
  yaml: string,
  places: readonly Place[] | null,
  offset: number,
  unknownAt: number,
): Properties {
  const { value, error } = parseYaml(yaml);
  if (error) {
    const at = offset + (error.at ?? unknownAt);
    return { list: [], error: { message: error.message, at }, isPlaced: false };
  }
  const values = mapOf(value);
  if (!values) return { ...noProperties, isPlaced: places?.length === 0 && !hasOddSign(yaml) };
  const list = places && placedList(yaml, values, places, offset);
  return {
    list: list ?? listWithoutPlaces(yaml, values, offset),
    error: null,
    isPlaced: list !== null && !hasOddSign(yaml),
  };
}

/** Reads YAML with a parser, the reference for `readProperties`. */
export function readAnyProperties(yaml: string, offset: number): Properties {
  if (yaml.trim() === '') return noProperties;
  const places = findPlaces(yaml);
  // The library takes no key twice, and quadratic time for many.
  const isInParts =
    places !== null && (places.length > 500 || new Set(places.map(({ name }) => name)).size < places.length);
  const whole = isInParts ? noProperties : readWhole(yaml, places, offset, yaml.length);
  if (!isInParts && !whole.error) return whole;
  const starts = places
    ? places.map(({ key }) => yaml.lastIndexOf('\n', key.start) + 1)
    : [...yaml.matchAll(topLevelKey)].map(({ index }) => index);
  const parts = starts.map((start, index) => {
    const part = yaml.slice(start, starts[index + 1]);
    return readWhole(part, findPlaces(part), offset + start, 0);
  });
  const first = parts.find(({ error }) => error !== null)?.error ?? null;
  // An unclosed quote or bracket is detected at the end of the whole, but starts at its key.
  const error = first && first.at < (whole.error?.at ?? Infinity) ? first : whole.error;
  const list = parts.flatMap(({ list }) => list);
  return { list, error, isPlaced: places !== null && parts.every(({ isPlaced }) => isPlaced) };
}

/**
 * Reads YAML. If it is broken, reports the error and still keeps each key that is readable on its own, so one bad line
 * doesn't lose the tags. `offset` is the position of the YAML in the note.
 */
export function readProperties(yaml: string, offset: number): Properties {
  const plain = readPlainYaml(yaml);
  if (!plain) return readAnyProperties(yaml, offset);
  const list = plain.map(({ key, values, keyStart, span }) => ({
    key,
    values,
    keyStart: offset + keyStart,
    span: { start: offset + span.start, end: offset + span.end },
  }));
  return { list, error: null, isPlaced: true };
}

/** The trimmed values of all properties with one of the keys, ignoring case. */
export function valuesFor(properties: Properties, keys: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const { key, values } of properties.list) {
    if (keys.includes(key.toLowerCase())) found.push(...values.map((value) => value.trim()));
  }
  return found;
}
