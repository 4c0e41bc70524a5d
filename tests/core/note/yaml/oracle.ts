// Properties by the nodes of the library `yaml`, which know where they stand and how they are written: what the readers
// of src, which get plain values, are held against. The plugin read like this until the app's parser took its place.
import { isAlias, isMap, isScalar, isSeq, parseDocument, type ParsedNode, type Scalar } from 'yaml';
import type { Property } from '../../../../src/core/note/properties.ts';
import type { Span } from '../../../../src/core/note/span.ts';
import { trimSigns } from '../../../../src/core/text/trim-signs.ts';

/** A schema would turn `1.0` into `1`. */
const asWritten = {
  schema: 'failsafe',
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
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

function nodeValues(node: ParsedNode | null): readonly string[] {
  if (isScalar(node)) return scalarValues(node);
  return isSeq<ParsedNode>(node) ? node.items.flatMap((item) => nodeValues(item)) : [];
}

const blanks = ' \t\r\n';
const blanksBefore = /^[ \t\r\n]+/;

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

/** The properties of YAML, or null if there is a fault in it or it is no map. */
export function propertiesByNodes(yaml: string): readonly Property[] | null {
  const { contents, errors } = parseDocument(yaml, asWritten);
  if (errors.length > 0 || !isMap(contents)) return null;
  const pairs = contents.items.flatMap(({ key, value }) =>
    isScalar(key) && key.source !== '' ? [{ key: String(key.value).trim(), start: key.range[0], value }] : [],
  );
  return pairs.map(({ key, start, value }, index) => ({
    key,
    values: nodeValues(value),
    keyStart: start,
    span: valueSpan(yaml, value, start, pairs[index + 1]?.start ?? yaml.length),
  }));
}
