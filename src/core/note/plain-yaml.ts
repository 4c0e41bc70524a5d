// Frontmatter in the plain shapes that nearly all of it has: `key: text`, `key: [a, b]`, and lists with one text a
// line. Gives what the library gives, offsets included, or null where it is not sure. Measured: 2.4 against 64 µs a note,
// or 0.6 s of the first reading of 10,000 notes.
import type { Span } from './span.ts';
import { trimSigns } from '../text/trim-signs.ts';

export interface PlainProperty {
  readonly key: string;
  readonly values: readonly string[];
  /** Offsets into the YAML. */
  readonly keyStart: number;
  readonly span: Span;
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** Where the next line starts. */
  readonly next: number;
}

const keyMark = /^([A-Za-z][\w-]*):(?= |$)/;
const itemMark = /^( *)- /;
/** A scalar that begins with none of YAML's signs. */
const plainStart = /^[\p{L}\p{N}(/_$^;]/u;
const unsurePlain = /:(?: |$)| #|\t/;
const unsureFlow = /[[\]{}:#"']/;
const literals: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['null', []],
  ['Null', []],
  ['NULL', []],
  ['true', ['true']],
  ['True', ['true']],
  ['TRUE', ['true']],
  ['false', ['false']],
  ['False', ['false']],
  ['FALSE', ['false']],
]);
/** Tabs and what else YAML and we may read in two ways. */
const unsureAnywhere = /(?![\n\r])\p{Cc}|[\u2028\u2029\uFEFF]|\r(?!\n)/u;

/** Lines without line ends and the spaces before them; null where a character is none that YAML and we read alike. */
function linesOf(yaml: string): readonly Line[] | null {
  if (unsureAnywhere.test(yaml)) return null;
  const lines: Line[] = [];
  for (let start = 0; start < yaml.length;) {
    const found = yaml.indexOf('\n', start);
    const next = found < 0 ? yaml.length : found + 1;
    let end = found < 0 ? next : found;
    if (end > start && yaml.charAt(end - 1) === '\r') end -= 1;
    while (end > start && yaml.charAt(end - 1) === ' ') end -= 1;
    lines.push({ text: yaml.slice(start, end), start, next });
    start = next;
  }
  return lines;
}

function plainValues(text: string): readonly string[] | null {
  if (!plainStart.test(text) || unsurePlain.test(text)) return null;
  return literals.get(text) ?? (text.trim() === '' ? [] : [text]);
}

/** A scalar on one line: plain, or in quotes without escapes. */
function scalarValues(text: string): readonly string[] | null {
  const quote = text.charAt(0);
  if (quote !== '"' && quote !== "'") return plainValues(text);
  const inside = text.slice(1, -1);
  if (text.length < 2 || text.at(-1) !== quote || inside.includes(quote) || inside.includes('\\'))
    return null;
  return inside.trim() === '' ? [] : [inside];
}

function flowValues(text: string): readonly string[] | null {
  // `[[Page]]`, a link to a person and a list in a list to YAML.
  if (text.startsWith('[[') && text.endsWith(']]')) return flowValues(text.slice(1, -1));
  const inside = text.slice(1, -1);
  if (text.length < 2 || !text.endsWith(']') || unsureFlow.test(inside)) return null;
  if (inside.trim() === '') return [];
  const values: string[] = [];
  for (const item of inside.split(',')) {
    const found = plainValues(trimSigns(item, ' '));
    if (!found) return null;
    values.push(...found);
  }
  return values;
}

/** Reads YAML of plain shapes. */
export function readPlainYaml(yaml: string): readonly PlainProperty[] | null {
  const lines = linesOf(yaml);
  if (!lines) return null;
  const list: PlainProperty[] = [];
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    const key = line && keyMark.exec(line.text)?.[1];
    if (!line || key === undefined || /^(?:null|true|false)$/i.test(key)) return null;
    index += 1;
    let valueStart = key.length + 1;
    while (yaml.charAt(line.start + valueStart) === ' ') valueStart += 1;
    const text = line.text.slice(valueStart);
    const start = line.start + valueStart;
    const keyStart = line.start;
    if (text !== '') {
      const values = text.startsWith('[') ? flowValues(text) : scalarValues(text);
      if (!values) return null;
      list.push({ key, values, keyStart, span: { start, end: start + text.length } });
      continue;
    }
    const items = readItems(lines, index);
    if (!items) return null;
    index += items.count;
    const span = items.span ?? { start: keyStart, end: keyStart };
    list.push({ key, values: items.values, keyStart, span });
  }
  return list;
}

interface Items {
  readonly count: number;
  readonly values: readonly string[];
  readonly span: Span | null;
}

/** The lines of a list from `index` on, all with the same indentation. */
function readItems(lines: readonly Line[], index: number): Items | null {
  const values: string[] = [];
  let count = 0;
  let start = 0;
  let end = 0;
  let indent = -1;
  for (let line = lines[index]; line; line = lines[index + count]) {
    const mark = itemMark.exec(line.text);
    if (!mark) break;
    const depth = mark[1]?.length ?? 0;
    if (indent >= 0 && depth !== indent) return null;
    if (indent < 0) start = line.start + depth;
    indent = depth;
    const found = scalarValues(line.text.slice(mark[0].length).replace(/^ +/, ''));
    if (!found) return null;
    values.push(...found);
    end = line.start + line.text.length;
    count += 1;
  }
  return { count, values, span: count === 0 ? null : { start, end } };
}
