import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extractCards } from '../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';
import { importDeck } from '../../../src/core/import/anki-import.ts';
import { inEnglish } from '../../../scripts/node/english.ts';
import { runs } from '../../random.ts';

const read = (content: string, path = 'decks/Rivers.txt') =>
  importDeck(path, content, 'Imported', 'flashcards');

describe('an Anki deck', () => {
  test('becomes a note with a heading for each question, which gives the same cards', () => {
    const { files, cards, problems } = read(
      '#separator:tab\n#html:true\nWhat is a <b>levee</b>?\tA bank.<br>Of silt.\n',
    );
    expect([files.map(({ path }) => path), cards, problems]).toEqual([['Imported/Rivers.md'], 1, []]);
    const [file] = files;
    const found = extractCards({ path: file?.path ?? '', text: file?.text ?? '' });
    expect(found.cards.map(({ question, answer }) => [question, answer])).toEqual([
      ['What is a **levee**?', 'A bank.\nOf silt.'],
    ]);
  });

  test('is one note a deck, in folders like its decks', () => {
    const { files } = read('#separator:tab\n#deck column:1\nA::B\tq\ta\nA\tq\ta\na::b\tr\tb\n');
    expect(files.map(({ path }) => path)).toEqual(['Imported/A/B.md', 'Imported/A.md']);
    expect(files[0]?.text).toContain('## r');
  });

  test('leaves out columns that are not fields', () => {
    const { files } = read('#separator:tab\n#guid column:1\n#tags column:4\nx1\tq\ta\ttag\n');
    expect(files[0]?.text).toBe('---\ntags: [flashcards, tag]\n---\n## q\na\n');
  });

  test('as CSV needs no header lines', () => {
    expect(read('q;"a; b"\n', 'Deck.csv').files).toEqual([
      { path: 'Imported/Deck.md', text: '---\ntags: [flashcards]\n---\n## q\na; b\n' },
    ]);
  });

  test('converts images, sounds, maths and entities', () => {
    const { files } = read(
      '#separator:tab\nq\t<img src="a.png"> [sound:b.mp3] \\(x\\) \\[y\\] a &lt; b &#233;\n',
    );
    expect(files[0]?.text).toContain('![[a.png]] ![[b.mp3]] $x$ $$y$$ a < b é');
  });

  test('drops comments, styles and scripts, and closes unclosed tags at the end', () => {
    const { files } = read(
      '#separator:tab\nq\ta<!-- x --><style>y</style><script>z</script> <i>b</i> <b>c\n',
    );
    expect(files[0]?.text).toContain('\na *b* **c**\n');
  });

  test('never leaves its folder, and uses no name that a system forbids', () => {
    const { files } = read('#separator:tab\n#deck column:1\n../..::C:\\x::NUL\tq\ta\n');
    expect(files.map(({ path }) => path)).toEqual(['Imported/Deck/C x/_NUL/_NUL.md']);
  });

  test.each(['<b>', '\\(', '<!--', '<img src=', '[sound:', '<style>', '<li '])(
    'reads a field full of %p to its end',
    (piece) => {
      const { cards } = read(`#separator:tab\nq\ta ${piece.repeat(20_000)}\n`);
      expect(cards).toBe(1);
    },
  );

  test('keeps plain text as it is', () => {
    expect(read('#separator:tab\n#html:false\nq\ta <b> &amp;\n').files[0]?.text).toContain(
      'a \\<b\\> \\&amp;',
    );
  });

  test('never opens a heading inside an answer', () => {
    const { files } = read('#separator:tab\n#html:false\nq\t"# one\ntwo\n---"\n');
    const [file] = files;
    expect(extractCards({ path: 'N.md', text: file?.text ?? '' }).cards).toHaveLength(1);
  });

  test('reports a card without a side with its line, and reads the others', () => {
    const { cards, problems } = read('#separator:tab\nq\t\n\ta\nq\ta\n');
    expect([cards, problems.map(({ line, message }) => `${line} ${inEnglish(message)}`)]).toEqual([
      1,
      ['2 The card has no answer.', '3 The card has no question.'],
    ]);
  });

  test.each([
    ['a file of one column', 'q\n', ['1 The card has no answer.']],
    [
      'a file whose one column is the deck',
      '#separator:tab\n#deck column:1\nSeas\n',
      ['3 The card has no question.'],
    ],
    ['a file of header lines', '#separator:tab\n#html:true', []],
    ['a deck without a name, which is that of the file', '#separator:tab\n#deck column:1\n\tq\ta\n', []],
  ])('reads %s', (_, content, expected) => {
    expect(read(content).problems.map(({ line, message }) => `${line} ${inEnglish(message)}`)).toEqual(
      expected,
    );
  });

  test('uses names that every system accepts', () => {
    expect(read('#deck:A: "B" / C?\nq\ta\n').files[0]?.path).toBe('Imported/A B C/A B C.md');
  });

  test.each([
    ['#separator:pipe\nq|a\n', '## q\na\n'],
    ['#separator:~\nq~a\n', '## q\na\n'],
    ['#separator:\nq\ta\n', '## q\na\n'],
    ['#html:false\nq\t<b>a</b>\n', '## q\n\\<b\\>a\\</b\\>\n'],
    ['q,a\n', '## q\na\n'],
  ])('%j has its header read', (content, body) => {
    expect(read(content).files.map(({ text }) => text)).toEqual([`---\ntags: [flashcards]\n---\n${body}`]);
  });

  test('reports which quote is never closed, and which side is missing', () => {
    expect(read('q\t"a\n').problems.map(({ line, message }) => [line, inEnglish(message)])).toContainEqual([
      1,
      'This quote is never closed.',
    ]);
    expect(read('q\t\n\ta\n').problems.map(({ message }) => inEnglish(message))).toEqual([
      'The card has no answer.',
      'The card has no question.',
    ]);
  });
});

