// What is read aloud of a Markdown text, sentence by sentence: no marks, no embeds; code and formulas only if wanted.
import { plainText } from '../note/plain-text.ts';
import { texWords } from '../text/tex-words.ts';

/** Some voices stop in a longer text. */
const longest = 200;
const fence = /^[ \t>]*(?:```|~~~)/;
/** A price is none: a formula has no blank inside its signs, and no digit behind them. */
const formulas = /(^|[^\\$])(?:\$\$([^$]+)\$\$|\$([^\s$](?:[^$\n]*[^\s$\\])?)\$(?!\d))/g;
const code = /`([^`\n]+)`/g;
const embeds = /!\[\[[^[\]\n]*\]\]|!\[[^[\]\n]*\]\([^()\n]*\)|<(?:img|audio|video|iframe|svg)\b[^<>]*>/gi;
const comments = /%%[^%]*%%|<!--[^-]*-->/g;
/** A gap is a pause. */
const gaps = /==\[(?:…|([^\]\n]*))\]==/g;
const lineMarks = /^[ \t>]*(?:\[![^\]\n]*\][+-]?[ \t]*)?(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[.\][ \t]+)?)?/;
const delimiterRow = /^[ \t|:-]+$/;

/**
 * The sentences of a text.
 * @param symbols whether formulas and code are read too
 */
export function spokenText(markdown: string, symbols: boolean): readonly string[] {
  const inLine = (line: string): string =>
    line
      .replace(code, (_, inside: string) => (symbols ? inside : ' '))
      .replace(gaps, (_, hint: string | undefined) => ` … ${hint ?? ''} `)
      .replace(lineMarks, '');
  const text = markdown
    .replace(comments, ' ')
    .replace(embeds, ' ')
    .replace(formulas, (_, before: string, block: string | undefined, inline: string | undefined) =>
      symbols ? `${before} ${texWords(block ?? inline ?? '')} ` : `${before} `,
    );
  let isCode = false;
  return text.split(/\r?\n/).flatMap((line) => {
    const isFence = fence.test(line);
    if (isFence) isCode = !isCode;
    if (isFence || delimiterRow.test(line) || (isCode && !symbols)) return [];
    const plain = isCode ? line.trim() : spokenLine(inLine(line));
    return /[\p{L}\p{N}]/u.test(plain) ? sentencesOf(plain) : [];
  });
}

/** A row of a table is read cell by cell. */
function spokenLine(line: string): string {
  const cells = line.startsWith('|') ? line.replaceAll('\\|', ' ').split('|') : [line];
  return cells
    .map((cell) => plainText(cell).replace(/\s+/g, ' ').trim())
    .filter((cell) => cell !== '')
    .join(', ');
}

function sentencesOf(text: string): string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text);
  return [...segments].flatMap(({ segment }) => cut(segment.trim())).filter((sentence) => sentence !== '');
}

/** A long sentence in parts, between words where there are any. */
function cut(sentence: string): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > longest) {
    const at = rest.lastIndexOf(' ', longest);
    parts.push(rest.slice(0, at > 0 ? at : longest));
    rest = rest.slice(at > 0 ? at : longest).trimStart();
  }
  return [...parts, rest];
}
