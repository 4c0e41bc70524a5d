// Checks whether a heading or bold text is on a settings list. People number them (`7. References`, `Example 2`),
// so a number at either end is ignored.
import { listKey } from './list-key.ts';
import type { CardOptions } from '../options.ts';

/** `7.`, `7.1`, `(7)`, `§ 7`; `VII.`, `A.1`, `b)`; `七、`, `第七章`. */
const numberBefore =
  /^[^\p{L}\p{N}]*(?:(?:[A-Z]\.)?\p{N}+(?:[^\p{L}\p{N}]+\p{N}+)*|[IVXLC]+(?=[\s.:)])|\p{L}(?=[.:)])|第?[一二三四五六七八九十]+[章節节部]?(?=[\s、．.：:]))/u;
const digit = /\p{N}/u;
/** A word that no pattern above takes for a number, as most headings have at their start. */
const opensWithWord = /^[A-Za-z][a-z]/;
/** A letter that is no Roman digit. */
const plainLetter = /[abd-hjkm-uwyz]/;

/** A list key (see `listKey`) without the number at its end, digits or Roman. */
export function withoutNumberAtEnd(key: string): string {
  if (plainLetter.test(key.slice(-1))) return key;
  let end = key.length;
  while (end > 0 && digit.test(key.charAt(end - 1))) end -= 1;
  if (end === key.length) return key.replace(/ [ivxlc]+$/, '');
  return key.slice(0, end).trimEnd();
}

/** A heading without its leading number. */
export function withoutNumberBefore(text: string): string {
  return opensWithWord.test(text) ? text : text.replace(numberBefore, '');
}

/** The lists of the settings, prepared for comparison. */
export interface Lists {
  readonly skippedHeadings: ReadonlySet<string>;
  readonly proseWords: ReadonlySet<string>;
}

/** Prepare them once for many notes: normalizing them for each took a tenth of reading short notes. */
export function listsOf({ skippedHeadings, proseWords }: CardOptions): Lists {
  const keys = (entries: readonly string[]): ReadonlySet<string> =>
    new Set(entries.map(listKey).filter((key) => key !== ''));
  return { skippedHeadings: keys(skippedHeadings), proseWords: keys(proseWords) };
}

/**
 * @param list from `listsOf`
 * @param keyOf `listKey`, perhaps remembered
 */
export function isListed(
  list: ReadonlySet<string>,
  text: string,
  keyOf: (text: string) => string = listKey,
): boolean {
  const has = (key: string): boolean => list.has(key) || list.has(withoutNumberAtEnd(key));
  if (has(keyOf(text))) return true;
  const bare = withoutNumberBefore(text);
  return bare !== text && has(keyOf(bare));
}
