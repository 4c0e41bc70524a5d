// Bare web addresses in text, and where GFM ends them.
import { codeAt } from '../../../text/code-at.ts';

const whitespace = /\s/;
const punctuation = /[\p{P}\p{S}]/u;
/** Not part of an address if only more of these follow. */
const trailing = '!"\')*,.:;?_~';
const beforeWww = '(*_[]~ \t\r\n';
/** Longer runs of these characters would be scanned again from each of them. */
const mostTrailing = 200;
/** No domain is longer; longer text would be scanned again from each `www.` in it. */
const longestDomain = 300;

function isEnd(char: string): boolean {
  return char === '' || whitespace.test(char);
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower > 96 && lower < 123;
}

class AddressReader {
  isSure = true;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether only closing punctuation follows from `at` to the end of the word. */
  #isTrail(at: number): boolean {
    const text = this.#text;
    for (let index = at; ; index += 1) {
      if (index - at > mostTrailing) {
        this.isSure = false;
        return true;
      }
      const char = text.charAt(index);
      if (char === '<' || isEnd(char)) return true;
      if (char === '&') {
        let after = index + 1;
        while (isLetter(codeAt(text, after)) && after - at < mostTrailing) after += 1;
        if (after === index + 1 || text.charAt(after) !== ';') return false;
        index = after;
      } else if (char === ']') {
        const next = text.charAt(index + 1);
        if (next === '(' || next === '[' || isEnd(next)) return true;
      } else if (!trailing.includes(char)) return false;
    }
  }

  /** The end of the domain, or -1 if there is none. */
  domainEnd(start: number): number {
    const text = this.#text;
    let [inLast, inLastButOne, at] = [false, false, start];
    for (; ; at += 1) {
      if (at - start > longestDomain) {
        this.isSure = false;
        return -1;
      }
      const char = text.charAt(at);
      if (char === '.' || char === '_') {
        if (this.#isTrail(at)) break;
        if (char === '_') inLast = true;
        else [inLastButOne, inLast] = [inLast, false];
      } else if (isEnd(char) || (char !== '-' && punctuation.test(char))) break;
    }
    // Dots alone are not a domain.
    return inLast || inLastButOne || !/[^._]/.test(text.slice(start, at)) ? -1 : at;
  }

  pathEnd(start: number): number {
    const text = this.#text;
    let [open, closed, at] = [0, 0, start];
    for (; ; at += 1) {
      const char = text.charAt(at);
      if (isEnd(char)) return at;
      if (char === '(') open += 1;
      else if (char === ')' && closed < open) closed += 1;
      else if (trailing.includes(char) || char === '&' || char === '<' || char === ']') {
        if (this.#isTrail(at)) return at;
        if (char === ')') closed += 1;
      }
    }
  }
}

export interface Address {
  readonly start: number;
  readonly end: number;
}

function readFrom(text: string, start: number, domain: number): Address | null | 'unsure' {
  const reader = new AddressReader(text);
  const domainEnd = reader.domainEnd(domain);
  const end = domainEnd < 0 ? -1 : reader.pathEnd(domainEnd);
  if (!reader.isSure) return 'unsure';
  return end < 0 ? null : { start, end };
}

/** The address whose `://` is at `at`, if the `http` or `https` before it starts at or after `from`. */
export function readHttp(text: string, at: number, from: number): Address | null | 'unsure' {
  const protocol = /(?<![A-Za-z])https?$/i.exec(text.slice(Math.max(0, at - 6), at))?.[0];
  if (protocol === undefined || at - protocol.length < from) return null;
  const first = text.charAt(at + 3);
  if (isEnd(first) || /\p{Cc}/u.test(first) || punctuation.test(first)) return null;
  return readFrom(text, at - protocol.length, at + 3);
}

/** The address that begins with `www.` at `at`. */
export function readWww(text: string, at: number): Address | null | 'unsure' {
  const previous = at > 0 ? text.charAt(at - 1) : ' ';
  if (!beforeWww.includes(previous) || at + 4 >= text.length) return null;
  return readFrom(text, at, at);
}
