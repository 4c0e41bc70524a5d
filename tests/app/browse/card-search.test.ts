// All cards of a vault: how they are searched and in which orders they stand.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { CardSearch } from '../../../src/app/browse/card-search.ts';
import { columns, type Sort } from '../../../src/app/browse/card-order.ts';
import { everything } from '../../../src/core/query/query.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { DAY, World } from '../world.ts';
import { noFacts } from './note-facts.ts';

const head = (deck: string) => `---\ntags: flashcards${deck}\n---\n`;
const notes = {
  'A.md': `${head('/ml')}## Bravo\nSee [[Chinchilla]].\n\n## Alpha\nPlain tea.\n`,
  'Folder/B.md': `${head('/ml/nlp')}## Éclair\nSee [[Papers/Chinchilla.md|it]] and [[C]].\n`,
  'C.md': `${head('')}## Zulu\n> [!note] Delta\n> A callout.\n\nOf Zulu.\n`,
};

let world: World;
let search: CardSearch;

beforeEach(async () => {
  world = await World.open(notes);
  search = openSearch();
});

function openSearch(hasMissing = false): CardSearch {
  const opened = new CardSearch(world.app, {
    ...noFacts,
    hasMissing: () => hasMissing,
    changedAt: (path) => (path === 'C.md' ? world.now : 0),
    tags: (path) => (path === 'C.md' ? ['tea/green'] : []),
    property: (path, name) => (path === 'A.md' && name === 'status' ? ['done'] : null),
  });
  world.app.onChange(() => opened.changed());
  return opened;
}

async function find(text: string, sort: Sort | null = null, withAnswers = false): Promise<string[]> {
  const { query } = parseQuery(text);
  if (!query) throw new Error(`${text} cannot be read`);
  const rows = await search.find(query, { sort, withAnswers }, () => Promise.resolve(true));
  return (rows ?? []).map(({ shown }) => shown);
}

const all = ['Bravo', 'Alpha', 'Éclair', 'Zulu', 'Delta'];

describe('searching', () => {
  test.each([
    ['', all],
    ['deck:ml', ['Bravo', 'Alpha', 'Éclair']],
    ['folder', ['Éclair']],
    ['"zulu\nz"', []],
    ['source:callout', ['Delta']],
    ['is:new -deck:ml', ['Zulu', 'Delta']],
    ['tea', []],
    ['answer:tea', ['Alpha']],
  ])('%j', async (text, expected) => {
    expect(await find(text)).toEqual(expected);
  });

  test.each([
    ['tag:tea', ['Zulu', 'Delta']],
    ['prop:status=done', ['Bravo', 'Alpha']],
    ['re:"^(alpha|delta)$"', ['Alpha', 'Delta']],
    ['a*pha', ['Alpha']],
  ])('%j, without reading a note', async (text, expected) => {
    world.notes.reads.length = 0;
    expect(await find(text)).toEqual(expected);
    expect(world.notes.reads).toEqual([]);
  });

  test('finds what was graded so within so many days, and what is new', async () => {
    world.now += 10 * DAY;
    world.answer('Alpha', 1);
    world.answer('Zulu', 3);
    expect(await find('rated:1:1')).toEqual(['Alpha']);
    world.now += 10 * DAY;
    expect(await find('rated:10')).toEqual([]);
    expect(await find('rated:11')).toEqual(['Alpha', 'Zulu']);
    expect(await find('added:1')).toEqual(['Delta']);
    expect(await find('added:11')).toEqual(['Alpha', 'Zulu', 'Delta']);
  });

  test('finds words of answers if asked to', async () => {
    expect(await find('tea', null, true)).toEqual(['Alpha']);
  });

  test('finds links of a card, not of its whole note, and reads only notes that may have them', async () => {
    await world.save({ 'Chinchilla.md': 'A paper.' });
    world.notes.reads.length = 0;
    expect(await find('link:"Chinchilla"')).toEqual(['Bravo']);
    expect(world.notes.reads).toEqual(['A.md']);
  });

  test('finds links to pages that are not there, and reads a note once', async () => {
    search = openSearch(true);
    expect(await find('link=chinchilla')).toEqual(['Bravo', 'Éclair']);
    world.notes.reads.length = 0;
    expect(await find('-link=chinchilla')).toEqual(['Alpha', 'Zulu', 'Delta']);
    expect(world.notes.reads).toEqual([]);
  });

  test('sees a card as it is in its note now', async () => {
    await find('answer:tea');
    await world.save({ 'A.md': `${head('/ml')}## Alpha\nPlain coffee.\n` });
    expect(await find('answer:tea')).toEqual([]);
    expect(await find('answer:coffee')).toEqual(['Alpha']);
    expect(await find('bravo')).toEqual([]);
  });

  test('stops when it is canceled', async () => {
    const { query } = parseQuery('answer:tea');
    const options = { sort: null, withAnswers: false };
    expect(query && (await search.find(query, options, () => Promise.resolve(false)))).toBeNull();
    expect(world.notes.reads.length).toBeLessThan(2 * Object.keys(notes).length);
  });
});

