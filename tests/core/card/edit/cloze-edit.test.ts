// Selected texts become highlights, and highlights plain text again; nothing else of a note changes.
import { describe, expect, test } from '@jest/globals';
import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { applied, clozeEdit } from '../../../../src/core/card/edit/cloze-edit.ts';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { silent } from '../../../../src/core/card/text/opaque.ts';
import { readOutline } from '../../../../src/core/note/outline.ts';
import { parseNote, spanOf } from '../../../../src/core/note/parse/markdown.ts';
import { bodyTags } from '../../../../src/core/note/tags/tags.ts';
import { expectAlike } from '../../../alike.ts';
import { noteText, runs } from '../../../random.ts';

/** `‹` and `›` are the ends of selections, `¦` is a cursor. */
function edited(marked: string): string {
  const selections: { start: number; end: number }[] = [];
  let text = '';
  for (const sign of marked) {
    if (sign === '‹' || sign === '¦') selections.push({ start: text.length, end: text.length });
    const last = selections.at(-1);
    if (sign === '›' && last) last.end = text.length;
    if (!'‹›¦'.includes(sign)) text += sign;
  }
  const edit = clozeEdit(text, selections);
  return typeof edit === 'string' ? edit : applied(text, edit);
}

describe('a cloze', () => {
  test.each([
    ['a word', '## A\nWater ‹follows› salt.\n', '## A\nWater ==follows== salt.\n'],
    ['with blanks around', 'Water‹ follows ›salt.', 'Water ==follows== salt.'],
    ['two selections', '‹Water› follows ‹salt›.', '==Water== follows ==salt==.'],
    ['two in other paragraphs', 'a ‹b›\n\n- c ‹d› e', 'a ==b==\n\n- c ==d== e'],
    ['an item', '- one\n- ‹two›\n', '- one\n- ==two==\n'],
    ['in a quote', '> [!note] A\n> some ‹text› here', '> [!note] A\n> some ==text== here'],
    ['in a cell', '| a | b |\n|---|---|\n| c | ‹d› |', '| a | b |\n|---|---|\n| c | ==d== |'],
    ['a whole link', 'See ‹[[A|b]]› now', 'See ==[[A|b]]== now'],
    ['a whole formula', 'Is ‹$x$› so', 'Is ==$x$== so'],
    ['in bold', '**a ‹b› c**', '**a ==b== c**'],
    ['over a line break', 'a ‹b\nc› d', 'a ==b\nc== d'],
    ['a footnote mark whole', 'x ‹y [^1]› z', 'x ==y [^1]== z'],
    ['beside a tag', 'x #tag ‹y›', 'x #tag ==y=='],
    ['in half a tag', '#flash==‹cards›==', '#flashcards'],
    ['beside another', '==a== and ‹b›', '==a== and ==b=='],
    ['with Windows line ends', '## A\r\nx ‹y› z\r\n', '## A\r\nx ==y== z\r\n'],
    ['text of its own', 'a ==‹b›== c', 'a b c'],
    ['a part of a highlight', 'a ==b ‹c› d== e', 'a b c d e'],
    ['a highlight with its marks', 'a ‹==b==› c', 'a b c'],
    ['a highlight at the cursor', 'a ==b¦c== d', 'a bc d'],
    ['one of two that touch', '==a====‹b›==', '==a==b'],
    ['one of each', 'a ==‹b›== ‹c› d', 'a b ==c== d'],
    ['a highlight in a heading', '## A ==‹b›==\nText.', '## A b\nText.'],
  ])('is made or taken away: %s', (_, given, wanted) => {
    expect(edited(given)).toBe(wanted);
  });

  test.each([
    ['properties', '---\nsummary: ‹a› b\n---\nText.', 'place'],
    ['a fence', '```\nx ‹y› z\n```', 'place'],
    ['code', 'a `x ‹y› z` b', 'place'],
    ['a part of code', 'a ‹b `x› y` z', 'place'],
    ['a formula', 'a $x ‹y› z$ b', 'place'],
    ['a block of maths', '$$\nx ‹y› z\n$$', 'place'],
    ['a link', 'a [[Page ‹b›|c]] d', 'place'],
    ['the text of a link', 'a [b ‹c›](d.md) e', 'place'],
    ['a comment', 'a %%b ‹c› d%% e', 'place'],
    ['a heading', '## A ‹b›\nText.', 'place'],
    ['two paragraphs', 'a ‹b\n\nc› d', 'edge'],
    ['two items', '- a ‹b\n- c› d', 'edge'],
    ['two cells', '| a | b |\n|---|---|\n| ‹c | d› |', 'edge'],
    ['a heading and its text', '## ‹A\nText›.', 'edge'],
    ['half a highlight', 'a ‹b ==c› d== e', 'edge'],
    ['half a tag', '#flash‹cards›\n\n## One\nText.', 'place'],
    ['the last letter of a tag', 'x #ta‹g›', 'place'],
    ['half a tag in brackets', 'x (#ta‹g›) y', 'place'],
    ['a whole tag', 'x ‹#tag› y', 'place'],
    ['words up to the middle of a tag', '‹x #ta›g', 'place'],
    ['a footnote mark', 'x [^‹1›] y\n\n[^1]: Text.', 'place'],
    ['a footnote mark without a footnote', 'x [^‹1›] y', 'place'],
    ['an address', 'x https://ex‹am›ple.com y', 'place'],
    ['text around a highlight', 'The ‹a ==b== c› d.', 'edge'],
    ['text right after a highlight', '==a==‹b›', 'edge'],
    ['text right before a highlight', '‹a›==b==', 'edge'],
    ['two that touch', 'x ‹a›‹b› y', 'edge'],
    ['nothing', 'a b¦ c', 'empty'],
    ['blanks', 'a‹  ›b', 'empty'],
    ['one good and one bad', '‹a› b `c ‹d› e`', 'place'],
  ])('is refused in %s', (_, given, wanted) => {
    expect(edited(given)).toBe(wanted);
  });

  test('asks for what was selected', () => {
    const text = edited('---\ntags: flashcards\n---\n## A\nWater follows ‹salt›.\n');
    expect(extractCards({ path: 'N.md', text }).cards.map(({ source }) => source)).toContain('cloze');
  });

  test('leaves tags, links and footnotes as they are', () => {
    const pieces = [
      '#flash/a',
      '(#x)',
      '[^1]',
      '[[A|b]]',
      '[c d](e.md)',
      '==f g==',
      'word',
      'www.e.org/a',
      ' ',
      ' ',
    ];
    const kept = (text: string): unknown => {
      const names = bodyTags(text, readOutline(text), ['flash', 'x']).map(({ name }) => name);
      const found: string[] = [];
      const visit = (node: Nodes): void => {
        if (silent.has(node.type))
          found.push(node.position ? text.slice(spanOf(node).start, spanOf(node).end) : JSON.stringify(node));
        else if ('children' in node) node.children.forEach(visit);
      };
      visit(parseNote(text));
      return [names, found];
    };
    let made = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 8 }),
        fc.nat(),
        fc.nat({ max: 9 }),
        (words, place, length) => {
          const text = `${words.join('')}\n\n[^1]: Text.\n`;
          const start = place % text.length;
          const edit = clozeEdit(text, [{ start, end: Math.min(text.length, start + length) }]);
          if (typeof edit === 'string' || edit[0]?.put === '') return;
          made += 1;
          expectAlike(kept(applied(text, edit)), kept(text));
        },
      ),
      { numRuns: runs(20_000, 400) },
    );
    expect(made).toBeGreaterThan(0);
  });

  test('changes nothing but the marks, and is its own way back', () => {
    let made = 0;
    fc.assert(
      fc.property(noteText, fc.nat(), fc.nat({ max: 12 }), (given, place, length) => {
        const text = given.replace(/^\uFEFF/, '');
        const start = place % (text.length + 1);
        const end = Math.min(text.length, start + length);
        const edit = clozeEdit(text, [{ start, end }]);
        if (typeof edit === 'string') return;
        for (const { start: from, end: to, put } of edit)
          expectAlike([text.slice(from, to), put].sort(), ['', '==']);
        const now = applied(text, edit);
        const [first, last] = [edit[0], edit.at(-1)];
        if (!first || !last) return;
        expectAlike(now.slice(0, first.start), text.slice(0, first.start));
        expectAlike(now.slice(now.length - text.length + last.end), text.slice(last.end));
        if (first.put === '') return;
        made += 1;
        const back = clozeEdit(now, [{ start: first.start, end: last.end + 4 }]);
        expectAlike(typeof back === 'string' ? back : applied(now, back), text);
      }),
      { numRuns: runs(20_000, 400) },
    );
    expect(made).toBeGreaterThan(0);
  });
});
