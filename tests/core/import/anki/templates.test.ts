import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { inEnglish } from '../../../../scripts/node/english.ts';
import { basic, cloze, noteType, notesOf, type NoteSketch } from './collections.ts';

const fields = { F: 'front', B: '<b>back</b>', E: '', H: 'a hint' };

/** Question and answer of a card with these templates. */
function sides(front: string, back: string, own: Readonly<Record<string, string>> = fields): unknown {
  const type = noteType('Own', Object.keys(own), [[front, back]]);
  return read([{ type, fields: Object.values(own), tags: ['one', 'two'] }]);
}

function read(sketches: readonly NoteSketch[]): unknown {
  const { notes, left } = notesOf(sketches);
  return [
    ...notes.flatMap((note) => extractCards(note).cards.map(({ question, answer }) => [question, answer])),
    ...left.map(({ reason }) => inEnglish(reason)),
  ];
}

describe('a template', () => {
  test.each([
    ['fields', '{{F}}: {{ B }}', '{{B}}', [['front: **back**', '**back**']]],
    [
      'the front, which the answer does not repeat',
      '{{F}}',
      '{{FrontSide}}<hr id=answer>{{B}}',
      [['front', '**back**']],
    ],
    ['the front by its fields', '{{F}}', '{{F}}<hr id="answer">{{B}}', [['front', '**back**']]],
    [
      'what comes before the rule and is new',
      '{{F}}',
      '{{FrontSide}} {{H}}<hr id=answer>{{B}}',
      [['front', 'a hint\n\n**back**']],
    ],
    ['no rule', '{{F}}', '{{F}}<br>{{B}}', [['front', '**back**']]],
    ['a plain rule', '{{F}}', '{{FrontSide}}<hr>{{B}}', [['front', '**back**']]],
    [
      'sections',
      '{{#F}}x {{F}}{{/F}}{{#E}}no{{/E}}',
      '{{^E}}{{B}}{{/E}}{{^F}}no{{/F}}',
      [['x front', '**back**']],
    ],
    [
      'sections in sections',
      '{{#F}}{{^E}}{{F}}{{/E}}{{#E}}{{#F}}no{{/F}}no{{/E}}{{/F}}',
      '{{B}}',
      [['front', '**back**']],
    ],
    ['a typed answer', '{{F}}<br>{{type:B}}', '{{FrontSide}}<hr id=answer>', [['front', '**back**']]],
    [
      'a typed answer that the back names',
      '{{F}}<br>{{type:B}}',
      '{{F}}<hr id=answer>{{type:B}}',
      [['front', '**back**']],
    ],
    [
      'a hint, which is an answer',
      '{{F}} {{hint:H}}',
      '{{FrontSide}}<hr id=answer>{{B}}',
      [['front', '**back**\n\na hint']],
    ],
    ['text without tags', '{{F}}', '{{text:B}}', [['front', 'back']]],
    ['filters of others', '{{F}}', '{{their-own:B}}', [['front', '**back**']]],
    ['speech', '{{F}}{{tts en_US:F}}', '{{B}}', [['front', '**back**']]],
    [
      'comments, styles and scripts',
      '<!-- {{X}} -->{{F}}<style>{{B}}</style>',
      '<script>{{F}}</script>{{B}}',
      [['front', '**back**']],
    ],
    ['a rule in a question', '{{F}}<hr>{{H}}', '{{B}}', [['front a hint', '**back**']]],
    [
      'hints apart, and no buttons',
      '{{F}}',
      '{{B}}<button>Show</button>{{hint:H}}',
      [['front', '**back**\na hint']],
    ],
    [
      'names of its own',
      '{{F}} {{Tags}}',
      '{{Type}}, {{Deck}}, {{Subdeck}}, {{Card}}{{CardFlag}}',
      [['front one two', 'Own, Deck, Deck, Card 1']],
    ],
  ])('renders %s', (_, front, back, expected) => {
    expect(sides(front, back)).toEqual(expected);
  });

  test.each([
    ['furigana', '<ruby>日本<rt>にほん</rt></ruby>の'],
    ['kanji', '日本の'],
    ['kana', 'にほんの'],
  ])('renders %s', (filter, expected) => {
    expect(sides('{{F}}', `{{${filter}:B}}`, { F: 'f', B: ' 日本[にほん]の' })).toEqual([['f', expected]]);
  });

  test('keeps sounds in readings', () => {
    expect(sides('{{F}}', '{{kana:B}}', { F: 'f', B: 'x[sound:a.mp3]' })).toEqual([['f', 'x![[a.mp3]]']]);
  });

  test('tells of a field that does not exist, and a section that is never closed', () => {
    expect(sides('{{F}}{{X}}', '{{#B}}{{B}}')).toEqual([
      ['front', '**back**'],
      'The template uses the field “X”, which does not exist.',
      'A section of the template is never closed.',
    ]);
  });

  test('closes sections in any order, and ignores what closes nothing', () => {
    expect(sides('{{#F}}{{#B}}{{F}}{{/F}}{{/X}}', '{{B}}')).toEqual([
      ['front', '**back**'],
      'A section of the template is never closed.',
    ]);
  });

  test.each([
    ['{{E}}', '{{B}}', 'The card has no question.'],
    ['always the same', '{{B}}', 'The card has no question.'],
    ['{{F}}', '{{FrontSide}}', 'The card has no answer.'],
  ])('with an empty side gives no card: %s', (front, back, expected) => {
    expect(sides(front, back)).toEqual([expected]);
  });

  test('of 20,000 sections in one another is read', () => {
    expect(sides(`${'{{#F}}'.repeat(20_000)}{{F}}${'{{/F}}'.repeat(20_000)}`, '{{B}}')).toEqual([
      ['front', '**back**'],
    ]);
  });

  test('without fields is told', () => {
    expect(read([{ type: noteType('None', [], [['x', 'y']]), fields: [] }])).toEqual([
      'The note type has no fields.',
    ]);
  });
});

