// Text that edits add, taken from a vault not being edited, so that new text looks like notes.
import type { MarkedVault } from './marked-vault.ts';
import { renderNote } from './marked-vault.ts';
import { headingDepth, proseLines, sections } from './outline.ts';

export interface Donor {
  readonly sentences: readonly string[];
  readonly headings: readonly string[];
  /** Lines of whole sections, including headings. */
  readonly sections: readonly (readonly string[])[];
  readonly words: string;
}

export function donorOf(vault: MarkedVault): Donor {
  const prose = vault.flatMap((note) =>
    proseLines(note, 0, note.lines.length).map((at) => note.lines[at]?.text ?? ''),
  );
  const sentences = prose
    .flatMap((line) => line.replace(/^[\s>*+-]+|\*\*/g, '').split(/(?<=[.!?])\s+/))
    .filter((sentence) => sentence.length > 20 && sentence.length < 240);
  const some = vault.flatMap((note) =>
    sections(note)
      .filter(({ start, ownEnd }) => ownEnd - start > 1)
      .map(({ start, ownEnd }) => note.lines.slice(start, ownEnd).map(({ text }) => text)),
  );
  return {
    sentences: sentences.length > 0 ? sentences : ['This was added later.'],
    headings: some.map(([heading = '']) => heading.slice(headingDepth(heading)).trim()),
    sections: some.length > 0 ? some : [['## Added', 'This was added later.']],
    words: vault.map(renderNote).join(' ').slice(0, 20_000),
  };
}
