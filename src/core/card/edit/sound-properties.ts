// Whether a text edited in a note's properties leaves them sound: still read, and all others as they were.
import { frontmatterOf, otherProperties } from '../../note/frontmatter.ts';
import type { ReadBlock } from './replace-block.ts';

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/**
 * True for a block that is not in the frontmatter.
 * @param before the note as it is; @param after with the block replaced
 */
export function keepsProperties(before: string, after: string, { text, start, end }: ReadBlock): boolean {
  const read = frontmatterOf(text);
  if (!read || start >= read.span.end) return true;
  const own = new Set(
    read.properties.list.filter(({ keyStart }) => keyStart >= start && keyStart < end).map(({ key }) => key),
  );
  const [was, is] = [before, after].map((note) => {
    const plain = withoutMark(note);
    const found = frontmatterOf(plain);
    return found && { plain, found, below: plain.slice(found.span.end) };
  });
  // A line of `---` in the block would end the frontmatter earlier.
  if (!was || !is || was.below !== is.below || is.found.properties.error) return false;
  const others = otherProperties(is.plain, is.found, (key) => own.has(key));
  if (others === null) return false;
  // What could not be read before has no others to compare.
  return (
    was.found.properties.error !== null ||
    others === otherProperties(was.plain, was.found, (key) => own.has(key))
  );
}
