// The difference between what was typed and a short answer: seen by shape, not by colour alone, and as a sentence.
import type { Comparison, Piece } from '../../../core/typed/compare.ts';
import type { Locale } from '../../locale.ts';

const tags = { right: 'span', wrong: 'del', missing: 'ins' } as const;

/** What can't be seen struck through or underlined. */
const visible = (text: string): string => text.replace(/[ \t]/g, '␣').replace(/\n/g, '↵\n');

/** The sentence of the status says it to screen readers. */
export function drawDifference(el: HTMLElement, { pieces }: Comparison, isCode: boolean): void {
  el.toggleClass('nf-typed-code', isCode);
  el.setAttrs({ dir: isCode ? 'ltr' : 'auto', 'aria-hidden': 'true' });
  for (const { kind, text } of pieces) {
    const word = isCode ? text : text.trimEnd();
    el.createEl(tags[kind], { text: isCode && kind !== 'right' ? visible(word) : word });
    // The blank after a word is not struck through.
    el.appendText(text.slice(word.length) || (isCode || kind !== 'wrong' ? '' : ' '));
  }
}

/** What the picture of the difference says: the words that are wrong or missing. Empty if all are right. */
export function differenceSentence(locale: Locale, { pieces }: Comparison): string {
  const { typed } = locale.main.review;
  const all = (kind: Piece['kind']): string =>
    pieces.flatMap((piece) => (piece.kind === kind ? [piece.text.trim()] : [])).join(' ');
  const [wrong, missing] = [all('wrong'), all('missing')];
  return (wrong && `; ${typed.wrong(wrong)}`) + (missing && `; ${typed.missing(missing)}`);
}
