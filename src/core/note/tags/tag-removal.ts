// Takes tags out of a note's properties with our own cut: every other byte stays. Anything that can't be cut safely is
// refused, and nothing is written.
import { frontmatterEnd } from '../mask.ts';
import { frontmatterOf, type Frontmatter } from '../frontmatter.ts';
import type { Property } from '../properties.ts';
import { problemMessage } from '../../text/message.ts';
import {
  besideMark,
  findTags,
  isOpen,
  lineStart,
  obstacle,
  refused,
  restOf,
  type TagEdit,
} from './tag-edit.ts';
import { frontmatterTags, isManyTags } from './tags.ts';

type IsGone = (name: string) => boolean;

const nameOf = (written: string): string =>
  written
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^#/, '');

/** The value without the tags; `''` if none is left, null if it is written in an unknown form. */
function without(raw: string, indent: string, isGone: IsGone): string | null {
  if (raw.startsWith('[')) {
    const [whole = '', inside = ''] = /^\[([^\]]*)\]/.exec(raw) ?? [];
    const items = inside.split(',');
    const kept = items.filter((item) => !isGone(nameOf(item)));
    if (kept.every((item) => item.trim() === '')) return '';
    const [first = '', ...rest] = kept;
    const list = [items[0] === first ? first : first.trimStart(), ...rest].join(',');
    return `[${list}]${raw.slice(whole.length)}`;
  }
  if (!/^-\s/.test(raw)) return isManyTags(raw) ? null : '';
  const kept = (indent + raw).split('\n').filter((line) => {
    const item = /^[ \t]*-[ \t]+([^#\s]\S*|#\S+)[ \t\r]*$/.exec(line)?.[1];
    return item === undefined || !isGone(nameOf(item));
  });
  if (kept[0]?.startsWith(indent) === false) return null;
  return kept.some((line) => /^[ \t]*-/.test(line))
    ? kept.join('\n').slice(indent.length).replace(/\r$/, '')
    : '';
}

/** The whole property, with the line ends of its lines. */
function wholeLines(text: string, { keyStart, span }: Property): { start: number; end: number } {
  const end = text.indexOf('\n', Math.max(span.end - 1, keyStart));
  return { start: lineStart(text, keyStart), end: end < 0 ? text.length : end + 1 };
}

function cut(text: string, found: Frontmatter, tags: Property, isGone: IsGone): string | null {
  const { span } = tags;
  const raw = text.slice(span.start, span.end);
  const kept = without(raw, text.slice(lineStart(text, span.start), span.start), isGone);
  if (kept === null) return null;
  if (kept !== '') return text.slice(0, span.start) + kept + text.slice(span.end);
  const { start, end } = wholeLines(text, tags);
  // A remark behind the tags is not ours to delete.
  if (/(^|\s)#\s/.test(text.slice(start, end))) return null;
  const rest = text.slice(found.span.start, start) + text.slice(end, found.span.end);
  const bodyStart = text.indexOf('\n', frontmatterEnd(text) - 1) + 1;
  // Without properties, the note is as before it had any, unless its text would be read as some.
  if (rest === '' && bodyStart > 0 && frontmatterEnd(text.slice(bodyStart)) === 0)
    return text.slice(bodyStart);
  return text.slice(0, start) + text.slice(end);
}

/** Whether only these tags have gone. */
function isSound(before: string, old: Frontmatter, after: string, isGone: IsGone): boolean {
  const now = frontmatterOf(after);
  const wanted = frontmatterTags(old.properties).filter(({ name }) => !isGone(name));
  const left = now ? frontmatterTags(now.properties) : [];
  const rest = now ? restOf(after, now) : '[]';
  return (
    !now?.properties.error &&
    rest !== null &&
    rest === restOf(before, old) &&
    JSON.stringify(left) === JSON.stringify(wanted)
  );
}

/** Takes out the tags, given without `#`, that are gone; a note without any of them stays as it is. */
export function removeTags(given: string, isGone: IsGone): TagEdit {
  return besideMark(given, (text) => {
    const found = frontmatterOf(text);
    if (!found || !frontmatterTags(found.properties).some(({ name }) => isGone(name)))
      return { kind: 'edited', text };
    const refusal = obstacle(text, found);
    if (refusal) return refusal;
    const tags = findTags(found);
    const edited = tags && isOpen(text, tags) ? cut(text, found, tags, isGone) : null;
    return edited !== null && isSound(text, found, edited, isGone)
      ? { kind: 'edited', text: edited }
      : refused(text, tags?.keyStart ?? found.span.start, problemMessage('note/unsafeTags'));
  });
}
