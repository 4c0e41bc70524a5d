// What a `flashcards` code block says, and all that is wrong with one.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCardBlock, type CardBlock } from '../../../src/core/query/card-block.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { everything } from '../../../src/core/query/query.ts';
import { runs } from '../../random.ts';

function block(source: string): CardBlock {
  const parsed = parseCardBlock(source);
  if (!('query' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed;
}

/** `line:column kind text`, with the choices. */
function wrong(source: string): readonly string[] {
  const parsed = parseCardBlock(source);
  if ('query' in parsed) throw new Error('nothing is wrong');
  return parsed.map(({ line, problem: { at, kind, text, field, choices } }) =>
    [`${String(line)}:${String(at + 1)}`, kind, text, field ?? '', choices.join('|')].join(' ').trim(),
  );
}

describe('a code block', () => {
  test('without a line counts everything', () => {
    expect(block('')).toEqual({ query: everything, text: '', deck: null, limit: null, show: 'count' });
  });

  test('has options and a query in any order', () => {
    const found = block('show: list\nis:due lapses>3\nlimit: 5\n');
    expect(found).toMatchObject({ show: 'list', limit: 5, deck: undefined, text: 'is:due lapses>3' });
    expect(found.query).toEqual(parseQuery('is:due lapses>3').query);
  });

  test.each(['deck: Machine Learning', 'Deck : "Machine Learning"', '  deck:   Machine Learning  '])(
    'asks a deck as the deck, not as what a search finds: %s',
    (source) => {
      expect(block(source)).toMatchObject({
        deck: 'Machine Learning',
        text: 'deck:"Machine Learning"',
        query: { kind: 'text', field: 'deck', text: 'machine learning', whole: false },
      });
    },
  );

  test('searches a deck with a query in it, or with a star in its name', () => {
    expect(block('deck: ml\nis:new or is:due')).toMatchObject({
      deck: undefined,
      text: 'deck:"ml" (is:new or is:due)',
    });
    expect(block('deck: ml*').deck).toBeUndefined();
  });

  test('may have a query of several lines', () => {
    expect(block('is:due or\n\n is:new').query).toEqual(parseQuery('is:due or is:new').query);
  });

  test('takes a condition for a condition, whatever it is called', () => {
    expect(block('deck:ml').query).toEqual(parseQuery('deck:ml').query);
    expect(block('note:"A: b"').query).toEqual(parseQuery('note:"A: b"').query);
  });

  test.each(['show:list', 'SHOW: List', 'show :list'])('reads “%s”', (source) => {
    expect(block(source).show).toBe('list');
  });

  test('has its lines from any system', () => {
    expect(block('show: list\r\nlimit: 7\r\n')).toMatchObject({ show: 'list', limit: 7 });
  });

  test('names everything that is wrong, by line', () => {
    expect(wrong('shw: list\nlimit: many\nis:due\nshow: chart\nlapses>x')).toEqual([
      '1:1 unknown-field shw  show',
      '2:8 no-number many limit',
      '4:7 unknown-value chart show count|list|button|forecast|heatmap',
      '5:8 no-number x lapses',
    ]);
  });

  test.each([
    ['colour: red', '1:1 unknown-field colour  deck|limit|show'],
    ['limit: 0', '1:8 no-number 0 limit'],
    ['limit: -1', '1:8 no-number -1 limit'],
    ['limit:', '1:7 no-number  limit'],
    ['deck:', '1:6 nothing-to-find  deck'],
    ['\nshow: list\n  show: count', '3:3 twice show'],
    ['show: list\n(is:due\nis:new', '2:1 open-bracket'],
    ['is: due', '1:1 no-value'],
  ])('says what is wrong in %j', (source, problem) => {
    expect(wrong(source)).toEqual([problem]);
  });

  test('is parsed or refused, whatever it says', () => {
    const piece = fc.oneof(
      fc.constantFrom('show: ', 'limit:', 'deck: ', '\n', ' ', '"', '(', 'or', 'is:due', 'list', '\r\n', ':'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const source = pieces.join('');
        const parsed = parseCardBlock(source);
        if ('query' in parsed) expect(parseQuery(parsed.text).problem).toBeNull();
        else {
          expect(parsed.length).toBeGreaterThan(0);
          for (const { line } of parsed) expect(line).toBeLessThanOrEqual(source.split('\n').length);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
