// Notes of any size that repeat one shape, each a text that made, or might make, some reader take quadratic time.

/** A text of about this many characters. */
export type Shape = (size: number) => string;

const head = '---\ntags: flashcards\n---\n';

function fill(piece: string, size: number): string {
  return piece.repeat(Math.max(1, Math.round(size / piece.length)));
}

const repeated =
  (piece: string): Shape =>
  (size) =>
    `${head}# H\n${fill(piece, size)}`;

/** The first half repeats one piece, the second half another. */
const halves =
  (first: string, second: string): Shape =>
  (size) =>
    `${head}# H\n${fill(first, size / 2)}${fill(second, size / 2)}`;

/** Pieces that differ only in their number. */
const counted =
  (piece: (index: number) => string): Shape =>
  (size) => {
    let text = `${head}# H\n`;
    for (let index = 0; text.length < size; index += 1) text += piece(index);
    return text;
  };

const properties =
  (piece: string, open = 'x: '): Shape =>
  (size) =>
    `---\ntags: flashcards\n${open}${fill(piece, size)}\n---\ntext`;

const schedule = '<!--SR:!2024-02-11,84,290-->';

/** Openers and closers. Random texts are made of these. */
const openersAndClosers = [
  '[[',
  ']]',
  '[',
  ']',
  '](',
  ')',
  '![[',
  '`',
  '$',
  '$$',
  '==',
  '**',
  '*',
  '_',
  '~~',
  '<!--',
  '-->',
  '<',
  '>',
  '%%',
  '{{',
  '}}',
  '::',
  '|',
  '\\',
] as const;

/** Standalone pieces. */
const pieces = [
  ...openersAndClosers,
  '[[a ',
  '[[a|',
  '![[a ',
  '[a](',
  '[a](b (',
  '[a](b "',
  '[a][',
  '[ ',
  '[[==a==',
  '==]]>|<br>',
  '\\<?![',
  ']]**',
  '**<!--a',
  '[k:: \n?\n"<!--<!',
  '==a ',
  '==a== ',
  '==a== b ',
  '==a==^[',
  '==a\n\n',
  '- ==a== b ==c==\n',
  '**a ',
  '**a:** b\n\n',
  '**a: ',
  '*a* ',
  '_a_b',
  '~~a ',
  '`a ',
  '$a ',
  '$$a\n',
  '$$ x $ ',
  '<!-- a ',
  '%% a ',
  '%%x%% ',
  '<?',
  '<![CDATA[',
  '<a href="',
  "<a b='",
  '<A:',
  '<div>\n',
  '<script>\n',
  '<details><summary>a</summary>\nb\n</details>\n',
  '> a\n',
  '>',
  '> - ',
  '- ',
  '- a b c\n',
  '- a b c\n\n',
  '- [ ] a\n',
  '> [!note]\n> body\n\n',
  '> [!note] T\n> body\n\n',
  '> [!q]\n> **a** b\n\n',
  '## a\nb\n',
  '###### a\n',
  'a\n---\n\n',
  '---\n',
  '===\n',
  'a::b\n',
  'a::b ',
  '[[a::b]] ',
  'a\n?\nb\n\n',
  'a\n?\n',
  'a\n??\nb\n\n',
  '%%a%%\n?\n',
  '- [ ] a\n?\n',
  '  ?\n',
  '- a\n  ?\n',
  '| a | b |\n',
  '|',
  '\t',
  ' ',
  '\n',
  '          \n',
  'a   \n',
  '&',
  '&#',
  'a',
  'word ',
  'http://a.b/c ',
  'http://a.b/!!!',
  'www.',
  'www.a_',
  'a@b.c ',
  'a@',
  'a.',
  '```\na\n',
  '```js\na\n```\n',
  '    a\n',
  '{{c1::a ',
  '{{c1::a}} ',
  '#a ',
  '#flashcards/x ',
  'a ^id\n\n',
  'key:: v\n',
  '[k:: v] ',
  '[k:: ',
  `a::b\n${schedule}\n`,
  `a ==b== ${schedule} `,
  `a ==b==\n${schedule}\n\n`,
  schedule,
  'a\r\n\r\n',
  'a\r',
  '\0',
  '\uFEFF',
  '\ud800',
  'a\u0301',
  '\u00a0',
  'a\u2028',
  '%% no cards %%\n\n',
  '## a\n%% no cards %%\n',
  'Some **bold** and *it* [[Link|x]] `c` $m$ ==h== text.\n\n',
] as const;

