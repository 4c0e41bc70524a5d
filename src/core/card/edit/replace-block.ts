// Replaces a block of a note, but only if it is still as it was read: what changed elsewhere in the note stays, and what
// changed in the block itself is never written over. Its place decides, since a note may hold the same block twice.

/** A note as it was read, without a byte order mark, and the block in it: whole lines, without the last line break. */
export interface ReadBlock {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const byteOrderMark = '\uFEFF';

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function commonEnd(a: string, b: string): number {
  let count = 0;
  while (
    count < a.length &&
    count < b.length &&
    a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)
  )
    count += 1;
  return count;
}

/** Where the block begins now; null if it may have changed. */
function startNow(now: string, { text, start, end }: ReadBlock): number | null {
  if (now === text) return start;
  const shorter = Math.min(now.length, text.length);
  const [before, after] = [commonStart(text, now), commonEnd(text, now)];
  // What was inserted or removed beside its like may have been before it or after it: neither may touch the block.
  const changeFrom = Math.min(before, shorter - after);
  const changeTo = Math.max(text.length - after, before + text.length - shorter);
  if (end <= changeFrom) return start;
  return start >= changeTo ? start + now.length - text.length : null;
}

/** The typed lines with the line endings of the note; lines that stay keep their own. */
function withLineEnds(typed: string, shown: string, note: string): string {
  const lines = typed.split(/\r\n?|\n/);
  const [usual = '\n'] = /\r\n?|\n/.exec(shown) ?? /\r\n?|\n/.exec(note) ?? [];
  const old = shown.split(/\r\n?|\n/);
  const ends = shown.match(/\r\n?|\n/g) ?? [];
  let same = 0;
  while (same < lines.length && lines[same] === old[same]) same += 1;
  const shift = old.length - lines.length;
  let tail = lines.length;
  while (tail > same && tail + shift > same && lines[tail - 1] === old[tail - 1 + shift]) tail -= 1;
  return lines
    .map((line, nth) => {
      if (nth === lines.length - 1) return line;
      return line + ((nth < same ? ends[nth] : nth >= tail ? ends[nth + shift] : null) ?? usual);
    })
    .join('');
}

/**
 * The note with the block replaced; null if what stands there now is not what was read.
 * @param typed line endings do not matter
 */
export function replaceBlock(now: string, read: ReadBlock, typed: string): string | null {
  const mark = now.startsWith(byteOrderMark) ? byteOrderMark : '';
  const text = now.slice(mark.length);
  const at = startNow(text, read);
  if (at === null) return null;
  const end = at + read.end - read.start;
  const isWhole =
    (at === 0 || /[\r\n]/.test(text.charAt(at - 1))) &&
    (end === text.length || /[\r\n]/.test(text.charAt(end)));
  const shown = read.text.slice(read.start, read.end);
  if (!isWhole || text.slice(at, end) !== shown) return null;
  return mark + text.slice(0, at) + withLineEnds(typed, shown, read.text) + text.slice(end);
}
