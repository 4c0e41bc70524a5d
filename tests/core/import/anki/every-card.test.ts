import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { toAnkiHtml } from '../../../../src/core/import/anki-html.ts';
import { decodeEntities } from '../../../../src/core/import/html-tokens.ts';
import { runs } from '../../../random.ts';
import { basic, both, cloze, collectionOf, notesOf, type NoteSketch } from './collections.ts';

const word = fc.constantFrom(
  'river',
  'The',
  'a::b',
  'x == y',
  '**bold:** x',
  '# one',
  '- two',
  '1. three',
  '> four',
  '|',
  '`code`',
  '$',
  '%%',
  '{{c1::x}}',
  '[[link]]',
  '#tag',
  '^id',
  '?',
  '::',
  'Note',
  'References',
  'TODO',
  '日本',
  'é',
  '***',
  '---',
  '```',
  '&lt;b&gt;',
  '&amp;',
  '&nbsp;',
  '<br>',
  '<div>',
  '</div>',
  '<b>',
  '</b>',
  '<i>x</i>',
  '<ul><li>a</li><li>b</li></ul>',
  '<pre>c\nd</pre>',
  '<table><tr><td>a</td><td>b</td></tr></table>',
  '\\(x\\)',
  '\\[y\\]',
  '<img src="a.png">',
  '[sound:b.mp3]',
  '<!-- -->',
  'https://example.org',
  '\n',
  '_',
  '*',
  '~~s~~',
  '<svg><path/></svg>',
  '<sub>2</sub>',
);
const field = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const hidden = fc
  .tuple(field, fc.nat({ max: 2 }), field)
  .map(
    ([before, number, text]) =>
      `${before.replaceAll('{{', '')} {{c${String(number + 1)}::${text.replaceAll(/[{}]|::/g, '')}}}`,
  );
const deckName = fc.oneof(
  fc.constantFrom(
    'A',
    'a',
    'A::B',
    'Con',
    'a.md',
    'a.md::b',
    'X (conflicted copy 2026-11-28)',
    'd.excalidraw',
    '::',
    ' ',
    'A 2',
  ),
  fc
    .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('::')),
);
const sketch: fc.Arbitrary<NoteSketch> = fc.oneof(
  fc.record({
    type: fc.constant(basic),
    fields: fc.tuple(field, field),
    deck: deckName,
    tags: fc.array(fc.constantFrom('x', 'y::z', 'null', 'flashcards'), { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant(both),
    fields: fc.tuple(field, field),
    deck: deckName,
    cards: fc.constant([0, 1]),
  }),
  fc.record({
    type: fc.constant(cloze),
    fields: fc.tuple(hidden, fc.constant('')),
    deck: deckName,
    cards: fc.constant([0, 1, 2]),
  }),
);

/** What is visible of it, without what Markdown may use as a sign. */
function letters(text: string): string {
  return (
    decodeEntities(text.replace(/<[^<>]*>|!\[\[[^\]]*\]\]|\[sound:[^\]]*\]/g, '')).match(/[\p{L}\p{N}]/gu) ??
    []
  ).join('');
}

describe('every card of a collection', () => {
  test('is one card of one note, or is left with a reason', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 12 }), (sketches) => {
        const collection = collectionOf(sketches);
        const result = notesOf(sketches);
        const kept: number[] = [];
        for (const note of result.notes) {
          const { cards } = extractCards(note);
          expect(cards).toHaveLength(note.cards.length);
          cards.forEach((card, at) => {
            const id = note.cards[at];
            if (id === null || id === undefined) return;
            kept.push(id);
            const own = sketches[Math.floor(id / 1000) - 1];
            if (own?.type === cloze) return;
            const [front = '', back = ''] = own?.fields ?? [];
            const [question, answer] = id % 1000 === 1 ? [back, front] : [front, back];
            expect([letters(toAnkiHtml(card.question).html), letters(toAnkiHtml(card.answer).html)]).toEqual([
              letters(question),
              letters(answer),
            ]);
          });
        }
        const left = result.left.flatMap(({ card, isCard }) => (isCard ? [card] : []));
        expect([...kept, ...left].sort()).toEqual(collection.cards.map(({ id }) => id).sort());
      }),
      { numRuns: runs(150) },
    );
  });

  test('is in a note whose path every system accepts, whatever the deck is called', () => {
    fc.assert(
      fc.property(fc.array(deckName, { minLength: 1, maxLength: 8 }), (names) => {
        const { notes, left } = notesOf(
          names.map((deck, at) => ({ type: basic, fields: [`q${String(at)}`, 'a'], deck })),
        );
        const paths = notes.map(({ path }) => path.toLowerCase());
        expect(new Set(paths).size).toBe(paths.length);
        expect(left).toEqual([]);
        for (const path of paths) {
          expect(path).toMatch(/^anki\/.+\.md$/);
          for (const part of path.split('/'))
            expect(part).not.toMatch(
              /^\.|[. ]$|[\\:*?"<>|#^[\]\p{Cc}]|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu,
            );
          // No file has the path of a folder.
          expect(paths.some((other) => other.startsWith(`${path}/`))).toBe(false);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