/** Every note shape by name. */
export function noteShapes(): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const piece of pieces) shapes.set(JSON.stringify(piece), repeated(piece));
  const pairs = [
    ['[', ']'],
    ['![', '](a)'],
    ['[[', ']]'],
    ['[[==a==', ']]'],
    ['<![[ ', '<!--'],
    ['*a ', ' a*'],
    ['==a ', ' a=='],
    ['- ', 'a::b\n'],
    ['**', ']'],
    ['[a ', '**b '],
    ['(', ')'],
    ['a::b\n', '\n?\n'],
  ] as const;
  for (const [first, second] of pairs)
    shapes.set(`${JSON.stringify(first)}, then ${JSON.stringify(second)}`, halves(first, second));
  return new Map([...shapes, ...unlikeShapes()]);
}

function unlikeShapes(): [string, Shape][] {
  const growing = (sign: string, after: string): Shape =>
    counted((index) => sign.repeat((index % 400) + 1) + after);
  return [
    ['runs of backticks that grow', counted((index) => `${'`'.repeat(index + 1)}a `)],
    ['quotes that grow', growing('>', ' a\n')],
    ['lists that grow', growing('  ', '- a\n')],
    ['lists by tabs that grow', growing('\t', '- a\n')],
    ['callouts that grow', growing('>', ' [!note] T\n')],
    ['headings that differ', counted((index) => `## a${index}\nb\n`)],
    ['headings of all depths', counted((index) => `${'#'.repeat((index % 6) + 1)} a\nb\n`)],
    ['items that are numbered', counted((index) => `${index + 1}. item\n`)],
    ['link definitions', counted((index) => `[a${index}]: /x\n\n[a1] `)],
    ['footnotes', counted((index) => `x[^${index}]\n\n[^${index}]: y\n`)],
    ['words with a separator', counted((index) => `word${index}::meaning ${index}\n\n`)],
    ['a long callout', (size) => `${head}> [!note] T\n${fill('> body text\n', size)}`],
    ['a quote with lazy lines', (size) => `${head}> a\n${fill('b\n', size)}`],
    ['a long table', (size) => `${head}| a | b |\n|---|---|\n${fill('| ==c== | **d** |\n', size)}`],
    [
      'a wide table',
      (size) => `${head}|${fill(' a |', size / 3)}\n|${fill('---|', size / 3)}\n|${fill(' b |', size / 3)}`,
    ],
    ['properties: [', properties('[')],
    ['properties: {', properties('{a: ')],
    ['properties: items', properties('  - a\n', 'x:\n')],
    ['properties: words', properties('a ', 'summary: ')],
    ['properties: lines', properties('  a\n', 'summary: |\n')],
    ['properties: open quote', properties('a ', 'x: "')],
    ['properties: ?', properties('? ')],
    ['properties: merge', properties('<<: {a: b}\n', '')],
    [
      'properties: keys',
      (size) =>
        `---\ntags: flashcards\n${Array.from({ length: size / 12 }, (_, index) => `k${index}: v`).join('\n')}\n---\nb`,
    ],
    [
      'properties: tags',
      (size) =>
        `---\ntags:\n  - flashcards\n${Array.from({ length: size / 10 }, (_, index) => `  - t${index}`).join('\n')}\n---\nb`,
    ],
    ['properties: never closed', (size) => `---\ntags: flashcards\n${fill('a: b\n', size)}`],
  ];
}

/** A shape made of openers and closers picked by `choose`; one in three ends with another run of them. */
export function randomShape(choose: (count: number) => number): [name: string, shape: Shape] {
  const glue = ['', '', 'a', ' ', '\n', 'a ', '\n\n'] as const;
  const row = (): string =>
    Array.from(
      { length: 1 + choose(5) },
      () => (openersAndClosers[choose(openersAndClosers.length)] ?? '') + (glue[choose(glue.length)] ?? ''),
    ).join('');
  const first = row();
  if (choose(3) > 0) return [JSON.stringify(first), repeated(first)];
  const second = row();
  return [`${JSON.stringify(first)}, then ${JSON.stringify(second)}`, halves(first, second)];
}
