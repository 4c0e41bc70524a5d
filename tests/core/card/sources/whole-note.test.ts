// Whole notes: which notes are read again as one card, beside or without their other cards.
import { describe, expect, test } from '@jest/globals';
import { extractCards, possibleCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions, type CardOptions } from '../../../../src/core/card/options.ts';
import { appWords } from '../../../../src/app/strings.ts';
import { promptOf } from '../../../../src/core/card/prompt/prompt.ts';
import { cardIds } from '../../../../src/core/identity/fingerprint/fingerprint.ts';
import { matchSchedules } from '../../../../src/core/import/sr-match.ts';
import { link } from '../../identity/cards.ts';

const options: CardOptions = { ...defaultCardOptions, noteTags: ['review'] };
const readNote = (text: string, given: Partial<CardOptions> = {}, path = 'Sleep.md') =>
  extractCards({ path, text }, { ...options, ...given });
const read = (text: string, given?: Partial<CardOptions>) =>
  readNote(text, given).cards.map(({ source, question, answer }) => [source, question, answer]);

const body = '# Spindles\nBursts.\n\n%% mine %%\n## Made by\nThe thalamus.';
const shown = '# Spindles\nBursts.\n\n\n## Made by\nThe thalamus.';
const tagged = (...tags: readonly string[]): string => `---\ntags: [${tags.join(', ')}]\n---\n${body}\n`;

describe('a note with the tag', () => {
  test('is one card: its title asks, its text without comments answers', () => {
    expect(read(tagged('review'))).toEqual([['note', 'Sleep', shown]]);
    expect(readNote(tagged('review'))).toMatchObject({ watched: true, skipped: [], problems: [] });
  });

  test('keeps its other cards where it has their tag, too', () => {
    expect(read(tagged('review', 'flashcards')).map(([source]) => source)).toEqual([
      'heading',
      'note',
      'heading',
    ]);
  });

  test('may have a tag below it, in its text', () => {
    expect(read(`#Review/weekly ${body}`).map(([source]) => source)).toEqual(['note']);
  });

  test.each([
    ['has another tag', tagged('reviews'), {}],
    ['is empty', '---\ntags: review\n---\n', {}],
    ['is left out', `${tagged('review', 'no-cards')}`, {}],
    ['has a tag that makes no cards', tagged('review', 'private'), { tagsOff: ['private'] }],
    ['is read while the source is off', tagged('review'), { sourcesOff: ['note'] }],
    ['is read while no tag is set', tagged('review'), { noteTags: [] }],
  ] as const)('is no card where it %s', (_, text, given) => {
    expect(read(text, given as Partial<CardOptions>)).toEqual([]);
  });
});

test('a note that its title asks for, too, is its sibling, and says what it asks', () => {
  const { cards } = readNote(`---\ntags: [review, flashcards]\n---\nA state.\n\n${body}`);
  const [title, whole] = ['title', 'note'].map((source) => cards.find((card) => card.source === source));
  expect(title?.group).not.toBeNull();
  expect(whole?.group).toBe(title?.group);
  const prompt = whole && promptOf({ ...whole, asksName: true }, appWords.prompt);
  expect(prompt).toBe('Sleep, the whole note');
});

test('a note read as a whole keeps its history when it is renamed and when it is edited', () => {
  const before = readNote(tagged('review')).cards;
  const edited = tagged('review').replace('Bursts.', 'Bursts of 11 to 16 Hz.');
  for (const [after, path] of [
    [edited, 'Sleep.md'],
    [tagged('review'), 'Night.md'],
  ] as const) {
    const moves = new Map(path === 'Sleep.md' ? [] : [['Sleep.md', path]]);
    const { links, orphans } = link(before, readNote(after, {}, path).cards, { moves });
    expect(orphans).toEqual([]);
    expect(links.map(({ to }) => to.source)).toEqual(['note']);
  }
});

test('the card of a note that a setting hides is possible', () => {
  const [card] = readNote(tagged('review')).cards;
  const possible = possibleCards({ path: 'Sleep.md', text: tagged('review') });
  expect(cardIds(possible.filter(({ source }) => source === 'note'))).toEqual(card && cardIds([card]));
});

test('a schedule of Spaced Repetition for the whole note goes to it', () => {
  const text = `---\ntags: [review]\nsr-due: 2026-12-01\nsr-interval: 12\nsr-ease: 250\n---\n${body}\n`;
  const cards = readNote(text);
  const { matched, unmatched } = matchSchedules([{ text, cards }]);
  expect(unmatched).toEqual([]);
  expect(matched.map(({ card }) => card.source)).toEqual(['note']);
});
