// HTML blocks by their start condition, as CommonMark numbers them. Kinds 2 to 5 (comments, instructions, declarations)
// are rare in notes once comments are masked, and left to remark.
import { codeAt } from '../../text/code-at.ts';
import { bang, greater, question, slash } from './codes.ts';
import { isBlank } from './line.ts';

export type HtmlKind = 'none' | 'raw' | 'block' | 'complete' | 'unsure';

const rawNames = new Set(['pre', 'script', 'style', 'textarea']);
const blockNames = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li ' +
    'link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th ' +
    'thead title tr track ul'
  ).split(' '),
);

const rawEnd = /<\/(?:pre|script|style|textarea)>/i;
const completeTag =
  /^<(?:\/[A-Za-z][A-Za-z0-9-]*|[A-Za-z][A-Za-z0-9-]*(?:[ \t]+[A-Za-z_:][\w.:-]*="[^"]*")*[ \t]*\/?)>[ \t]*$/;
const tagWithText = /^<[^<>"']*>[ \t]*[^ \t]/;

function isAlpha(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isNameCode(code: number): boolean {
  return isAlpha(code) || (code >= 48 && code <= 57) || code === 45;
}

/** Whether a raw HTML block (`<pre>`) ends on the line. */
export function endsRawHtml(text: string, at: number, end: number): boolean {
  return rawEnd.test(text.slice(at, end));
}

/** The kind of block that the `<` at `at` opens. */
export function htmlKind(text: string, at: number, end: number): HtmlKind {
  let after = at + 1;
  const sign = after < end ? codeAt(text, after) : 0;
  if (sign === bang || sign === question) return 'unsure';
  const isClosing = sign === slash;
  if (isClosing) after += 1;
  const nameStart = after;
  if (after >= end || !isAlpha(codeAt(text, after))) return 'none';
  while (after < end && isNameCode(codeAt(text, after))) after += 1;
  const next = after < end ? codeAt(text, after) : greater;
  if (next !== greater && next !== slash && !isBlank(next)) return 'none';
  const name = text.slice(nameStart, after).toLowerCase();
  if (rawNames.has(name) && !isClosing && next !== slash) return 'raw';
  if (blockNames.has(name)) return next === slash && codeAt(text, after + 1) !== greater ? 'none' : 'block';
  const line = text.slice(at, end);
  if (!line.includes('>') || tagWithText.test(line)) return 'none';
  return completeTag.test(line) ? 'complete' : 'unsure';
}
