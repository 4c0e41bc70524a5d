// Frontmatter. The only file that imports yaml. Values stay as written: a schema would turn `1.0` into `1`.
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { readPlainYaml } from './plain-yaml.ts';
import type { Span } from './span.ts';
import { trimSigns } from '../text/trim-signs.ts';

export interface Property {
  readonly key: string;
  /**
   * Each value as text, untrimmed as in the app, line endings included; a single value is a list of one; null and empty
   * text are omitted.
   */
  readonly values: readonly string[];
  /** Offset of the key, to jump to its line. */
  readonly keyStart: number;
  /** Span of the value as written. */
  readonly span: Span;
}

export interface Properties {
  readonly list: readonly Property[];
  /** What is wrong with the YAML and where, or null. */
  readonly error: { readonly message: string; readonly at: number } | null;
}

export const noProperties: Properties = { list: [], error: null };

const asWritten = {
  schema: 'failsafe',
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

const nulls: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const booleans = /^(?:true|True|TRUE|false|False|FALSE)$/;

function scalarValues({ value, type, tag }: Scalar): readonly string[] {
  const text = typeof value === 'string' ? value : '';
  if (text.trim() === '') return [];
  if (type !== 'PLAIN' || tag !== undefined) return [text];
  if (nulls.has(text)) return [];
  return [booleans.test(text) ? text.toLowerCase() : text];
}

/** The texts of a scalar or a list, nested lists included; a map has none. */
function nodeValues(node: ParsedNode | null): readonly string[] {
  if (isScalar(node)) return scalarValues(node);
  return isSeq<ParsedNode>(node) ? node.items.flatMap((item) => nodeValues(item)) : [];
}

/** YAML's own whitespace; a no-break space is text. */
const blanks = ' \t\r\n';
const blanksBefore = /^[ \t\r\n]+/;

/** The span of a value as written: with its quotes, or, for a list or block, up to the text before the next key. */
function valueSpan(yaml: string, node: ParsedNode | null, keyStart: number, nextKey: number): Span {
  const none = { start: keyStart, end: keyStart };
  if (!node || isAlias(node)) return none;
  let [start, end] = node.range;
  if (isScalar(node)) {
    if (start === end) return none;
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
      const text = yaml.slice(start, end);
      const header = text.indexOf('\n');
      start = header < 0 ? end : end - text.slice(header).replace(blanksBefore, '').length;
    }
  } else end = nextKey;
  return { start, end: start + trimSigns(yaml.slice(start, end), blanks).length };
}

function readMap(yaml: string, map: YAMLMap.Parsed, offset: number): Property[] {
  const pairs = map.items.flatMap(({ key, value }) =>
    isScalar(key) && key.source !== '' ? [{ key: String(key.value).trim(), start: key.range[0], value }] : [],
  );
  return pairs.map(({ key, start, value }, index) => {
    const span = valueSpan(yaml, value, start, pairs[index + 1]?.start ?? yaml.length);
    return {
      key,
      values: nodeValues(value),
      keyStart: offset + start,
      span: { start: offset + span.start, end: offset + span.end },
    };
  });
}

const topLevelKey = /^[^\s#'"[{-][^\n]*?:(?=[ \t\r\n]|$)/gm;

/** Maximum depth of lists and maps. Nobody writes half as many levels. */
const deepest = 100;
/** Indicators that each open a level on one line, or indentation deep enough for as many levels. */
const deepLine = new RegExp(`^[ \\t?:-]{${2 * deepest}}|(?:[?:-][ \\t]+){${deepest}}`, 'm');

/**
 * Where nesting gets too deep, or -1. The library recurses: deep nesting overflows the stack, which in V8 can end the
 * process.
 */
function tooDeepAt(yaml: string): number {
  let brackets = 0;
  for (const { 0: sign, index } of yaml.matchAll(/[[\]{}]/g)) {
    brackets = Math.max(0, brackets + (sign === '[' || sign === '{' ? 1 : -1));
    if (brackets > deepest) return index;
  }
  return yaml.search(deepLine);
}

function readWhole(yaml: string, offset: number): Properties {
  const deep = tooDeepAt(yaml);
  if (deep >= 0) return { list: [], error: { message: 'it is nested too deep', at: offset + deep } };
  const { contents, errors } = parseDocument(yaml, asWritten);
  const [error] = errors;
  if (!error) return { list: isMap(contents) ? readMap(yaml, contents, offset) : [], error: null };
  // The message continues a sentence of ours.
  const message = error.message.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  // Something missing at the end is reported on the last line with text.
  const at = Math.min(error.pos[0], Math.max(0, trimSigns(yaml, blanks).length - 1));
  return { list: [], error: { message, at: offset + at } };
}

/** Reads YAML with the library, the reference for `readProperties`. */
export function readAnyProperties(yaml: string, offset: number): Properties {
  if (yaml.trim() === '') return noProperties;
  const whole = readWhole(yaml, offset);
  if (!whole.error) return whole;
  const starts = [...yaml.matchAll(topLevelKey)].map(({ index }) => index);
  const parts = starts.map((start, index) => readWhole(yaml.slice(start, starts[index + 1]), offset + start));
  const first = parts.find(({ error }) => error !== null)?.error;
  // An unclosed quote or bracket is detected at the end of the whole, but starts at its key.
  const error = first && first.at < whole.error.at ? first : whole.error;
  return { list: parts.flatMap(({ list }) => list), error };
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
  return { list, error: null };
}

/** The trimmed values of all properties with one of the keys, ignoring case. */
export function valuesFor(properties: Properties, keys: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const { key, values } of properties.list) {
    if (keys.includes(key.toLowerCase())) found.push(...values.map((value) => value.trim()));
  }
  return found;
}
