// Frontmatter. The only file that names yaml.
import { isCollection, isMap, isPair, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { readPlainYaml } from './plain-yaml.ts';
import type { Span } from './span.ts';

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

function scalarText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return '';
}

function valuesOf(node: unknown): readonly string[] {
  if (isScalar(node)) {
    // `2024` and `1.0` stay as they were written.
    const text =
      typeof node.value === 'number' && node.source !== undefined ? node.source : scalarText(node.value);
    return text === '' ? [] : [text];
  }
  return isCollection(node) && !isMap(node) ? node.items.flatMap((item) => valuesOf(item)) : [];
}

function readMap(map: YAMLMap, offset: number): Property[] {
  const list: Property[] = [];
  for (const pair of map.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const keyStart = offset + (pair.key.range?.[0] ?? 0);
    const value = pair.value;
    const range = isScalar(value) || isCollection(value) ? value.range : null;
    const span = range
      ? { start: offset + range[0], end: offset + range[1] }
      : { start: keyStart, end: keyStart };
    list.push({ key: scalarText(pair.key.value), values: valuesOf(value), keyStart, span });
  }
  return list;
}

const topLevelKey = /^[^\s#'"[{-][^\n]*?:(?=[ \t\r\n]|$)/gm;

function readWhole(yaml: string, offset: number): Properties {
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  const [error] = document.errors;
  if (error) return { list: [], error: { message: error.message, at: offset + error.pos[0] } };
  return { list: isMap(document.contents) ? readMap(document.contents, offset) : [], error: null };
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
  return properties.list
    .filter(({ key }) => keys.includes(key.toLowerCase()))
    .flatMap(({ values }) => values);
}
