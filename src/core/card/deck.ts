// The deck of a note: its subtag below the flashcards tag, or else its folder.
import { isTagUnder, type Tag } from '../note/tags/tags.ts';

/** The deck of a note: the path below its first nested watched tag, or else the note's folder, `""` at the root. */
export function deckOf(path: string, tags: readonly Tag[], watched: readonly string[]): string {
  for (const { name } of tags) {
    const root = watched.find((tag) => isTagUnder(name, tag) && name.length > tag.length);
    if (root !== undefined) return name.slice(root.length + 1);
  }
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
