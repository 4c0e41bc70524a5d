// How many random cases a property tries: few in the quick loop, a quarter of them when FULL is set (`npm test`), all when
// LONG is set (`npm run test:long`), a handful when FEW is set (a mutation run, which runs each test thousands of times).
import fc from 'fast-check';

/** In `npm test`, a property whose cases are that few tries all. */
const few = 200;

export function runs(full: number, least = 20): number {
  const { LONG, FULL, FEW } = process.env;
  if (FEW) return Math.min(least, 10);
  if (LONG) return full;
  if (FULL) return Math.max(Math.min(full, few), Math.ceil(full / 4));
  return Math.max(least, Math.ceil(full / 100));
}

/** Any sign of Unicode but halves of a pair; the unit 'binary' of fast-check, which takes a second to make. */
export const anySign: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10_ffff - 0x800 })
  .map((nth) => String.fromCodePoint(nth < 0xd800 ? nth : nth + 0x800));

const lines = [
  '# Heading',
  '## Results',
  '### Deep ^id1',
  '####### seven',
  'Setext',
  '===',
  '---',
  '- item',
  '\t- nested',
  '1. one',
  '> quote',
  '> [!note] Title',
  '> [!tip]-',
  '> > [!x] inner',
  '> **Lead.** rest',
  'lazy line',
  '**Term**',
  '**Term:** definition',
  '**Term** – definition',
  '**Is it?** yes',
  '**bold** starts',
  '***Both***: x',
  '__Under__: y',
  '```',
  '```js',
  '~~~',
  '````',
  '    indented',
  '%%',
  '%% inline %%',
  'a %% b',
  '<!-- comment -->',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<details><summary>x</summary>',
  '$$',
  '$$x$$',
  '$a == b$',
  '==mark==',
  '- an ==item== with ==two==^[a hint]',
  '> ==quoted',
  'over== lines ==a====b==',
  '{{c1::one}} {{c2::two::hint}}',
  '| a | b |',
  '|---|---|',
  '| [[A\\|b]] | 2 |',
  '[[Page#Head|alias]]',
  '![[img.png|300]]',
  '[a](b.md)',
  '[ref]: http://x.y',
  '[^1]: foot',
  'Q::A',
  'Q :: A',
  '- Q:::A',
  '> Q::A',
  '?',
  '??',
  '  ?',
  '> ?',
  '<!--SR:!2024-02-11,84,290-->',
  'text #flashcards/x',
  '#no-cards',
  'text ^block',
  '^alone',
  '',
  '  ',
  'Plain prose with some words.',
  '\u6F22\u5B57\u306E\u6587',
  '\u05E9\u05DC\u05D5\u05DD',
];

/** Text in the shapes of notes: lines of Markdown of every kind, some cut, some joined, some with Windows line ends. */
export const noteText: fc.Arbitrary<string> = fc
  .record({
    lines: fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...lines) },
        { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.constantFrom(...lines), fc.constantFrom(...lines))
            .map((two) => two.join(' ')),
        },
      ),
      { maxLength: 40 },
    ),
    frontmatter: fc.constantFrom(
      '',
      '---\ntags: [flashcards]\n---\n',
      '---\ntags: [flashcards\n---\n',
      '\uFEFF---\ntags: flashcards\nsummary: "x: y"\n---\n',
      '---\n',
    ),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ lines: body, frontmatter, eol }) => (frontmatter + body.join('\n')).replaceAll('\n', eol));
