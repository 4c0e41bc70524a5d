// A card template of Anki as a list of tokens: text, fields with their filters, and the borders of sections. Rendering
// is one pass over them, however deep they are nested.
import { problemMessage, type Message } from '../../../text/message.ts';

export type TemplateToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly filters: readonly string[] }
  | { readonly kind: 'open'; readonly name: string; readonly isNegated: boolean }
  | { readonly kind: 'close'; readonly name: string };

export interface Template {
  readonly tokens: readonly TemplateToken[];
  /** What is wrong with it. */
  readonly problems: readonly Message[];
}

/** Names that every note type has, in lower case as Anki does not ask. */
const special = /^(?:FrontSide|Tags|Type|Deck|Subdeck|Card|CardFlag|CardID|c\d+|tts-voices)$/;

/** The text without what lies between two signs; without its rest if it is never closed. */
function without(text: string, open: RegExp, close: RegExp): string {
  let [out, from] = ['', 0];
  for (;;) {
    const start = open.exec(text.slice(from));
    if (!start) return out + text.slice(from);
    out += text.slice(from, from + start.index);
    from += start.index + start[0].length;
    const end = close.exec(text.slice(from));
    if (!end) return out;
    from += end.index + end[0].length;
  }
}

function clean(text: string): string {
  return [
    [/<!--/, /-->/],
    [/<style\b[^<>]*>/i, /<\/style\s*>/i],
    [/<script\b[^<>]*>/i, /<\/script\s*>/i],
    // It only reveals something.
    [/<button\b[^<>]*>/i, /<\/button\s*>/i],
  ].reduce((rest, [open, close]) => (open && close ? without(rest, open, close) : rest), text);
}

function tokenOf(inside: string): TemplateToken {
  const text = inside.trim();
  const sign = text.charAt(0);
  const name = text.slice(1).trim();
  if (sign === '#' || sign === '^') return { kind: 'open', name, isNegated: sign === '^' };
  if (sign === '/') return { kind: 'close', name };
  const parts = text.split(':').map((part) => part.trim());
  return { kind: 'field', name: parts.at(-1) ?? '', filters: parts.slice(0, -1).reverse() };
}

function problemsOf(tokens: readonly TemplateToken[], fields: ReadonlySet<string>): Message[] {
  const unknown = new Set<string>();
  const open: string[] = [];
  let isCrossed = false;
  for (const token of tokens) {
    if (token.kind === 'text') continue;
    const { kind, name } = token;
    if (kind !== 'close' && name !== '' && !fields.has(name) && !special.test(name)) unknown.add(name);
    if (kind === 'open') open.push(name);
    else if (kind === 'close' && open.pop() !== name) isCrossed = true;
  }
  return [
    ...[...unknown].map((name) => problemMessage('deck/noField', name)),
    ...(isCrossed || open.length > 0 ? [problemMessage('deck/openSection')] : []),
  ];
}

/** @param fields names that the note type has */
export function readTemplate(source: string, fields: ReadonlySet<string>): Template {
  const text = clean(source);
  const tokens: TemplateToken[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('{{', from);
    const end = start < 0 ? -1 : text.indexOf('}}', start);
    const next = end < 0 ? text.length : start;
    if (next > from) tokens.push({ kind: 'text', text: text.slice(from, next) });
    if (end < 0) return { tokens, problems: problemsOf(tokens, fields) };
    tokens.push(tokenOf(text.slice(start + 2, end)));
    from = end + 2;
  }
}
