// Where the notes and media of an Anki package go. What is there already with the same content is kept; no file is
// overwritten: a note or a picture whose name another file has gets a number.
import type { CardOptions } from '../../core/card/options.ts';
import type { AnkiCollection, AnkiMedia, AnkiPackage } from '../../core/import/anki/collection.ts';
import {
  type PackageLeft,
  type PackageNote,
  packageNotes,
  type PackageNotes,
} from '../../core/import/anki/package-notes.ts';
import { isAt } from '../../core/text/is-under.ts';
import { findLinks } from '../../core/note/wikilink.ts';
import type { NewFiles, NoteFiles, NoteLinks } from '../ports.ts';
import { inSlices, type SliceHost } from '../work/slices.ts';

export interface PackageChoices {
  /** Folders from the vault's root; empty for the root. */
  readonly folder: string;
  readonly mediaFolder: string;
  /** A watched tag. */
  readonly tag: string;
  readonly cardOptions: CardOptions;
}

export interface PlannedNotes {
  readonly notes: readonly (PackageNote & { readonly isThere: boolean })[];
  readonly media: readonly { readonly path: string; readonly isThere: boolean; readonly file: AnkiMedia }[];
  readonly left: readonly PackageLeft[];
}

interface PlanHost extends SliceHost {
  readonly links: NoteLinks;
  readonly files: NoteFiles;
  readonly vault: NewFiles;
}

interface PlanWatch {
  readonly progress: (share: number) => void;
  readonly isCancelled: () => boolean;
}

/**
 * Null if canceled.
 * @param known notes of an earlier import, which may lack pictures
 */
export async function planNotes(
  host: PlanHost,
  { collection, media }: AnkiPackage,
  known: ReadonlySet<string>,
  { mediaFolder, ...choices }: PackageChoices,
  { progress, isCancelled }: PlanWatch,
): Promise<PlannedNotes | null> {
  const sizes = new Map([...host.vault.list()].map(({ path, size }) => [path.toLowerCase(), { path, size }]));
  const paths = [...sizes.keys()];
  const notePaths = paths.filter((path) => path.endsWith('.md'));
  const isOwnFolder = (path: string): boolean => isAt(path, mediaFolder.toLowerCase());
  const others = paths.filter((path) => !path.endsWith('.md') && !isOwnFolder(path));
  const notesOf = (from: AnkiCollection, existing: readonly string[]): Promise<PackageNotes | null> =>
    inSlices(
      packageNotes(from, { ...choices, mediaFolder, existing: new Set(existing) }),
      host,
      isCancelled,
      ({ done, of }) => progress(of === 0 ? 1 : done / of),
    );
  const files = new Map(media.map((one) => [one.name, one]));
  const place = async (found: PackageNotes) => {
    const placed: PlannedNotes['media'][number][] = [];
    const taken: string[] = [];
    for (const [name, path] of found.media) {
      const file = files.get(name);
      if (!file) continue;
      const there = sizes.get(path.toLowerCase());
      if (there && !(await isSame(host.vault, there, file))) taken.push(path.toLowerCase());
      placed.push({ path, isThere: there !== undefined, file });
    }
    return { placed, taken };
  };
  let found = await notesOf(collection, others);
  if (found === null) return null;
  let { placed, taken } = await place(found);
  const blocked = [...others, ...taken];
  if (taken.length > 0) {
    found = await notesOf(collection, blocked);
    if (found === null) return null;
    ({ placed, taken } = await place(found));
  }
  const notes: PlannedNotes['notes'][number][] = [];
  const again = new Set<number>();
  for (const note of found.notes) {
    const there = sizes.get(note.path.toLowerCase());
    const text = there ? await host.files.read(there.path).catch(() => '') : null;
    if (text === null || text === note.text) notes.push({ ...note, isThere: text !== null });
    else for (const id of note.cards) if (id !== null) again.add(id);
  }
  if (again.size > 0) {
    const own = notes.map(({ path }) => path.toLowerCase());
    const cards = collection.cards.filter(({ id }) => again.has(id));
    const more = await notesOf({ ...collection, cards }, [...blocked, ...notePaths, ...own]);
    if (more === null) return null;
    for (const note of more.notes) notes.push({ ...note, isThere: false });
  }
  for (const path of known) {
    const missing = await missingIn(host, path, mediaFolder, files);
    placed.push(...missing.filter((one) => !sizes.has(one.path.toLowerCase())));
  }
  const distinct = new Map(placed.map((one) => [one.path, one]));
  return { notes, media: [...distinct.values()], left: found.left };
}

/** Media that a note of an earlier import embeds in vain. */
async function missingIn(
  { files, links }: PlanHost,
  note: string,
  folder: string,
  media: ReadonlyMap<string, AnkiMedia>,
): Promise<PlannedNotes['media']> {
  const text = await files.read(note).catch(() => null);
  return findLinks(text ?? '').flatMap(({ target }) => {
    const name = target.slice(target.lastIndexOf('/') + 1);
    const file = media.get(name.normalize('NFC'));
    if (!file || links.resolve(target, note) !== null) return [];
    const path = target !== name || folder === '' ? target : `${folder}/${name}`;
    return [{ path, isThere: false, file }];
  });
}

async function isSame(
  vault: NewFiles,
  there: { readonly path: string; readonly size: number },
  file: AnkiMedia,
): Promise<boolean> {
  if (file.size !== null && file.size !== there.size) return false;
  const [one, other] = await Promise.all([vault.bytes(there.path), file.read().catch(() => null)]);
  return one !== null && other?.length === one.length && other.every((byte, at) => byte === one[at]);
}
