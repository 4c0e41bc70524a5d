// Cards of tables: which rows ask, what they ask, and what a table leaves behind.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions, type CardOptions } from '../../../../src/core/card/options.ts';
import { expectSound } from '../sound-cards.ts';
import { runs } from '../../../random.ts';

const readNote = (text: string, options: Partial<CardOptions> = {}) =>
  extractCards({ path: 'Note.md', text }, { ...defaultCardOptions, watch: 'all', ...options });
const read = (text: string, options?: Partial<CardOptions>) =>
  readNote(text, options).cards.map(({ source, question, answer }) => [source, question, answer]);
const ofTables = (text: string, options?: Partial<CardOptions>) =>
  readNote(text, options)
    .cards.filter(({ source }) => source === 'table')
    .map(({ question, answer }) => [question, answer]);

const sleep = '| Stage | Waves |\n| --- | --- |\n| N2 | Spindles |\n| N3 | Slow waves |\n';
const drugs =
  '| Drug | Class | Use |\n|---|---|---|\n| Aspirin | NSAID | Pain |\n| Heparin | Anticoagulant | |\n';

describe('a table of two columns', () => {
  test('asks each first cell for the second, and leaves the answer around it', () => {
    expect(read(`# Sleep\nThere are stages.\n\n${sleep}`)).toEqual([
      ['heading', 'Sleep', 'There are stages.'],
      ['table', 'N2', 'Spindles'],
      ['table', 'N3', 'Slow waves'],
    ]);
  });

  test('says what it asks for by the head of its second column', () => {
    const [card] = readNote(`# Sleep\n${sleep}`).cards;
    expect(card).toMatchObject({ chip: 'Waves', headings: ['Sleep'], context: ['Note', 'Sleep'], line: 4 });
    const [plain] = readNote('| Term | Definition |\n|-|-|\n| a | b |').cards;
    expect(plain?.chip).toBeNull();
  });

  test('is named by the line above it, which goes with it', () => {
    const { cards } = readNote(`# Sleep\nText.\n\n**Waves of stages**:\n\n${sleep}\nAfter.`);
    expect(cards.map(({ answer }) => answer)).toEqual(['Text.\n\nAfter.', 'Spindles', 'Slow waves']);
    expect(cards[1]?.context).toEqual(['Note', 'Sleep', 'Waves of stages']);
  });

  test.each([
    ['bars', '| a | b |\n|-|-|\n| x \\| y | [[P\\|p]] and `m\\|n` |', [['x | y', '[[P|p]] and `m|n`']]],
    ['images and maths', '| a | b |\n|-|-|\n| ![[cell.png]] | $x^2$ |', [['![[cell.png]]', '$x^2$']]],
    ['line breaks', '| a | b |\n|:-|-:|\n| one<br>two | x<br>y |', [['one<br>two', 'x<br>y']]],
    ['one row', '| a | b |\n|-|-|\n| x | y |', [['x', 'y']]],
    ['a comment', '| a | b |\n|-|-|\n| x %% no %% | y |', [['x', 'y']]],
    ['Windows lines', '| a | b |\r\n|-|-|\r\n| x | y |\r\n', [['x', 'y']]],
    [
      'signs as an answer',
      '| a | b |\n|-|-|\n| proton | + |\n| rule | --- |',
      [
        ['proton', '\\+'],
        ['rule', '\\-\\-\\-'],
      ],
    ],
    [
      'a link as an answer',
      '| a | b |\n|-|-|\n| x | [[L]] |\n| y | z |',
      [
        ['x', '[[L]]'],
        ['y', 'z'],
      ],
    ],
    ['an empty answer', '| a | b |\n|-|-|\n| x | |\n| y | z |', [['y', 'z']]],
    ['no name, as part of the row above', '| a | b |\n|-|-|\n| x | y |\n| | z |', [['x', 'y\n\nz']]],
  ])('reads %s', (_, text, cards) => {
    expect(ofTables(text)).toEqual(cards);
  });

  test('is read in a callout, whose title names it', () => {
    const text = '> [!note] Stages of sleep\n> Two of them:\n>\n' + sleep.replace(/^(?=.)/gm, '> ');
    const { cards } = readNote(text);
    expect(cards.map(({ source, question, answer }) => [source, question, answer])).toEqual([
      ['table', 'N2', 'Spindles'],
      ['table', 'N3', 'Slow waves'],
    ]);
    expect(cards[0]?.context).toEqual(['Note', 'Stages of sleep', 'Two of them']);
  });

  test('keeps the clozes of its cells, as siblings of their row', () => {
    const { cards } = readNote('| a | b |\n|-|-|\n| x | the ==long== y |');
    expect(cards.map(({ source }) => source).sort()).toEqual(['cloze', 'table']);
    expect(new Set(cards.map(({ group }) => group)).size).toBe(1);
    expect(cards[0]?.group).not.toBeNull();
  });

  test.each([
    ['compares', '| Pros | Cons |\n|-|-|\n| fast | dear |'],
    ['compares, in German', '| Vorteile | Nachteile |\n|-|-|\n| schnell | teuer |'],
    ['numbers its rows', '| # | Step |\n|-|-|\n| 1 | Wash |\n| 2 | Dry |'],
    ['names one thing twice', '| Ratio | Stage |\n|-|-|\n| 0.7 | mild |\n| 0.7 | severe |'],
    ['holds lists', '| GFR | ACR |\n|-|-|\n| 1: a<br>2: b<br>3: c | 1: d |'],
    ['has only heads', '| a | b |\n|-|-|'],
    ['has one column', '| a |\n|---|\n| x |'],
    ['has only empty names', '| a | b |\n|-|-|\n| | x |'],
    ['leads elsewhere', '| a | b |\n|-|-|\n| x | [[L]] |'],
    ['begins with a row that nothing names', '| a | b |\n|-|-|\n| | z |\n| x | y |'],
    ['compares, in the other order', '| Cons | Pros |\n|-|-|\n| dear | fast |'],
    ['compares what has no name here', '| Supervised | Unsupervised |\n|-|-|\n| labels | no labels |'],
    ['compares by signs', '| + | - |\n|-|-|\n| fast | dear |'],
    [
      'compares two texts',
      '| Mitosis | Meiosis |\n|-|-|\n| makes two cells like the first | makes four cells unlike it |\n| happens all over the body | happens where gametes are made |',
    ],
    ['lays pictures out', '| ![[a.png]] | ![[b.png]] |\n|-|-|\n| Normal | Ill |'],
    ['names signs that Markdown reads', '| a | b |\n|-|-|\n| + | add |\n| % | modulo |'],
    ['ends in its names', '| Course | Description | Term |\n|-|-|-|\n| Algebra | rings | Fall |'],
  ])('stays in the answer around it where it %s', (_, text) => {
    const cards = readNote(`# Topic\nText.\n\n${text}`).cards;
    expect(cards.map(({ source }) => source)).toEqual(['heading']);
    expect(cards[0]?.answer).toBe(`Text.\n\n${text}`);
  });

  test.each([['a text right below it', '| x | y |\nText below.', 'Text.\n\nText below.']])(
    'leaves %s in the answer around it',
    (_, rows, answer) => {
      const [around, ...cards] = readNote(`# Topic\nText.\n\n| a | b |\n|-|-|\n${rows}\n`).cards;
      expect(around?.answer).toBe(answer);
      expect(cards.map(({ question, answer: own }) => [question, own])).toEqual([['x', 'y']]);
    },
  );

  test('leaves a statement above it in the answer', () => {
    const [around] = readNote(`# Topic\nPenicillin kills bacteria. Examples:\n\n${sleep}`).cards;
    expect(around?.answer).toBe('Penicillin kills bacteria. Examples:');
    expect(around?.context).toEqual(['Note']);
  });

  test('stays in the answer around it where tables are off', () => {
    expect(read(`# Sleep\n${sleep}`, { sourcesOff: ['table'] })).toEqual([
      ['heading', 'Sleep', sleep.trim()],
    ]);
  });
});

