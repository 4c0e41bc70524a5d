import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { importDeck } from '../../../src/core/import/anki-import.ts';

const read = (content: string, path = 'decks/Rivers.txt') =>
  importDeck(path, content, 'Imported', 'flashcards');

describe('a deck of Anki', () => {
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

  test('leaves columns out that are no fields', () => {
    const { files } = read('#separator:tab\n#guid column:1\n#tags column:4\nx1\tq\ta\ttag\n');
    expect(files[0]?.text).toBe('---\ntags: [flashcards]\n---\n## q\na\n');
  });

  test('as CSV needs no header lines', () => {
    expect(read('q;"a; b"\n', 'Deck.csv').files).toEqual([
      { path: 'Imported/Deck.md', text: '---\ntags: [flashcards]\n---\n## q\na; b\n' },
    ]);
  });

  test('turns images, sounds, maths and entities over', () => {
    const { files } = read(
      '#separator:tab\nq\t<img src="a.png"> [sound:b.mp3] \\(x\\) \\[y\\] a &lt; b &#233;\n',
    );
    expect(files[0]?.text).toContain('![[a.png]] ![[b.mp3]] $x$ $$y$$ a < b é');
  });

  test('drops comments, styles and scripts, and takes no mark apart that nothing closes', () => {
    const { files } = read(
      '#separator:tab\nq\ta<!-- x --><style>y</style><script>z</script> <i>b</i> <b>c\n',
    );
    expect(files[0]?.text).toContain('\na *b* c\n');
  });

  test('never leads out of its folder, and takes no name that a system forbids', () => {
    const { files } = read('#separator:tab\n#deck column:1\n../..::C:\\x::NUL\tq\ta\n');
    expect(files.map(({ path }) => path)).toEqual(['Imported/Deck/C x/_NUL.md']);
  });

  test.each(['<b>', '\\(', '<!--', '<img src=', '[sound:', '<style>', '<li '])(
    'reads a field full of %p to its end',
    (piece) => {
      const { cards } = read(`#separator:tab\nq\ta ${piece.repeat(20_000)}\n`);
      expect(cards).toBe(1);
    },
  );

  test('keeps plain text as it is', () => {
    expect(read('#separator:tab\n#html:false\nq\ta <b> &amp;\n').files[0]?.text).toContain('a <b> &amp;');
  });

  test('never opens a heading inside an answer', () => {
    const { files } = read('#separator:tab\n#html:false\nq\t"# one\ntwo\n---"\n');
    const [file] = files;
    expect(extractCards({ path: 'N.md', text: file?.text ?? '' }).cards).toHaveLength(1);
  });

  test('tells a card without a side with its line, and reads the others', () => {
    const { cards, problems } = read('#separator:tab\nq\t\n\ta\nq\ta\n');
    expect([cards, problems.map(({ line, message }) => `${line} ${message}`)]).toEqual([
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
    expect(read(content).problems.map(({ line, message }) => `${line} ${message}`)).toEqual(expected);
  });

  test('gives names that every system takes', () => {
    expect(read('#deck:A: "B" / C?\nq\ta\n').files[0]?.path).toBe('Imported/A B C.md');
  });

  test.each([
    ['#separator:pipe\nq|a\n', '## q\na\n'],
    ['#separator:~\nq~a\n', '## q\na\n'],
    ['#separator:\nq\ta\n', '## q\na\n'],
    ['#html:false\nq\t<b>a</b>\n', '## q\n<b>a</b>\n'],
    ['q,a\n', '## q\na\n'],
    ['#deck:Seas\nq\ta\n', '## q\na\n'],
  ])('%j has its header read', (content, body) => {
    expect(read(content).files.map(({ text }) => text)).toEqual([`---\ntags: [flashcards]\n---\n${body}`]);
  });

  test('tells which quote is never closed, and which side is missing', () => {
    expect(read('q\t"a\n').problems.map(({ line, message }) => [line, message])).toContainEqual([
      1,
      'A quote opens here and is never closed.',
    ]);
    expect(read('q\t\n\ta\n').problems.map(({ message }) => message)).toEqual([
      'The card has no answer.',
      'The card has no question.',
    ]);
  });
});
