// The clozes of an Anki field, nested ones too: which numbers it has, and what one card hides.

const sign = /\{\{c([\d,]+)::|::|\}\}/gi;

interface Open {
  readonly numbers: readonly number[];
  /** Where its text starts in the output, and where its hint does. */
  readonly at: number;
  hint: number | null;
}

/** The numbers of a text's clozes, ascending. */
export function clozeNumbers(html: string): number[] {
  const numbers = [...html.matchAll(/\{\{c([\d,]+)::/gi)].flatMap(([, list = '']) =>
    list.split(',').map(Number),
  );
  return [...new Set(numbers)].filter((number) => number > 0).sort((a, b) => a - b);
}

/**
 * The text as one card asks it, `[…]` or `[hint]` for what is hidden.
 * @param number whose text is hidden; null for none
 */
export function hideCloze(html: string, number: number | null): string {
  const open: Open[] = [];
  let [out, from] = ['', 0];
  for (const { 0: mark, 1: list, index } of html.matchAll(sign)) {
    const top = open.at(-1);
    if (list === undefined && !top) continue;
    out += html.slice(from, index);
    from = index + mark.length;
    if (list !== undefined) open.push({ numbers: list.split(',').map(Number), at: out.length, hint: null });
    else if (mark === '::' && top) {
      if (top.hint === null) top.hint = out.length;
      else out += mark;
    } else if (top) {
      open.pop();
      const hint = top.hint === null ? '' : out.slice(top.hint);
      const text = out.slice(top.at, top.hint ?? out.length);
      out = out.slice(0, top.at);
      out += number !== null && top.numbers.includes(number) ? `[${hint === '' ? '…' : hint}]` : text;
    }
  }
  return out + html.slice(from);
}
