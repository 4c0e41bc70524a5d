// The texts of a parsed YAML value, numbers as they are written.

/** What a number may be written as: `007`, `1.0`, `0x1F`, `-.inf`. */
function isWritten(word: string, number: number | bigint): boolean {
  if (word === '' || word === String(number)) return word !== '';
  const value = Number(word.replace(/^([-+]?)\.inf$/i, '$1Infinity'));
  return value === Number(number) || (Number.isNaN(number) && /^\.nan$/i.test(word));
}

/**
 * The texts of a scalar or a list, nested lists included; a map has none.
 *
 * @param written the value as written, or '' if unknown: numbers are then written as JavaScript does
 */
export function textsOf(value: unknown, written: string): string[] {
  const texts: string[] = [];
  let words: readonly string[] | null = null;
  let next = 0;
  const addNumber = (number: number | bigint): void => {
    words ??= written.replace(/(?:^|\s)#[^\n]*/g, '').split(/[\s,[\]]+/);
    while (next < words.length && !isWritten(words[next] ?? '', number)) next += 1;
    texts.push(words[next] ?? String(number));
    next += 1;
  };
  // An alias can make a list hold itself, or thousands of the same.
  const seen = new Set<unknown>();
  const add = (one: unknown): void => {
    if (typeof one === 'string') {
      if (one.trim() !== '') texts.push(one);
    } else if (typeof one === 'number' || typeof one === 'bigint') addNumber(one);
    else if (typeof one === 'boolean') texts.push(String(one));
    else if (Array.isArray(one) && !seen.has(one)) {
      seen.add(one);
      one.forEach(add);
    }
  };
  add(value);
  return texts;
}
