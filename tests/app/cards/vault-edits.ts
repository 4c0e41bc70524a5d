// Edits of a small vault as a person and a sync program make them, for tests that compare two runs of the app.
import * as fc from 'fast-check';

const words = [
  'water',
  'salt',
  'membrane',
  'cell',
  'energy',
  'light',
  'root',
  'leaf',
  'sugar',
  'moves',
  'holds',
];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 3, maxLength: 30 })
  .map((parts) => `${parts.join(' ')}.`);
const section = fc
  .tuple(fc.constantFrom('Osmosis', 'Diffusion', 'Light', 'Sugar'), sentence)
  .map(([heading, text]) => `## ${heading}\n${text}\n`);
const path = fc.constantFrom('A.md', 'B.md', 'Folder/C.md', 'Folder/D.md');

/** A note as its sections; the first line of each is its heading. */
export interface Sections {
  readonly tagged: boolean;
  readonly list: readonly string[];
}

export type Edit =
  | { readonly kind: 'write'; readonly path: string; readonly list: readonly string[] }
  | { readonly kind: 'add' | 'reword'; readonly path: string; readonly at: number; readonly section: string }
  | { readonly kind: 'remove' | 'move' | 'word' | 'grade'; readonly path: string; readonly at: number }
  | { readonly kind: 'delete' | 'tag'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

const at = fc.nat(5);

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), path, list: fc.array(section, { maxLength: 4 }) }),
  fc.record({ kind: fc.constantFrom('add' as const, 'reword' as const), path, at, section }),
  fc.record({
    kind: fc.constantFrom('remove' as const, 'move' as const, 'word' as const, 'grade' as const),
    path,
    at,
  }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'tag' as const), path }),
  fc.record({ kind: fc.constant('rename' as const), path, to: path }),
);

export function render({ tagged, list }: Sections): string {
  return `---\ntags: [${tagged ? 'flashcards' : 'other'}]\n---\n${list.join('\n')}`;
}

function changeList(list: readonly string[], edit: Edit): readonly string[] {
  if (!('at' in edit)) return list;
  const index = list.length === 0 ? 0 : edit.at % list.length;
  const here = list[index] ?? '';
  const [before, after] = [list.slice(0, index), list.slice(index + 1)];
  switch (edit.kind) {
    case 'add':
      return [...before, edit.section, ...list.slice(index)];
    case 'reword':
      return [...before, `${edit.section.split('\n')[0] ?? ''}\n${here.split('\n')[1] ?? ''}\n`, ...after];
    case 'remove':
      return [...before, ...after];
    case 'move':
      return [...after, ...(here === '' ? [] : [here]), ...before];
    case 'word':
      // The same size, so that the time alone tells.
      return [...before, here.replace(/water|light|sugar/, 'earth'), ...after];
    case 'grade':
      return list;
  }
}

/** The vault after an edit. */
export function edited(notes: ReadonlyMap<string, Sections>, edit: Edit): ReadonlyMap<string, Sections> {
  const next = new Map(notes);
  const note = notes.get(edit.path);
  if (edit.kind === 'write') return next.set(edit.path, { tagged: true, list: edit.list });
  if (!note) return next;
  if (edit.kind === 'delete') next.delete(edit.path);
  else if (edit.kind === 'tag') next.set(edit.path, { ...note, tagged: !note.tagged });
  else if (edit.kind === 'rename') {
    if (next.has(edit.to)) return next;
    next.delete(edit.path);
    next.set(edit.to, note);
  } else next.set(edit.path, { ...note, list: changeList(note.list, edit) });
  return next;
}
