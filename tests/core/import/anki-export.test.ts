import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import {
  ankiLines,
  csvLines,
  type CardLines,
  type ExportedCard,
} from '../../../src/core/import/anki-export.ts';
import { readRows } from '../../../src/core/import/delimited.ts';

const text =
  '#flashcards/bio/cells\n\n# Osmosis\nWater, "pulled"\tby salt:\n\n- [[Salt]]\n- ![[fig/salt.png]]\n';
const cards: ExportedCard[] = extractCards({ path: 'Bio/My note.md', text }).cards.map((card, index) => ({
  id: `id${index}`,
  card,
  state: 'review',
  due: '2024-02-11',
  stability: 84,
  difficulty: 5.5,
  reps: 3,
  lapses: 0,
}));

const textOf = ({ head, line }: CardLines, of = cards): string => `${head}${of.map(line).join('')}`;

describe('an export for Anki', () => {
  test('has the headers of its text import and a column for id, deck and tags', () => {
    const exported = textOf(ankiLines(new Set()));
    expect(exported.split('\n').slice(0, 6).join(' ')).toBe(
      '#separator:tab #html:true #notetype:Basic #guid column:1 #deck column:2 #tags column:3',
    );
    const { rows } = readRows(exported.split('\n').slice(6).join('\n'), '\t');
    expect(rows.map(({ fields }) => fields)).toEqual([
      [
        'id0',
        'Obsidian::bio::cells',
        'note::Bio::My_note source::heading due::2024-02-11',
        '<div><small>My note</small></div>Osmosis',
        '<p>Water, &quot;pulled&quot;\tby salt:</p><ul><li><p>Salt</p></li><li><p><img src="salt.png"></p></li></ul>',
      ],
    ]);
  });

  test('names the files to copy', () => {
    const media = new Set<string>();
    textOf(ankiLines(media));
    expect([...media]).toEqual(['salt.png']);
  });

  test('as CSV keeps Markdown and schedule', () => {
    const [head, row] = readRows(textOf(csvLines), ',').rows.map(({ fields }) => fields);
    expect(Object.fromEntries((head ?? []).map((name, index) => [name, row?.[index]]))).toMatchObject({
      id: 'id0',
      deck: 'bio/cells',
      question: 'Osmosis',
      answer: 'Water, "pulled"\tby salt:\n\n- [[Salt]]\n- ![[fig/salt.png]]',
      state: 'review',
      due: '2024-02-11',
      stability: '84',
    });
  });

  test('of a new card at the top has neither deck, context nor day', () => {
    const [one] = cards;
    const bare = one && { ...one, card: { ...one.card, deck: '', context: [] }, state: 'new', due: null };
    const alone = bare ? [{ ...bare, stability: null, difficulty: null }] : [];
    const fields = textOf(ankiLines(new Set()), alone).split('\n')[6]?.split('\t');
    expect(fields?.slice(1, 4)).toEqual(['Obsidian', 'note::Bio::My_note source::heading', 'Osmosis']);
    expect(textOf(csvLines, alone)).toContain(',new,,,,3,0');
  });
});
