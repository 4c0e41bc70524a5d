// Where the top-level keys of frontmatter and their values are written: parsers give plain values without places. Tags are
// inserted into notes by these places, so anything unusual gives null, and callers compare the keys with the parsed ones.
import type { Span } from '../span.ts';
import { trimEndSigns } from '../../text/trim-signs.ts';
import { closeFlow, closeQuote } from './closed.ts';
import { yamlBlanks } from './parse-yaml.ts';
import { linesOf, unsureSign, type Line } from './plain-yaml.ts';

export interface Place {
  /** As written, without quotes. */
  readonly name: string;
  /** With its quotes. */
  readonly key: Span;
  /**
   * The value as written, with its quotes, or, for a list or map, up to the text before the next key; a block of text
   * without its header; empty and at the key if there is no value.
   */
  readonly span: Span;
}

/** A tab that is not part of a text. */
const unsureTab = /(?:^|[^\p{L}\p{N}])\t|\t(?![\p{L}\p{N}])/mu;
/** The start or end of a document, or a directive. */
const documentMark = /^(?:---|\.\.\.|%)/m;
const keyEnd = /:(?: |$)/;
/** What a plain text can't start with, and with which it only seldom does. */
const plainStart = /^[^ \-?:,[\]{}#&*!|>'"%@`]/;
/** A sign that also starts text: `-5`. */
const signedStart = /^[-:?][^ ]/;

const isPlain = (text: string): boolean => plainStart.test(text) || signedStart.test(text);

interface Key {
  /** Columns. */
  readonly end: number;
  readonly colon: number;
}

/** The key that a line has at column `from`. */
function readKey(text: string, from: number): Key | null {
  const quote = text.charAt(from);
  if (quote === '"' || quote === "'") {
    const end = closeQuote(text, from);
    const name = text.slice(from + 1, end - 1);
    const [between = ''] = /^ */.exec(text.slice(end)) ?? [];
    const colon = end + between.length;
    const isKey = end > 0 && /^:(?: |$)/.test(text.slice(colon, colon + 2));
    return isKey && !name.includes('\\') && !name.includes(quote) ? { end, colon } : null;
  }
  const rest = text.slice(from);
  const colon = rest.search(keyEnd);
  if (colon < 1 || !isPlain(rest)) return null;
  const name = trimEndSigns(rest.slice(0, colon), ' ');
  return name.includes(' #') ? null : { end: from + name.length, colon: from + colon };
}

const depthOf = ({ text }: Line): number => text.search(/[^ ]|$/);
const isItem = ({ text }: Line, depth: number): boolean => /^-(?: |$)/.test(text.slice(depth, depth + 2));
const isSkipped = ({ text }: Line): boolean => /^ *(?:#|$)/.test(text);
/** Nothing but a comment. */
const isOver = (text: string): boolean => /^ *$|^ +#/.test(text);

/** The value's span and the line after it. */
interface Found {
  readonly span: Span;
  readonly next: number;
}

class Finder {
  readonly #yaml: string;
  readonly #lines: readonly Line[];
  /** Of the map. */
  readonly #depth: number;

  constructor(yaml: string, lines: readonly Line[], depth: number) {
    this.#yaml = yaml;
    this.#lines = lines;
    this.#depth = depth;
  }

  /** All places from line `index` on. */
  find(index: number): Omit<Place, 'name'>[] | null {
    const places: Omit<Place, 'name'>[] = [];
    for (let at = index; at < this.#lines.length;) {
      const line = this.#lines[at];
      if (!line) break;
      if (isSkipped(line)) {
        at += 1;
        continue;
      }
      const key = depthOf(line) === this.#depth ? readKey(line.text, this.#depth) : null;
      const value = key && this.#value(at, line.start + key.colon + 1, line.start + this.#depth);
      if (!key || !value) return null;
      const written = { start: line.start + this.#depth, end: line.start + key.end };
      places.push({ key: written, span: value.span });
      at = value.next;
    }
    return places;
  }

  /** The value behind the colon that ends at `from` in line `index`. */
  #value(index: number, from: number, keyStart: number): Found | null {
    const line = this.#lines[index];
    if (!line) return null;
    const rest = line.text.slice(from - line.start);
    if (!isOver(rest)) return this.#scalar(index, from + rest.search(/[^ ]/));
    let next = index + 1;
    for (; next < this.#lines.length; next += 1) {
      const below = this.#lines[next];
      if (!below) break;
      if (isSkipped(below)) continue;
      const depth = depthOf(below);
      const item = isItem(below, depth);
      if (depth < this.#depth || (depth === this.#depth && !item)) break;
      const isBlock = item || /^\?(?: |$)/.test(below.text.slice(depth)) || readKey(below.text, depth);
      return isBlock ? this.#block(next, below.start + depth) : this.#scalar(next, below.start + depth);
    }
    return { span: { start: keyStart, end: keyStart }, next: index + 1 };
  }

  /** A value that goes on as long as lines are indented: a list or a map. */
  #block(index: number, start: number): Found {
    const first = this.#lines[index];
    const isLevel = first !== undefined && depthOf(first) === this.#depth;
    const next = this.#nextLine(
      index + 1,
      (line) =>
        depthOf(line) > this.#depth ||
        (isLevel && depthOf(line) === this.#depth && isItem(line, this.#depth)),
    );
    return { span: this.#until(start, next), next };
  }

  /** The first line from `index` on that is no comment and does not belong. */
  #nextLine(index: number, belongs: (line: Line) => boolean): number {
    let next = index;
    for (let line = this.#lines[next]; line && (isSkipped(line) || belongs(line)); line = this.#lines[next])
      next += 1;
    return next;
  }

  /** From `start` to the last text before line `next`. */
  #until(start: number, next: number): Span {
    const end = this.#lines[next]?.start ?? this.#yaml.length;
    return { start, end: start + trimEndSigns(this.#yaml.slice(start, end), yamlBlanks).length };
  }

  /** A value at `start` in line `index` that is no block. */
  #scalar(index: number, start: number): Found | null {
    const sign = this.#yaml.charAt(start);
    switch (sign) {
      case '|':
      case '>':
        return this.#blockText(index, start);
      case '"':
      case "'":
        return this.#closed(index, start, closeQuote(this.#yaml, start));
      case '[':
      case '{':
        return this.#closed(index, start, closeFlow(this.#yaml, start));
      case '&':
      case '*':
      case '!':
        return this.#block(index, start);
      default:
        return this.#plain(index, start);
    }
  }

  /** A literal or folded text. */
  #blockText(index: number, start: number): Found | null {
    const line = this.#lines[index];
    const header =
      line && /^[|>](?:[-+]?([1-9]?)|([1-9])[-+])(?: +#|$)/.exec(line.text.slice(start - line.start));
    if (!header) return null;
    const own = header[1] || header[2];
    let depth = own ? this.#depth + Number(own) : -1;
    let first: number | null = null;
    let next = index + 1;
    for (let below = this.#lines[next]; below; below = this.#lines[next]) {
      const column = depthOf(below);
      if (below.text !== '') {
        if (column <= this.#depth) break;
        if (depth < 0) depth = column;
        // A comment, or an error.
        if (column < depth) return null;
        first ??= below.start + column;
      }
      next += 1;
    }
    return { span: this.#until(first ?? start, next), next };
  }

  /** A text in quotes, or a list or map in brackets, that ends at `end`. */
  #closed(index: number, start: number, end: number): Found | null {
    if (end < 0) return null;
    let last = index;
    for (let line = this.#lines[last]; line && line.next < end; line = this.#lines[last]) last += 1;
    const line = this.#lines[last];
    if (!line || !isOver(line.text.slice(end - line.start))) return null;
    const isQuote = /["']/.test(this.#yaml.charAt(start));
    if (!isQuote)
      return {
        span: this.#until(
          start,
          this.#nextLine(last + 1, () => false),
        ),
        next: last + 1,
      };
    const shallow = this.#lines
      .slice(index + 1, last + 1)
      .find((one) => one.text !== '' && depthOf(one) <= this.#depth);
    return shallow ? null : { span: { start, end }, next: last + 1 };
  }

  /** A text without quotes, over one or more lines. */
  #plain(index: number, start: number): Found | null {
    let end = start;
    let next = index;
    for (let line = this.#lines[next]; line; line = this.#lines[next]) {
      const from = next === index ? start - line.start : depthOf(line);
      if (next > index && line.text !== '' && (from <= this.#depth || line.text.charAt(from) === '#')) break;
      const rest = line.text.slice(from);
      const comment = rest.indexOf(' #');
      const text = trimEndSigns(comment < 0 ? rest : rest.slice(0, comment), ' ');
      if (next === index && !isPlain(text)) return null;
      if (keyEnd.test(text)) return null;
      next += 1;
      if (text === '') continue;
      end = line.start + from + text.length;
      if (comment >= 0) break;
    }
    return { span: { start, end }, next };
  }
}

/** Whether there are signs that YAML and we may read differently, such as tabs, which `findPlaces` takes for spaces. */
export const hasOddSign = (yaml: string): boolean => unsureSign.test(yaml) || unsureTab.test(yaml);

/** The places of all top-level keys, in order, or null if unsure. */
export function findPlaces(yaml: string): readonly Place[] | null {
  if (/\r(?!\n)/.test(yaml) || documentMark.test(yaml)) return null;
  const spaced = yaml.replaceAll('\t', ' ');
  const lines = linesOf(spaced);
  const index = lines.findIndex((line) => !isSkipped(line));
  const first = lines[index];
  if (!first) return [];
  const places = new Finder(spaced, lines, depthOf(first)).find(index);
  return (
    places &&
    places.map(({ key, span }) => {
      const written = yaml.slice(key.start, key.end);
      return { name: /^["']/.test(written) ? written.slice(1, -1) : written, key, span };
    })
  );
}