describe('a vault whose cards were not listed yet', () => {
  /** More cards than are listed without a pause. */
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, note) => [
      `Note ${String(note)}.md`,
      head('') +
        Array.from({ length: 100 }, (_one, at) => `## Q ${String(at)} of ${String(note)}\nText.\n`).join(
          '\n',
        ),
    ]),
  );
  const goOn = () => Promise.resolve(true);

  beforeEach(async () => {
    world = await World.open(many);
    search = openSearch();
  });

  test('shows its first rows before it has listed all', async () => {
    const shown: number[] = [];
    const first = (rows: readonly unknown[]) => shown.push(rows.length, search.table.size);
    const options = { sort: null, withAnswers: false, first };
    expect(await search.find(everything, options, goOn)).toHaveLength(3000);
    const [count = 0, listed] = shown;
    expect([count > 50 && count < 3000, listed]).toEqual([true, 0]);
    // From now on all are known.
    await search.find(everything, options, goOn);
    expect(shown).toHaveLength(2);
  });

  test('shows no first rows of a search, whose result they are not', async () => {
    const { query } = parseQuery('q');
    if (!query) throw new Error('no query');
    const first = () => {
      throw new Error('not asked for');
    };
    const found = await search.find(query, { sort: null, withAnswers: false, first }, goOn);
    expect(found).toHaveLength(3000);
  });

  test.each([false, true])(
    'is sorted in steps as it would be at once; descending: %s',
    async (descending) => {
      const options = { sort: { column: 'question', descending }, withAnswers: false } as const;
      let steps = 0;
      const rows = await search.find(everything, options, () => {
        steps += 1;
        return Promise.resolve(true);
      });
      const questions = (rows ?? []).map(({ card }) => card.question);
      const compare = new Intl.Collator().compare;
      expect(questions).toEqual([...questions].sort((a, b) => (descending ? compare(b, a) : compare(a, b))));
      expect(new Set(questions).size).toBe(3000);
      expect(steps).toBeGreaterThan(10);
    },
  );

  test('is listed whole by a search that overtakes another', async () => {
    const options = { sort: null, withAnswers: false };
    let isOvertaken = false;
    const one = search.find(everything, options, async () => {
      await goOn();
      return !isOvertaken;
    });
    isOvertaken = true;
    const [, rows] = await Promise.all([one, search.find(everything, options, goOn)]);
    expect([await one, rows?.length]).toEqual([null, 3000]);
  });

  test('is listed again if a card changed meanwhile', async () => {
    const options = { sort: null, withAnswers: false };
    const listing = search.find(everything, options, goOn);
    world.app.mark([world.id('Q 99 of 7')], 'suspended', true);
    await listing;
    const { query } = parseQuery('is:suspended');
    expect(query && (await search.find(query, options, goOn))).toHaveLength(1);
  });
});

describe('the order', () => {
  const sorted = (column: Sort['column'], descending = false) => find('', { column, descending });

  test('by question follows the alphabet, accents too', async () => {
    expect(await sorted('question')).toEqual(['Alpha', 'Bravo', 'Delta', 'Éclair', 'Zulu']);
    expect(await sorted('question', true)).toEqual(['Zulu', 'Éclair', 'Delta', 'Bravo', 'Alpha']);
  });

  test('by another text keeps the order of rows with equal values, both ways', async () => {
    expect(await sorted('source')).toEqual(['Delta', 'Bravo', 'Alpha', 'Éclair', 'Zulu']);
    expect(await sorted('note', true)).toEqual(['Éclair', 'Zulu', 'Delta', 'Bravo', 'Alpha']);
  });

  test('by a number puts cards without one last, both ways', async () => {
    world.answer('Alpha', 4);
    world.answer('Zulu', 1);
    expect(await sorted('stability')).toEqual(['Zulu', 'Alpha', 'Bravo', 'Éclair', 'Delta']);
    expect(await sorted('stability', true)).toEqual(['Alpha', 'Zulu', 'Bravo', 'Éclair', 'Delta']);
    expect((await sorted('due')).slice(0, 2)).toEqual(['Zulu', 'Alpha']);
  });

  test.each(columns)('by %s keeps every card', async (column) => {
    expect((await sorted(column)).sort()).toEqual([...all].sort());
  });

  test('follows a change of a card', async () => {
    await sorted('state');
    world.app.mark([world.id('Bravo')], 'suspended', true);
    expect((await sorted('state')).at(-1)).toBe('Bravo');
  });
});

describe('rows', () => {
  test('stay the same objects while nothing changes', async () => {
    const rows = async () => {
      const found = await search.find(everything, { sort: null, withAnswers: false }, () =>
        Promise.resolve(true),
      );
      return new Map(found?.map((row) => [row.shown, row]));
    };
    const before = await rows();
    world.app.mark([world.id('Alpha')], 'flag', 1);
    const after = await rows();
    expect(after.get('Bravo')).toBe(before.get('Bravo'));
    expect(after.get('Alpha')?.schedule.flag).toBe(1);
  });
});

test('a list asks for no card, and has the same rows once somebody does', async () => {
  const list = async () =>
    (await search.find(everything, { sort: null, withAnswers: false }, () => Promise.resolve(true))) ?? [];
  const rows = await list();
  expect(world.app.linker.unlisted('A.md')).not.toBeNull();
  const [first] = rows;
  expect(world.app.card(first?.id ?? '')).toBe(first?.tracked);
  expect(world.app.linker.unlisted('A.md')).toBeNull();
  search.changed();
  expect(await list()).toEqual(rows);
  expect((await list()).every((row, at) => row === rows[at])).toBe(true);
});