describe('a wider table', () => {
  test('stays in the answer around it', () => {
    expect(read(`# Drugs\n${drugs}`)).toEqual([['heading', 'Drugs', drugs.trim()]]);
  });

  test('asks by row where the user likes, with the heads of the cells', () => {
    expect(ofTables(drugs, { wideTables: 'rows' })).toEqual([
      ['Aspirin', '- **Class:** NSAID\n- **Use:** Pain'],
      ['Heparin', '- **Class:** Anticoagulant'],
    ]);
  });

  test('asks one cell at a time where the user likes, the cells of a row as siblings', () => {
    const cards = readNote(drugs, { wideTables: 'cells' }).cards;
    expect(cards.map(({ question, answer }) => [question, answer])).toEqual([
      ['Aspirin – Class', 'NSAID'],
      ['Aspirin – Use', 'Pain'],
      ['Heparin – Class', 'Anticoagulant'],
    ]);
    expect(cards[0]?.group).toBe(cards[1]?.group);
    expect(cards[0]?.group).not.toBe(cards[2]?.group);
  });

  test.each([
    ['English', '| Term | Example | Definition |\n|-|-|-|\n| x | y | z |', 'x'],
    ['German, the asking column elsewhere', '| Nr. | Begriff | Bedeutung |\n|-|-|-|\n| 1 | x | z |', 'x'],
    ['Russian', '| **Термин** | Пример | Определение |\n|-|-|-|\n| x | y | z |', 'x'],
    ['Chinese', '| 術語 | 例 | 定義 |\n|-|-|-|\n| x | y | z |', 'x'],
  ])('asks by row where its heads name both sides, in %s', (_, text, question) => {
    const cards = ofTables(text);
    expect(cards).toHaveLength(1);
    expect(cards[0]?.[0]).toBe(question);
    expect(cards[0]?.[1]).toMatch(/z$/);
  });

  test('asks no row without the cell that its heads name', () => {
    const text = '| Term | Example | Definition |\n|-|-|-|\n| x | y | z |\n| w | v | |';
    expect(ofTables(text)).toEqual([['x', '- **Example:** y\n- **Definition:** z']]);
  });

  test('of 500 columns or 20,000 rows is read whole', () => {
    const wide = `|${' h |'.repeat(500)}\n|${'-|'.repeat(500)}\n|${Array.from({ length: 500 }, (_, at) => ` c${at} |`).join('')}`;
    expect(ofTables(wide, { wideTables: 'cells' })).toHaveLength(499);
    const rows = Array.from({ length: 20_000 }, (_, at) => `| r${at} | a${at} |`);
    expect(ofTables(`| a | b |\n|-|-|\n${rows.join('\n')}`)).toHaveLength(20_000);
  });
});

