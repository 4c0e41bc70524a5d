// Edits that move, add, and remove sections and notes.
import type { Tools, NoteEdit } from './edits-of-text.ts';
import type { MarkedLine, MarkedNote, MarkedVault } from './marked-vault.ts';
import type { Section } from './outline.ts';
import { bodyStart, headingDepth, replaceLine, sections, splice } from './outline.ts';
import { replaceWords, reword } from './words.ts';

/** The edited vault; the same vault if there is nothing to edit. */
export type VaultEdit = (vault: MarkedVault, note: MarkedNote, tools: Tools) => MarkedVault;

export function inNote(edit: NoteEdit): VaultEdit {
  return (vault, note, tools) => swap(vault, note, edit(note, tools));
}

function swap(vault: MarkedVault, note: MarkedNote, ...instead: readonly MarkedNote[]): MarkedVault {
  return vault.flatMap((other) => (other === note ? instead : [other]));
}

const withNewMarks = (lines: readonly MarkedLine[], { marker }: Tools): MarkedLine[] =>
  lines.map(({ text }) => ({ mark: marker(), text }));

const newLines = (texts: readonly string[], { marker }: Tools): MarkedLine[] =>
  texts.map((text) => ({ mark: marker(), text }));

function freePath(vault: MarkedVault, path: string, own?: string): string {
  const taken = new Set(vault.map((note) => note.path));
  if (own === path) return path;
  let free = path;
  for (let count = 1; taken.has(free); count++) free = path.replace(/\.md$/, ` ${count}.md`);
  return free;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const titleOf = (path: string): string => path.slice(folderOf(path).length).replace(/\.md$/, '');
const safeTitle = (title: string): string => title.replace(/[\\/:#^[\]|*?"<>]+/g, ' ').trim() || 'Untitled';

/** Small sections are moved more often than half a note. */
function anySection(note: MarkedNote, { random }: Tools): Section | null {
  const all = sections(note);
  return random.pickOr(
    all.filter(({ start, end }) => end - start < 0.6 * note.lines.length || all.length < 3),
    null,
  );
}

/** Where a section can be inserted: before a heading, or at the end. */
function gap(note: MarkedNote, { random }: Tools): number {
  return random.pick([...sections(note).map(({ start }) => start), note.lines.length]);
}

function insertAt(note: MarkedNote, at: number, lines: readonly MarkedLine[], tools: Tools): MarkedNote {
  return splice(note, at, at, [...newLines([''], tools), ...lines, ...newLines([''], tools)]);
}

export const moveSection = inNote((note, tools) => {
  const section = anySection(note, tools);
  if (section === null) return note;
  const lines = note.lines.slice(section.start, section.end);
  const rest = splice(note, section.start, section.end);
  return insertAt(rest, gap(rest, tools), lines, tools);
});

export const deleteSection = inNote((note, tools) => {
  const section = anySection(note, tools);
  return section === null ? note : splice(note, section.start, section.end);
});

/** A new section, often under a heading the vault already has. */
export const addSection = inNote((note, tools) => {
  const { random, donor } = tools;
  const lines = newLines(random.pick(donor.sections), tools);
  return insertAt(note, gap(note, tools), lines, tools);
});

/** The same heading again, over different text. */
export const addNamesake = inNote((note, tools) => {
  const section = tools.random.pickOr(sections(note), null);
  if (section === null) return note;
  const heading = note.lines[section.start]?.text ?? '';
  const lines = newLines([heading, tools.random.pick(tools.donor.sentences)], tools);
  return insertAt(note, gap(note, tools), lines, tools);
});

function otherNote(vault: MarkedVault, note: MarkedNote, { random }: Tools): MarkedNote | null {
  return random.pickOr(
    vault.filter((other) => other !== note),
    null,
  );
}

function cutTo(change: NoteEdit): VaultEdit {
  return (vault, note, tools) => {
    const section = anySection(note, tools);
    const other = otherNote(vault, note, tools);
    if (section === null || other === null) return vault;
    const cut = change({ ...note, lines: note.lines.slice(section.start, section.end) }, tools).lines;
    const at = tools.random.chance(0.6) ? other.lines.length : gap(other, tools);
    return swap(
      swap(vault, note, splice(note, section.start, section.end)),
      other,
      insertAt(other, at, cut, tools),
    );
  };
}

export const cutSection = cutTo((part) => part);

/** Moved to another note, with its heading renamed on the way. */
export const cutAndRename = cutTo((part, { random, donor }) => {
  const text = part.lines[0]?.text ?? '';
  const depth = headingDepth(text);
  return replaceLine(
    part,
    0,
    `${'#'.repeat(depth)} ${reword(text.slice(depth).trim(), donor.words, random)}`,
  );
});

/** Deleted here; there, a new section with the same heading and some of the same words. */
export const replaceElsewhere: VaultEdit = (vault, note, tools) => {
  const section = anySection(note, tools);
  const other = otherNote(vault, note, tools);
  if (section === null || other === null) return vault;
  const [heading, ...rest] = note.lines.slice(section.start, section.ownEnd);
  if (heading === undefined) return vault;
  const texts = rest.map(({ text }) => replaceWords(text, 0.85, tools.donor.words, tools.random));
  const lines = newLines([heading.text, ...texts], tools);
  return swap(
    swap(vault, note, splice(note, section.start, section.end)),
    other,
    insertAt(other, gap(other, tools), lines, tools),
  );
};

export const renameNote: VaultEdit = (vault, note, { random, donor }) => {
  const name = safeTitle(reword(titleOf(note.path), donor.words, random));
  return swap(vault, note, { ...note, path: freePath(vault, `${folderOf(note.path)}${name}.md`, note.path) });
};

export const moveNote: VaultEdit = (vault, note, { random }) => {
  const folder = random.pick([
    'Archive/',
    'Topics/',
    '2026/',
    '',
    ...vault.map(({ path }) => folderOf(path)),
  ]);
  return swap(vault, note, {
    ...note,
    path: freePath(vault, `${folder}${titleOf(note.path)}.md`, note.path),
  });
};

export const deleteNote: VaultEdit = (vault, note) => swap(vault, note);

export const copyNote: VaultEdit = (vault, note, tools) => [
  ...vault,
  {
    mark: tools.marker(),
    path: freePath(vault, note.path),
    crlf: note.crlf,
    lines: withNewMarks(note.lines, tools),
  },
];

/** A new note with another note's headings and its own text. */
export const newFromTemplate: VaultEdit = (vault, note, tools) => {
  const { random, donor, marker } = tools;
  const texts = note.lines.map(({ text }, at) =>
    (at < bodyStart(note.lines) && !text.startsWith('summary: ')) ||
    headingDepth(text) > 0 ||
    text.trim() === ''
      ? text
      : `${text.startsWith('summary: ') ? 'summary: ' : ''}${random.pick(donor.sentences).replaceAll(':', '')}`,
  );
  const path = freePath(vault, `${folderOf(note.path)}${safeTitle(random.pick(donor.headings))}.md`);
  return [...vault, { mark: marker(), path, crlf: false, lines: newLines(texts, tools) }];
};

/** Moves a section into its own note, named after its heading. */
export const extractSection: VaultEdit = (vault, note, tools) => {
  const section = anySection(note, tools);
  const heading = section === null ? undefined : note.lines[section.start];
  if (section === null || heading === undefined) return vault;
  const name = safeTitle(heading.text.slice(section.depth).trim());
  const part: MarkedNote = {
    mark: heading.mark,
    path: freePath(vault, `${folderOf(note.path)}${name}.md`),
    crlf: false,
    lines: note.lines.slice(section.start + 1, section.end),
  };
  return [...swap(vault, note, splice(note, section.start, section.end)), part];
};

/** Moves the second half of a note into its own note, headings included. */
export const splitNote: VaultEdit = (vault, note, tools) => {
  const tops = sections(note).filter(({ start }) => start > note.lines.length / 3);
  const section = tools.random.pickOr(tops, null);
  if (section === null) return vault;
  const part: MarkedNote = {
    mark: tools.marker(),
    path: freePath(vault, note.path.replace(/\.md$/, ' part 2.md')),
    crlf: note.crlf,
    lines: note.lines.slice(section.start),
  };
  return [...swap(vault, note, splice(note, section.start, note.lines.length)), part];
};

/** Appends a note to another, under a heading with its name. */
export const mergeNotes: VaultEdit = (vault, note, tools) => {
  const other = otherNote(vault, note, tools);
  if (other === null) return vault;
  const body = note.lines.slice(bodyStart(note.lines));
  const heading = { mark: note.mark, text: `# ${titleOf(note.path)}` };
  return swap(swap(vault, note), other, insertAt(other, other.lines.length, [heading, ...body], tools));
};
