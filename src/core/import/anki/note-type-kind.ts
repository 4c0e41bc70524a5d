// Which note types ask by pictures with hidden parts: Anki has them as clozes with a note of where they come from, which
// older and renamed ones lack.
import type { AnkiNoteType, AnkiTemplate } from './collection.ts';

/** Anki's number for its own image occlusion. */
const stockOcclusion = 6;

export function kindOf(
  isCloze: boolean,
  stockKind: unknown,
  name: string,
  templates: readonly AnkiTemplate[],
): AnkiNoteType['kind'] {
  if (!isCloze) return 'standard';
  const isOcclusion =
    stockKind === stockOcclusion ||
    /^image occlusion/i.test(name) ||
    templates.some(({ front }) => front.includes('anki.imageOcclusion'));
  return isOcclusion ? 'occlusion' : 'cloze';
}
