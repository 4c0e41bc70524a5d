import { expect, test } from '@jest/globals';
import { kindOf } from '../../../../src/core/import/anki/note-type-kind.ts';

const template = (front: string) => [{ name: 'Card', ordinal: 0, front, back: '' }];

test.each([
  ['Basic', false, undefined, '{{Front}}', 'standard'],
  ['Image Occlusion Enhanced', false, undefined, '{{Image}}', 'standard'],
  ['Cloze', true, 5, '{{cloze:Text}}', 'cloze'],
  ['Lückentext', true, undefined, '{{cloze:Text}}', 'cloze'],
  ['Bildverdeckung', true, 6, '{{cloze:Occlusion}}', 'occlusion'],
  ['Image Occlusion+', true, undefined, '{{cloze:Occlusion}}', 'occlusion'],
  ['Bilder', true, 0, '{{cloze:Occlusion}}<script>anki.imageOcclusion.setup()</script>', 'occlusion'],
])('the note type %s, a cloze: %p, with the stock number %p and the front %s is %s', (...row) => {
  const [name, isCloze, stock, front, kind] = row;
  expect(kindOf(isCloze, stock, name, template(front))).toBe(kind);
});
