// The small notes against what their README says they must give, which was written from the design, not from the code.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';

const folder = join(import.meta.dirname, '../../fixtures/notes');
const sources = 'title|property|heading|lead-in|callout|separator|table';

interface Expectation {
  readonly file: string;
  readonly cards: readonly string[];
  readonly isOpen: boolean;
}

/** Reads "- `file.md`: what it shows → source: question (remark) ; …". Lines with `?` on the right are open. */
function expectations(): Expectation[] {
  const found: Expectation[] = [];
  for (const line of readFileSync(join(folder, 'README.md'), 'utf8').split('\n')) {
    const [, file = '', right = ''] = /^- `([^`]+)`: .* → (.*)$/.exec(line) ?? [];
    if (file === '') continue;
    const cards = right
      .split(' ; ')
      .filter((part) => new RegExp(`^(?:(?:${sources}): |cloze hides )`).test(part))
      .map((part) =>
        part.replace(
          / \((?:deck|line|answer|context|…|levels-back|chip|links|schedule|summary|tldr|the dot|only|"with)[^]*$/,
          '',
        ),
      );
    const isOpen = / \?(?:$| ;| \()|\(\?|\?\)/.test(right) || /and a problem/.test(right);
    found.push({ file, cards: cards.sort(), isOpen });
  }
  return found;
}

const all = expectations();

describe('a small note', () => {
  test('has an expectation, for most of them a definite one', () => {
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(({ isOpen }) => !isOpen).length).toBeGreaterThan(200);
  });

  test.each(
    all
      .filter(({ isOpen, file }) => !isOpen && file !== 'not-utf-8.md')
      .map((one) => [one.file, one] as const),
  )('%s gives just the cards that its line names', (file, { cards }) => {
    const read = extractCards({ path: file, text: readFileSync(join(folder, file), 'utf8') });
    const text = readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '');
    const actual = read.cards.map((card) => {
      const { source, question, cloze } = card;
      if (!cloze) return `${source}: ${question.replaceAll('\n', '↵')}`;
      const hidden = cloze.hidden.map(
        ({ start, end }) => `"${text.slice(start, end).replaceAll('\n', '↵')}"`,
      );
      return `cloze hides ${hidden.join(' and ')}${cloze.hint === null ? '' : ` (hint "${cloze.hint}")`}`;
    });
    expect(actual.sort()).toEqual(cards);
  });
});
