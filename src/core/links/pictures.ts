// The pictures that a note embeds.
import { isAddress } from '../picture/box.ts';
import type { Span } from '../note/span.ts';
import { parseWikilink } from '../note/wikilink.ts';

/** A picture as embedded in a note. */
export interface PictureEmbed extends Span {
  /** As written, without `#…`; or an address. */
  readonly target: string;
}

const embed =
  /!\[\[([^[\]\n]+)\]\]|!\[(?:[^[\]\\\n]|\\.)*\]\([ \t]*(?:<([^<>\n]*)>|((?:[^\s()]|\([^\s()]*\))+))(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*\)/g;

const picture = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;

/** A Markdown link's path; the link itself if it is not encoded. */
export function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function targetOf([, inner, angled, plain]: RegExpExecArray): string {
  if (inner !== undefined) return parseWikilink(inner, true).target;
  const url = angled ?? plain ?? '';
  return isAddress(url) ? url : decoded(url.replace(/#.*/, ''));
}

/** The pictures in a text whose comments, code and formulas are blank. */
export function picturesIn(
  masked: string,
  { start, end }: Span = { start: 0, end: masked.length },
): PictureEmbed[] {
  return [...masked.slice(start, end).matchAll(embed)].flatMap((match) => {
    const target = targetOf(match);
    if (!isAddress(target) && !picture.test(target)) return [];
    const at = start + match.index;
    return { target, start: at, end: at + match[0].length };
  });
}

/** The embed of an occlusion card's question, without its label. */
export function embedOf(question: string): string {
  return picturesIn(question)[0] ? question.slice(0, picturesIn(question)[0]?.end) : question;
}

/** The file name of the picture that a question shows, without its ending. */
export function pictureName(question: string): string {
  const target = picturesIn(question)[0]?.target ?? question;
  return target.slice(target.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