describe('every table', () => {
  const cell = fc.constantFrom(
    'x',
    'y',
    '',
    ' ',
    '**b**',
    '==h==',
    'a\\|b',
    '`c`',
    '$x$',
    '![[i.png]]',
    '漢字',
    'a::b',
    '?',
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
  const table = fc
    .tuple(fc.integer({ min: 1, max: 4 }), rows, fc.constantFrom('', '> ', '- '))
    .map(([width, body, prefix]) =>
      [
        Array.from({ length: width }, (_, at) => `h${at}`),
        Array.from({ length: width }, () => '---'),
        ...body,
      ]
        .map((cells, at) => `${at > 0 && prefix === '- ' ? '  ' : prefix}| ${cells.join(' | ')} |`)
        .join('\n'),
    );
  const around = fc.constantFrom('', '# Head\n', '# Head\nText.\n\n', '**Lead:**\n\n', '> [!note] Title\n');

  test('gives sound cards, the same each time', () => {
    fc.assert(
      fc.property(around, table, (before, text) => {
        expectSound(`${before}${text}\n\nAfter.`);
      }),
      { numRuns: runs(10_000, 150) },
    );
  });

  test('gives each row at most once, and no text of it to another card', () => {
    fc.assert(
      fc.property(table, (text) => {
        const { cards } = readNote(`# Head\n${text}`);
        const spans = cards
          .filter(({ source }) => source !== 'cloze')
          .flatMap(({ answerRuns }) => answerRuns.flat())
          .sort((a, b) => a.start - b.start);
        expect(spans.every((span, at) => at === 0 || span.start >= (spans[at - 1]?.end ?? 0))).toBe(true);
      }),
      { numRuns: runs(10_000, 150) },
    );
  });
});

describe('a deck of its own options', () => {
  const ofDecks = [
    { deck: 'Drugs', wideTables: 'rows' },
    { deck: 'drugs/Exam', reversed: 'on' },
  ] as const;
  const inDeck = (deck: string) =>
    extractCards(
      { path: `${deck}/Note.md`, text: drugs },
      { ...defaultCardOptions, watch: 'all', ofDecks },
    ).cards.map(({ source, question }) => `${source}: ${question}`);

  test('asks its wide tables, and so do the decks below it, which may add theirs', () => {
    expect(inDeck('Other')).toEqual(['title: Note']);
    expect(inDeck('drugs')).toEqual(['table: Aspirin', 'table: Heparin']);
    expect(inDeck('drugs/exam/old')).toEqual([
      'table: Aspirin',
      'table: - **Class:** NSAID\n- **Use:** Pain',
      'table: Heparin',
      'table: - **Class:** Anticoagulant',
    ]);
  });
});
