// YAML as frontmatter holds it, plain, quoted, nested and broken.
import fc from 'fast-check';

const keys = [
  'tags',
  'tag',
  'summary',
  'aliases',
  'created-at',
  'A_b',
  'null',
  'True',
  'two words',
  'x.y',
  '"q"',
  '1',
  '?',
  '<<',
];
const values = [
  '',
  'plain',
  'two words',
  'a: b',
  'a:b',
  'a #b',
  'a#b',
  '#tag',
  'http://x.y/z',
  'trailing:',
  '"quoted"',
  '"with \\" escape"',
  '"a" b',
  '""',
  "'single'",
  "'it''s'",
  "' blanks '",
  '"',
  'null',
  'NULL',
  '~',
  'true',
  'False',
  'yes',
  '2024',
  '2024-01-02',
  '1.0',
  '0x1F',
  '1e3',
  '12:30',
  '-5',
  '.inf',
  '- x',
  '[a, b]',
  '[a, [b]]',
  '["a", b]',
  '[a, ]',
  '[]',
  '[a',
  '[ a ,b ]',
  '[true, 1]',
  '[a b: c]',
  '{a: b}',
  '[[Page]]',
  '[[a, b]]',
  '[[a] ]',
  '[[a]]b',
  '[[[a]]]',
  '"[[Page]]"',
  '| ',
  '>-',
  '&a x',
  '*a',
  '!!str x',
  '%x',
  '@x',
  '`x`',
  '(x)',
  '/x',
  'a, b',
  'caf\u00E9',
  '\u6F22',
  '\u{1F600} x',
  'a\u00A0',
  '\u00A0a',
  'a\tb',
  'a\u2028b',
  'x  # comment',
  'a ? b',
  'a - b',
  'a [b] c',
  '...',
  '---',
];

const value = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...values) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);
const blanks = fc.constantFrom('', '', '', ' ', '  ', '    ');

const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...keys), fc.constantFrom(':', ': ', ':  ', ':\t', ' : '), value, blanks)
      .map((parts) => parts.join('')),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom('', '  ', '  ', '    '), fc.constantFrom('- ', '-', '-  '), value, blanks)
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '  ', '# comment', '  continued', 'plain', '\t- x') },
);

export const yamlText: fc.Arbitrary<string> = fc
  .record({
    lines: fc.array(line, { maxLength: 6 }),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
    isClosed: fc.boolean(),
  })
  .map(({ lines, eol, isClosed }) => lines.join(eol) + (isClosed ? eol : ''));
