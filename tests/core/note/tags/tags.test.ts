import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { readOutline } from '../../../../src/core/note/outline.ts';
import { bodyTags } from '../../../../src/core/note/tags/tags.ts';
import { expectAlike } from '../../../alike.ts';
import { noteText, runs } from '../../../random.ts';

const tagged = fc
  .array(
    fc.oneof(
      noteText,
      fc.constantFrom('#a', ' #a/b x', '- #A', '`#a`', '> #a', '[#a](x)', '# #a', '\n\n#ab #a\n'),
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

describe('tags in the body', () => {
  test('are the same whether the note is parsed as a whole, as link definitions ask for, or in parts', () => {
    fc.assert(
      fc.property(tagged, (text) => {
        const note = text.replace(/^\uFEFF/, '').replaceAll(']:', '] :');
        const wholeText = `${note}\n\n[zz]: /x`;
        const whole = readOutline(wholeText);
        expectAlike(bodyTags(note, readOutline(note), ['a']), bodyTags(wholeText, whole, ['a']));
      }),
      { numRuns: runs(10_000) },
    );
  });
});
