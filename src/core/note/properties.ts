// Frontmatter. The only file that names js-yaml, of which it takes the events alone: the schemas of
// YAML would turn `1.0` into `1`, and a person's text stays as they wrote it.
import {
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
  type ScalarEvent,
} from 'js-yaml';
import { readPlainYaml } from './plain-yaml.ts';
import type { Span } from './span.ts';
import { trimSigns } from '../text/trim-signs.ts';

export interface Property {
  readonly key: string;
  /** Each value as text; a single value is a list of one, null and empty text are left out. */
  readonly values: readonly string[];
  /** Of the key, for the line to jump to. */
  readonly keyStart: number;
  /** Of the value as written. */
  readonly span: Span;
}

export interface Properties {
  readonly list: readonly Property[];
  /** What is wrong with the YAML and where, or null. */
  readonly error: { readonly message: string; readonly at: number } | null;
}

export const noProperties: Properties = { list: [], error: null };

const nulls: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const booleans = /^(?:true|True|TRUE|false|False|FALSE)$/;

function scalarValues(yaml: string, scalar: ScalarEvent): readonly string[] {
  const text = getScalarValue(yaml, scalar).trim();
  if (text === '') return [];
  if (scalar.style !== SCALAR_STYLE.PLAIN || scalar.tagStart >= 0) return [text];
  if (nulls.has(text)) return [];
  return [booleans.test(text) ? text.toLowerCase() : text];
}

/** The index after the node that begins at `index`. */
function nodeEnd(events: readonly Event[], index: number): number {
  let depth = 0;
  for (let at = index; at < events.length; at += 1) {
    const type = events[at]?.type;
    if (type === EVENT_ID.POP) depth -= 1;
    else if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
    if (depth <= 0) return at + 1;
  }
  return events.length;
}

/** The texts of a scalar or of a list, of lists in it as well; those of a map are none. */
function nodeValues(yaml: string, events: readonly Event[], start: number, end: number): readonly string[] {
  const values: string[] = [];
  for (let at = start; at < end; at += 1) {
    const event = events[at];
    if (event?.type === EVENT_ID.SCALAR) values.push(...scalarValues(yaml, event));
    else if (event?.type === EVENT_ID.MAPPING) at = nodeEnd(events, at) - 1;
  }
  return values;
}

/** YAML's own blanks; a no-break space is text. */
const blanks = ' \t\r\n';
const blanksBefore = /^[ \t\r\n]+/;

/** Where a value is written: with its quotes, or, for a list or a block, up to the text before the next key. */
function valueSpan(yaml: string, event: Event | undefined, keyStart: number, nextKey: number): Span {
  const none = { start: keyStart, end: keyStart };
  if (event?.type === EVENT_ID.SCALAR) {
    const { valueStart, valueEnd } = event;
    if (valueStart < 0) return none;
    const quote = yaml.charAt(valueStart - 1);
    const isQuoted = event.style !== SCALAR_STYLE.PLAIN && (quote === '"' || quote === "'");
    if (isQuoted) return { start: valueStart - 1, end: valueEnd + 1 };
    const written = yaml.slice(valueStart, valueEnd);
    const start = valueEnd - written.replace(blanksBefore, '').length;
    return { start, end: start + trimSigns(written, blanks).length };
  }
  if (event?.type !== EVENT_ID.MAPPING && event?.type !== EVENT_ID.SEQUENCE) return none;
  return {
    start: event.start,
    end: event.start + trimSigns(yaml.slice(event.start, nextKey), blanks).length,
  };
}

function keyOf(
  yaml: string,
  event: Event | undefined,
): { readonly key: string; readonly start: number } | null {
  if (event?.type !== EVENT_ID.SCALAR || event.valueStart < 0) return null;
  const isPlain = event.style === SCALAR_STYLE.PLAIN;
  return {
    key: getScalarValue(yaml, event).trim(),
    start: isPlain ? event.valueStart : event.valueStart - 1,
  };
}

function readMap(yaml: string, events: readonly Event[], offset: number): Property[] {
  const pairs: { key: string; start: number; value: number; end: number }[] = [];
  const close = nodeEnd(events, 1) - 1;
  for (let at = 2; at < close;) {
    const value = nodeEnd(events, at);
    const key = keyOf(yaml, events[at]);
    at = nodeEnd(events, value);
    if (key) pairs.push({ ...key, value, end: at });
  }
  return pairs.map(({ key, start, value, end }, index) => {
    const span = valueSpan(yaml, events[value], start, pairs[index + 1]?.start ?? yaml.length);
    const values = nodeValues(yaml, events, value, events[value]?.type === EVENT_ID.MAPPING ? value : end);
    return {
      key,
      values,
      keyStart: offset + start,
      span: { start: offset + span.start, end: offset + span.end },
    };
  });
}

const topLevelKey = /^[^\s#'"[{-][^\n]*?:(?=[ \t\r\n]|$)/gm;

function readWhole(yaml: string, offset: number): Properties {
  try {
    const events = parseEvents(yaml, {});
    const isMap = events[0]?.type === EVENT_ID.DOCUMENT && events[1]?.type === EVENT_ID.MAPPING;
    return { list: isMap ? readMap(yaml, events, offset) : [], error: null };
  } catch (error) {
    // The library has no other way to tell.
    if (!(error instanceof YAMLException)) throw error;
    return { list: [], error: { message: error.reason, at: offset + (error.mark?.position ?? 0) } };
  }
}

/** Reads YAML by the library, the reference of `readProperties`. */
export function readAnyProperties(yaml: string, offset: number): Properties {
  if (yaml.trim() === '') return noProperties;
  const whole = readWhole(yaml, offset);
  if (!whole.error) return whole;
  const starts = [...yaml.matchAll(topLevelKey)].map(({ index }) => index);
  const list = starts.flatMap(
    (start, index) => readWhole(yaml.slice(start, starts[index + 1]), offset + start).list,
  );
  return { list, error: whole.error };
}

/**
 * Reads YAML. Where it is broken the error is told, and each key that can be read by itself still counts, so that one
 * bad line does not take the tags away. `offset` is where the YAML stands in the note.
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
  return { list, error: null };
}

/** The values of the first property with one of the keys, whatever their case. */
export function valuesFor(properties: Properties, keys: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const { key, values } of properties.list) if (keys.includes(key.toLowerCase())) found.push(...values);
  return found;
}