describe('a cloze', () => {
  const asked = (text: string, cards: readonly number[], extra = ''): unknown =>
    read([{ type: cloze, fields: [text, extra], cards }]);

  test('is a highlight with its hint', () => {
    expect(asked('The {{c1::Nile::river}} is in {{c2::Egypt}}', [0, 1])).toEqual([
      ['The ==[river]== is in ==Egypt==', 'The ==Nile== is in ==Egypt=='],
      ['The ==Nile== is in ==[…]==', 'The ==Nile== is in ==Egypt=='],
    ]);
  });

  test('gives each card to the number that Anki has for it', () => {
    const { notes } = notesOf([{ type: cloze, fields: ['{{c2::a}} b {{c1::c}}', ''], cards: [0, 1] }]);
    expect(notes.map(({ cards, text }) => [cards, /==.*/.exec(text)?.[0]])).toEqual([
      [[1001, 1000], '==a== b ==c=='],
    ]);
  });

  test('keeps numbers that hide several parts', () => {
    const { notes } = notesOf([
      { type: cloze, fields: ['{{c2::a}} b {{c1::c}} d {{c2::e}}', ''], cards: [0, 1] },
    ]);
    expect(notes.map(({ cards, text }) => [cards, /\{\{.*/.exec(text)?.[0]])).toEqual([
      [[1000, 1001], '{{c2::a}} b {{c1::c}} d {{c2::e}}'],
    ]);
  });

  test('in another, or in a formula, asks as a question', () => {
    const told = "Each cloze becomes a question, since a note can't hide parts of this text.";
    expect(asked('{{c1::a {{c2::b}} c}} d', [0, 1])).toEqual([
      ['[…] d', 'a b c d'],
      ['a […] c d', 'a b c d'],
      told,
    ]);
    expect(asked('\\(x = {{c1::2}}\\)', [0])).toEqual([['$x = […]$', '$x = 2$'], told]);
    expect(asked('{{c1,2::a}} b', [1])).toEqual([['[…] b', 'a b'], told]);
  });

  test('that is not in the text makes no card', () => {
    expect(asked('{{c1::a}} b', [0, 1])).toEqual([['==[…]== b', '==a== b'], 'The card has no question.']);
  });

  test('has its extra text below it', () => {
    expect(asked('{{c1::a}} b', [0], 'more')).toEqual([
      ['==[…]== b', '==a== b'],
      'The extra text goes below in the note; no card shows it.',
    ]);
  });

  test('shows sections of its number', () => {
    const type = noteType('Own', ['T'], [['{{cloze:T}}{{#c1}} first{{/c1}}', '{{cloze:T}}']], 'cloze');
    expect(read([{ type, fields: ['{{c1::a}} b {{c2::c}}'], cards: [0, 1] }])).toEqual([
      ['[…] b c first', 'a b c first'],
      ['a b […]', 'a b c'],
      "Each cloze becomes a question, since a note can't hide parts of this text.",
    ]);
  });
});

test('a card of a template that is gone is told', () => {
  expect(read([{ type: basic, fields: ['q', 'a'], cards: [4] }])).toEqual([
    'Its note or note type is missing.',
  ]);
});
