import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { indexNote } from '../../../src/app/index/indexed-note.ts';
import { extractCards } from '../../../src/core/card/extract.ts';
import { everyCard } from '../../../src/core/card/options.ts';
import { noteText, runs } from '../../random.ts';

const read = (text: string): ReturnType<typeof extractCards> =>
  extractCards({ path: 'Note.md', text }, everyCard);

/** A note, and what an editor made of it: something before, behind, and other blanks. */
const edits = fc.record({
  text: noteText,
  before: fc.constantFrom('', '# New\nText.\n\n', 'Text.\n'),
  behind: fc.constantFrom('', '\nMore.', '\n\n# New\nText.'),
  blanks: fc.boolean(),
});

describe('a note that is read again', () => {
  test.each([
    ['at hand', false],
    ['folded', true],
  ])(
    'knows the same about its cards as one read for the first time, the reading before %s',
    (_, isClosed) => {
      fc.assert(
        fc.property(edits, ({ text, before, behind, blanks }) => {
          const old = indexNote(read(text));
          if (isClosed) old.close();
          const edited = `${before}${blanks ? text.replace(/(\w) (\w)/g, '$1  $2') : text}${behind}`;
          expect(indexNote(read(edited), old).text()).toBe(indexNote(read(edited)).text());
        }),
        { numRuns: runs(400) },
      );
    },
  );
});
