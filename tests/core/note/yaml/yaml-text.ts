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

/** Values in all the forms that take several lines, as written at the first column behind `key:`. */
const longValues = [
  ' "two\n  lines"',
  ' "a \\" b\n\n  c: d" # e',
  " 'it''s\n  two' # c",
  ' "a: [b"',
  ' [a,\n  "b]", # x ]\n  c\n]',
  " [ \"a\" , 'b]', it's, c#d ] # e",
  ' [\n  1.0, 007\n  ]',
  ' {a: "b}",\n  c: [d, \'}\']}',
  ' {"a":"b","c": [1]} # d',
  ' |\n  x\n   # y\n\n  z',
  ' |-  # why\n  - a\n  b: c\n',
  ' >-\n  a "b\n',
  ' |+\n  a\n\n',
  ' |\n\n    a\n    b\n\n# c',
  ' |2\n  a',
  '\n  |\n  a',
  '\n  - a # x\n\n  # y\n  - "b\n    c"',
  '\n- a\n- b: c\n  d: e',
  '\n- - 1.0\n  - 1\n# f\n- 0x1F',
  '\n  - |\n    a\n  - [b,\n    c]',
  '\n  k: v\n  l:\n    - m',
  '\n  "quoted: key": x\n  \'s\': y',
  '\n  "quoted text" # c',
  '\n  # c\n  plain text\n  more # d',
  ' plain\n  more\n\n  text # c',
  ' # c\n  [a, b]',
  ' # c\n\n  # d\n',
  ' &x\n  - a',
  ' &x a',
  ' *x',
  ' !!str |\n  x',
  ' -5 # c',
  ' 1.50 # c',
  ' 0x1F\n\n# c',
  ' a#b: c',
  ' a, "b", [c]',
  ' a # c: d',
];

const longKeys = [
  'tags',
  'tag',
  'Tags',
  'summary',
  '"q r"',
  "'s'",
  'a b',
  '1.0',
  '2024',
  'null',
  'x#y',
  '-z',
  '<<',
];

/** One sign put in, taken away or changed: nearly as before, and perhaps something else. */
const slip = fc.tuple(
  fc.nat(400),
  fc.nat(1),
  fc.constantFrom('', '', ...'\n\n  ::"\'[]{}#-|>&*!?,\t\\a', '\n ', '\n- ', ' #', ': '),
);

/** YAML that is mostly valid, with values of many lines, comments between and slips of the pen. */
export const longYaml: fc.Arbitrary<string> = fc
  .record({
    parts: fc.array(
      fc.oneof(
        {
          weight: 5,
          arbitrary: fc
            .tuple(fc.constantFrom(...longKeys), fc.constantFrom(...longValues))
            .map(([key, text]) => `${key}:${text}\n`),
        },
        {
          weight: 2,
          arbitrary: fc
            .tuple(fc.constantFrom(...longKeys), fc.constantFrom(...values))
            .map(([key, text]) => `${key}: ${text}\n`),
        },
        { weight: 1, arbitrary: fc.constantFrom('\n', '# comment: a\n', '  # b\n', '   \n') },
      ),
      { minLength: 1, maxLength: 5 },
    ),
    indent: fc.constantFrom('', '', '', '', '  '),
    slips: fc.array(slip, { maxLength: 2 }),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ parts, indent, slips, eol }) => {
    let text = parts.join('').replace(/^(?=.)/gm, indent);
    for (const [place, cut, put] of slips) {
      const at = place % (text.length + 1);
      text = text.slice(0, at) + put + text.slice(at + cut);
    }
    return text.replaceAll('\n', eol);
  });
