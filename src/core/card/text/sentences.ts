// Finds sentence ends, for a text too long to be asked whole.
import { parseInline, spanOf } from '../../note/parse/markdown.ts';
import type { Span } from '../../note/span.ts';

/** A mark at the end of a sentence, closing marks, footnotes; then a gap, which dense scripts omit. */
const end =
  /(?:[.!?…]{1,9}["'”’»)\]*_=]{0,8}(?:\[\^[^\]\n]{1,100}\])*(?=\s)|[。！？]["'”’»」』）*_=]{0,8}(?:\[\^[^\]\n]{1,100}\])*)\s*/g;
const opensSentence = /^[\p{Lu}\p{Lo}\p{N}"'“”„«»‘’(¿¡*_=[$`{\\<!]/u;
/** Words that end in a period inside a sentence. So does a single letter. */
const shortened: ReadonlySet<string> = new Set(
  `e.g i.e eg ie vs cf fig figs eq eqs dr mr mrs ms prof st al approx no nr vol pp sec ch ref refs resp incl max min
  z.b u.a d.h bzw ca abb vgl sog evtl inkl usw p.ej pág núm ej sr sra dra p.ex av т.е т.д т.п рис см др`.split(
    /\s+/,
  ),
);

function isShortened(before: string): boolean {
  const word = (before.split(/[^\p{L}\p{N}.]/u).at(-1) ?? '').toLowerCase();
  return shortened.has(word) || /^(?:\p{L}\.)*\p{L}$/u.test(word);
}

/** The sentences of a piece of masked inline Markdown; none ends inside bold text, a link, a formula or a highlight. */
export function sentencesOf(masked: string): Span[] {
  const whole: Span[] = [];
  for (const node of parseInline(masked)) if (node.type !== 'text') whole.push(spanOf(node));
  const sentences: Span[] = [];
  let start = 0;
  let next = 0;
  for (const { index, 0: mark } of masked.matchAll(end)) {
    const after = index + mark.length;
    if (after >= masked.length) break;
    while ((whole[next]?.end ?? Infinity) <= index) next += 1;
    // The mark may be the last character of bold text.
    const inside = whole.slice(next, next + 2).some((span) => span.start < after && after < span.end);
    if (inside || /^[)\]]/.test(masked.slice(after))) continue;
    if (mark.startsWith('.') && !opensSentence.test(masked.slice(after, after + 2))) continue;
    if (mark.startsWith('.') && isShortened(masked.slice(Math.max(0, index - 20), index))) continue;
    sentences.push({ start, end: after });
    start = after;
  }
  return [...sentences, { start, end: masked.length }];
}
