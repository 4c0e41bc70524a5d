import { describe, expect, test } from '@jest/globals';
import { parseDevice } from '../../../../src/app/history/journal/device-record.ts';

const record = {
  id: 'k7q2m9ax',
  nonce: '83hd',
  window: 'w1',
  sequence: 12,
  ahead: ['a line'],
  folder: 'Flashcards',
  formerFolders: ['Old'],
  explained: ['Flashcards'],
  setting: 'Cards',
  chosen: 'Cards',
  lines: 40,
};

describe('the record of a device', () => {
  test('reads back as it was saved', () => {
    expect(parseDevice(JSON.stringify(record))).toEqual(record);
  });

  test.each([
    ['nothing', null],
    ['what is not JSON', '{'],
    ['a text', '"k7q2m9ax"'],
    ['an id of other letters', JSON.stringify({ ...record, id: 'K7' })],
    ['no nonce', JSON.stringify({ ...record, nonce: undefined })],
    ['a sequence below 0', JSON.stringify({ ...record, sequence: -1 })],
    ['a sequence that cannot be counted on', JSON.stringify({ ...record, sequence: 2 ** 53 })],
  ])('is missing if local storage holds %s', (_, saved) => {
    expect(parseDevice(saved)).toBeNull();
  });

  test('keeps its id and sequence if all else is missing or damaged', () => {
    const empty = {
      window: '',
      ahead: [],
      folder: '',
      formerFolders: [],
      explained: [],
      chosen: '',
      lines: 0,
    };
    const { id, nonce, sequence } = record;
    const damaged = { window: 1, ahead: ['a', 1], formerFolders: 'Old', explained: null, lines: '40' };
    for (const rest of [{}, damaged])
      expect(parseDevice(JSON.stringify({ id, nonce, sequence, ...rest }))).toEqual({
        ...empty,
        id,
        nonce,
        sequence,
        setting: '',
      });
  });

  test('from a version that saved no setting uses the folder as its setting', () => {
    expect(parseDevice(JSON.stringify({ ...record, setting: undefined }))?.setting).toBe('Flashcards');
  });
});
