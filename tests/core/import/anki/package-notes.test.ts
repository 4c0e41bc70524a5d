import { describe, expect, test } from '@jest/globals';
import type { Card } from '../../../../src/core/card/card.ts';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions } from '../../../../src/core/card/options.ts';
import { drain } from '../../../../src/core/history/drain.ts';
import { packageNotes, type PackageNotes } from '../../../../src/core/import/anki/package-notes.ts';
import { inEnglish } from '../../../../scripts/node/english.ts';
import { basic, both, cloze, collectionOf, notesOf, occlusion, type NoteSketch } from './collections.ts';

const reasons = ({ left }: PackageNotes): string[] => left.map(({ reason }) => inEnglish(reason));
const read = ({ notes }: PackageNotes): Card[] => notes.flatMap((note) => extractCards(note).cards);

describe('the notes of a package', () => {
  test('look as if someone had written them', () => {
    const { notes, left, media } = notesOf([
      {
        type: basic,
        fields: ['What is a <b>levee</b>?', 'A bank.<ul><li>of silt</li><li>of sand</li></ul>'],
        deck: 'Geo::Rivers',
        tags: ['rivers', 'by::water'],
      },
      {
        type: both,
        fields: ['Nile', '<span style="color: red">River of Egypt</span><br><img src="the%20nile.png">'],
        deck: 'Geo::Rivers',
        tags: ['rivers'],
        cards: [0, 1],
      },
      {
        type: cloze,
        fields: ['The {{c1::Rhine::river}} flows to the {{c2::North Sea}}', ''],
        deck: 'Geo::Rivers',
        tags: ['rivers'],
        cards: [0, 1],
      },
    ]);
    expect([notes.length, left, [...media]]).toEqual([1, [], [['the nile.png', 'Anki/media/the nile.png']]]);
    expect(notes[0]).toEqual({
      path: 'Anki/Geo/Rivers.md',
      cards: [1000, 2000, 2001, 3000, 3001],
      occlusions: [],
      text: `---
tags: [flashcards/Geo/Rivers, rivers]
---
## What is a **levee**?
A bank.

- of silt
- of sand

Tags: #by/water

## Nile
River of Egypt
![[the nile.png]]

## River of Egypt ![[the nile.png]]
Nile

## Rivers
%%only clozes%%

The ==Rhine;;river== flows to the ==North Sea==
`,
    });
  });

  test('are in decks as in Anki, by a tag, or by folders where a tag cannot say it', () => {
    const result = notesOf([
      { type: basic, fields: ['q', 'a'], deck: 'Geo::Rivers' },
      { type: basic, fields: ['q', 'a'], deck: 'Core 2000::Step' },
      { type: basic, fields: ['q', 'a'], deck: 'Core 2000' },
    ]);
    expect(result.notes.map(({ path }) => path)).toEqual([
      'Anki/Geo/Rivers.md',
      'Anki/Core 2000/Step/Step.md',
      'Anki/Core 2000/Core 2000.md',
    ]);
    expect(read(result).map(({ deck }) => deck)).toEqual([
      'Geo/Rivers',
      'Anki/Core 2000/Step',
      'Anki/Core 2000',
    ]);
  });

  test('have a hundred cards at most, and never the name of another deck or an existing file', () => {
    const many = (deck: string): NoteSketch[] =>
      Array.from({ length: 101 }, (_, at) => ({ type: basic, fields: [`q${String(at)}`, 'a'], deck }));
    const { notes } = notesOf(
      [...many('A'), ...many('A-3'), ...many('a'), { type: basic, fields: ['q', 'a'], deck: 'A 3' }],
      {
        existing: new Set(['anki/a 2.md']),
      },
    );
    expect(notes.map(({ path, cards }) => [path, cards.length])).toMatchInlineSnapshot(`
      [
        [
          "Anki/A.md",
          100,
        ],
        [
          "Anki/A 3.md",
          100,
        ],
        [
          "Anki/A 4.md",
          2,
        ],
        [
          "Anki/A-3.md",
          100,
        ],
        [
          "Anki/A-3 2.md",
          1,
        ],
        [
          "Anki/A 3/A 3.md",
          1,
        ],
      ]
    `);
  });

  test('keep the lines of a question with a list or code', () => {
    const { notes } = notesOf([
      { type: basic, fields: ['Which?<ul><li>one</li><li>two</li></ul>', 'Only<ol><li>one</li></ol>'] },
      { type: basic, fields: ['<pre>f()\n  g()</pre>', 'Calls'] },
      { type: basic, fields: ['One <ul><li>a</li></ul>', 'b<br><br>c'] },
    ]);
    expect(notes[0]?.text).toBe(
      '---\ntags: [flashcards/Deck]\n---\nWhich?\n- one\n- two\n?\nOnly\n1. one\n\n```\nf()\n  g()\n```\n?\nCalls\n\n## One a\nb\n\nc\n',
    );
  });

  test('ask with a separator what a heading would only list, and tell what no form asks', () => {
    const result = notesOf([
      { type: basic, fields: ['Fields', 'Keywords: sets'] },
      { type: basic, fields: ['river', 'River'] },
    ]);
    expect(read(result).map(({ source, aside }) => [source, aside])).toEqual([
      ['separator', false],
      ['heading', true],
    ]);
    expect(reasons(result)).toEqual(['Listed in the note, but not asked.']);
  });

  test('count a tag of all cards once, and name those of some', () => {
    const { notes } = notesOf([
      { type: basic, fields: ['q', 'a'], tags: ['x', 'y'] },
      { type: cloze, fields: ['{{c1::a}} b', ''], tags: ['x', 'Z::1'] },
    ]);
    expect(notes[0]?.text).toBe(
      '---\ntags: [flashcards/Deck, x]\n---\n## q\na\n\nTags: #y\n\n## Deck\n%%only clozes%%\n\n==a== b\n\nTags: #Z/1\n',
    );
  });

  test('tell once of a tag that a note cannot have, or that would change what it is', () => {
    const tags = ['#a::^b!', 'flashcards::x', 'no-cards', '12', 'null', '-x'];
    const result = notesOf([
      { type: basic, fields: ['q', 'a'], tags },
      { type: basic, fields: ['r', 'b'], tags },
    ]);
    expect(reasons(result)).toEqual(
      ['flashcards::x', 'no-cards', '12'].map((tag) => `“${tag}” is not a valid tag, so it is skipped.`),
    );
    expect(result.notes[0]?.text).toContain('tags: [flashcards/Deck, a/b, "null", "-x"]');
    expect(read(result)).toHaveLength(2);
  });

  test('embed media by paths that exist on every system, and that no other file of the vault takes', () => {
    const result = notesOf(
      [
        {
          type: basic,
          fields: [
            'q',
            '<img src="a?b.png"><img src="a%3Ab.png" width="200"> [sound:x#1.mp3] <img src="own.png"><audio src="s.ogg"></audio>',
          ],
        },
      ],
      { existing: new Set(['photos/own.png', 'anki/media/s.ogg']) },
    );
    expect(result.notes[0]?.text).toContain(
      '![[a b.png]]![[a b 2.png|200]] ![[x 1.mp3]] ![[Anki/media/own.png]]![[s 2.ogg]]',
    );
    expect([...result.media.values()]).toEqual([
      'Anki/media/a b.png',
      'Anki/media/a b 2.png',
      'Anki/media/x 1.mp3',
      'Anki/media/own.png',
      'Anki/media/s 2.ogg',
    ]);
  });

  test('keep a picture with its boxes, and make no card of its text', () => {
    const box = (number: number, rest: string): string =>
      `{{c${String(number)}::image-occlusion:${rest}:oi=1}}`;
    const result = notesOf([
      {
        type: occlusion,
        fields: [
          box(1, 'rect:left=.1:top=.2:width=.3:height=.4') +
            box(2, 'ellipse:left=.5:top=.5:rx=.1:ry=.05') +
            box(2, 'polygon:points=.1,.1 .2,.1 .15,.3'),
          '<img src="heart.png">',
          'The <b>heart</b>: a muscle',
          'Beats ==often==',
          '',
        ],
        cards: [0, 1, 2],
      },
    ]);
    expect(result.notes.map(({ cards, occlusions }) => [cards, occlusions])).toEqual([
      [
        [],
        [
          {
            picture: 'heart.png',
            hidesAll: true,
            cards: [
              { card: 1000, boxes: [[0.1, 0.2, 0.3, 0.4]] },
              {
                card: 1001,
                boxes: [
                  [0.5, 0.5, 0.2, 0.1],
                  [0.1, 0.1, 0.1, 0.2],
                ],
              },
            ],
          },
        ],
      ],
    ]);
    expect(read(result)).toEqual([]);
    expect(reasons(result)).toEqual(['The card has no question.']);
  });

  test.each([
    ['[latex]$x^2$[/latex]', '$x^2$'],
    ['[latex]\\begin{displaymath}x\\end{displaymath}[/latex]', '$$x$$'],
    ['[latex]The $x$ of $$y$$[/latex]', 'The $x$ of $$y$$'],
    ['[latex]x_1[/latex] [$]y[/$] [$$]z[/$$]', '$x_1$ $y$ $$z$$'],
    ['\\(a \\text{ costs \\$5}\\)', '$a \\text{ costs \\$5}$'],
  ])('have maths between dollars: %s', (field, markdown) => {
    expect(notesOf([{ type: basic, fields: ['q', field] }]).notes[0]?.text).toContain(`\n${markdown}\n`);
  });
});

test('comes in steps that tell how far it is', () => {
  const collection = collectionOf(
    Array.from({ length: 250 }, (_, at) => ({ type: basic, fields: [String(at), 'a'] })),
  );
  const work = packageNotes(collection, {
    folder: '',
    mediaFolder: '',
    tag: 'flashcards',
    cardOptions: defaultCardOptions,
  });
  const told = [...work].map(({ done }) => done);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(250);
  expect(
    drain(
      packageNotes(collection, {
        folder: '',
        mediaFolder: '',
        tag: 'flashcards',
        cardOptions: defaultCardOptions,
      }),
    ).notes,
  ).toHaveLength(3);
});