const sides = (content: string) =>
  importDeck('Deck.txt', content, '', 'flashcards').read.map(({ question, answer }) => [question, answer]);

describe('a row gives its card back', () => {
  test.each(['std::vector', 'fe80::1', 'Say :smile::heart: twice', 'a:::b', 'see a::b and c::d'])(
    'whether glued separators count or not: %s',
    (text) => {
      const { files, problems } = read(`#separator:tab\n${text}?\tWhat ${text} is\n`);
      const cards = [true, false].map((gluedSeparators) =>
        files.flatMap((file) => extractCards(file, { ...defaultCardOptions, gluedSeparators }).cards),
      );
      expect([cards.map(({ length }) => length), problems]).toEqual([[1, 1], []]);
      expect(cards[0]).toEqual(cards[1]);
    },
  );

  test.each([
    ['a separator in the answer', 'Container?\tstd::vector', [['Container?', 'std:\\:vector']]],
    ['an answer of bold terms', 'M?\t<b>Al</b>: x<br><b>Be</b>: y', [['M?', '**Al**&#58; x\n**Be**&#58; y']]],
    ['a question that is on the skip list', 'References\tA list', [['References', 'A list']]],
    ['a tag in the question', 'What does #flashcards do?\tx', [['What does \\#flashcards do?', 'x']]],
    ['a lone question mark', 'q\tone<br>?<br>two', [['q', 'one\n\\?\ntwo']]],
    ['nested lists', 'q\t<ul><li>a<ul><li>b</li></ul></li></ul><div>c</div>', [['q', '- a\n  - b\n\nc']]],
    ['an ordered list', 'q\t<ol><li>a</li><li>b</li></ol>', [['q', '1. a\n2. b']]],
    [
      'a table',
      'q\t<table><tr><td>a</td><td>b|c</td></tr><tr><td>d</td></tr></table>',
      [['q', '| a | b\\|c |\n| --- | --- |\n| d |  |']],
    ],
    ['code in the question', 'q<pre><code>a<br>  b</code></pre>\tx', [['q<br>`a`<br>`\u00A0\u00A0b`', 'x']]],
    ['code in the answer', 'q\t<pre># a<br>b</pre>', [['q', '```\n# a\nb\n```']]],
    ['old formulas', 'q\t[$]x^2[/$] and [latex]\\alpha[/latex]', [['q', '$x^2$ and $\\alpha$']]],
    ['generics of a spreadsheet', 'q\tMap<K, V>', [['q', 'Map<K, V>']]],
    ['a link alone', 'q\t<a href="https://x.y/z">site</a>', [['q', '<a href="https://x.y/z">site</a>']]],
    [
      'rows that are equal',
      'q\ta\nq\ta',
      [
        ['q', 'a'],
        ['q', 'a'],
      ],
    ],
  ])('with %s', (_, rows, expected) => {
    expect(sides(`#separator:tab\n#html:true\n${rows}\n`)).toEqual(expected);
  });

  test('when its answer is a symbol', () => {
    expect(sides('#separator:tab\nq\t∈\n')).toHaveLength(1);
  });

  test('when formulas of two rows never end', () => {
    expect(sides('#separator:tab\nq\t$$ now\nr\t$$ then\n')).toHaveLength(2);
  });

  test('both ways for a reversed type', () => {
    expect(sides('#separator:tab\n#notetype:Basic (and reversed card)\na\tb\n')).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
  });

  test('for each number of a cloze, and none for its paragraph', () => {
    const { read: cards, problems } = read(
      '#separator:tab\nThe capital of {{c1::France}} is {{c2::Paris::city}}.\t\nWater is {{c1::H<sub>2</sub>O}}.\tmore\n',
    );
    expect(cards.map(({ source, question }) => [source, question])).toEqual([
      ['cloze', 'The capital of ==[…]== is ==Paris==.'],
      ['cloze', 'The capital of ==France== is ==[city]==.'],
      ['cloze', 'Water is ==[…]==.'],
    ]);
    expect(problems.map(({ line }) => line)).toEqual([3]);
  });

  test('beside the clozes of its note', () => {
    expect(sides('#separator:tab\n{{c1::a}} b\t\nq\ta\n')).toEqual([
      ['q', 'a'],
      ['==[…]== b', '==a== b'],
    ]);
  });

  test.each([
    [
      'that a spreadsheet fills up',
      '#separator:Comma,,\n#html:false,,\n#deck:Sheet deck,,\nq,a,\n',
      'Sheet deck',
    ],
    ['with a first row of names', 'Front,Back,Deck,Tags\nq,a,Seas::North,x\n', 'Seas/North'],
  ])('in a table %s', (_, content, deck) => {
    const { read: cards } = importDeck('Deck.csv', content, '', 'flashcards');
    expect(cards.map((card) => [card.question, card.answer, card.deck])).toEqual([['q', 'a', deck]]);
  });

  test.each(['?', '::', '→', '#', '`', '``` `', '==', '$$', '---', '[^1]', '%%', '\\', '!!', '…'])(
    'when its question is %j',
    (question) => {
      const { cards, problems } = read(`#separator:tab\n#html:false\n"${question}"\tIt is a sign.\n`);
      expect([cards, problems]).toEqual([1, []]);
    },
  );

  test('when its question looks like a head line', () => {
    const { cards, problems } = read('#separator:tab\n#html:false\n"# h::"\t"So."\n');
    expect([cards, problems]).toEqual([1, []]);
  });

  test('and a tag that would change what the note is gets reported', () => {
    const { cards, problems } = read('#separator:tab\n#tags column:3\nq\ta\tno-cards x::y 12\n');
    expect([cards, problems.map(({ line }) => line)]).toEqual([1, [3, 3]]);
  });

  const bits = fc.constantFrom(
    ...[
      '::',
      '\n?\n',
      '**a**:',
      '==x==',
      '$$',
      '%%',
      '`',
      '```\n',
      '# h',
      '- x',
      '1. y',
      '[[a]]',
      '[^1]',
      '> q',
    ],
    ...['---', '|', '\\', '<b>', '&lt;', '#flashcards/x', '#no-cards', ' ^id', ' ', '\n\n', 'word', '定义：'],
    ...['<!--', '{{x}}', '_x_', '![](a)', 'https://a.b', 'key:: v', 'References', '[a]: b', '😀'],
  );
  const side = fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.array(bits, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    )
    .filter((text) => /[^\s\p{Cc}\uFEFF]/u.test(text));

  test.each([true, false])('whatever is in it (as HTML: %s)', (isHtml) => {
    const cell = (text: string): string => {
      const field = isHtml
        ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        : text;
      return `"${field.replaceAll('"', '""')}"`;
    };
    fc.assert(
      fc.property(side, side, (question, answer) => {
        const row = `${cell(question)}\t${cell(answer)}`;
        const { cards, problems } = read(`#separator:tab\n#html:${String(isHtml)}\n${row}\n`);
        expect([cards, problems]).toEqual([1, []]);
      }),
      { numRuns: runs(500, 15) },
    );
  });
});
