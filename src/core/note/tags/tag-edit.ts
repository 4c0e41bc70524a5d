// Adds a tag to a note's properties with our own insertion: a YAML library would rewrite all properties and lose
// comments, quotes and order. Anything that can't be changed safely is refused, and nothing is written.
import { frontmatterOf, otherProperties, type Frontmatter } from '../frontmatter.ts';
import type { Property } from '../properties.ts';
import type { Span } from '../span.ts';
import { frontmatterTags, isManyTags, mistakenTags, tagsNamed } from './tags.ts';
import { problemMessage, type Message } from '../../text/message.ts';

/** The whole edited note, or why it stays as is. */
export type TagEdit =
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'refused'; /** 1-based. */ readonly line: number; readonly reason: Message };

/** A span in the YAML and its replacement. */
interface Change extends Span {
  readonly put: string;
}

const newLine = (text: string): string => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');

/** What YAML reads as unquoted text, even in a bracketed list. */
const plainWord = /^[\p{L}_][\p{L}\p{N}\p{M}_/-]*$/u;
const notText = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

const written = (tag: string): string =>
  plainWord.test(tag) && !notText.test(tag) ? tag : JSON.stringify(tag);

export const refused = (text: string, at: number, reason: Message): TagEdit => ({
  kind: 'refused',
  line: text.slice(0, at).split('\n').length,
  reason,
});

/** Why the frontmatter can't be edited at all, or null. */
export function obstacle(text: string, { span, properties }: Frontmatter): TagEdit | null {
  const { error, list, isPlaced } = properties;
  if (error) return refused(text, error.at, problemMessage('note/yaml', error.message));
  const seen = new Set<string>();
  for (const { key, keyStart } of list) {
    if (seen.has(key)) return refused(text, keyStart, problemMessage('note/tagsTwice', key));
    seen.add(key);
  }
  const content = /^(?:[ \t]*(?:#[^\n]*)?\n)*/.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  const first = text.slice(span.start + content, span.end).trim();
  if (isPlaced && (first === '' || list.length > 0)) return null;
  // Most often a list, a text, or a map within braces.
  const reason = list.length > 0 && !first.startsWith('{') ? 'note/unsafeTags' : 'note/noPropertyList';
  return refused(text, span.start + content, problemMessage(reason));
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The end of the line containing `at`, before its line ending. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** The key as written, with its quotes. */
function keySpan(text: string, { key, keyStart }: Property): Span {
  const quote = text.charAt(keyStart);
  const isQuoted = quote === '"' || quote === "'";
  const end = isQuoted ? text.indexOf(quote, keyStart + 1) + 1 : keyStart + key.length;
  return { start: keyStart, end };
}

/** Whether the value is written as its span says: not behind an anchor or a type, and not as a block of text. */
export function isOpen(text: string, property: Property): boolean {
  const { start, end } = property.span;
  if (start === property.keyStart) return true;
  const between = text.slice(keySpan(text, property).end, start).replace(/#[^\n]*/g, '');
  return between.trim() === ':' && !/^[&*!|>]/.test(text.slice(start, end));
}

/** A new property below all others. */
function newProperty(text: string, { span, properties }: Frontmatter, tag: string): Change {
  const first = properties.list[0]?.keyStart;
  const indent = first === undefined ? '' : text.slice(lineStart(text, first), first);
  const eol = newLine(text);
  return { start: span.end, end: span.end, put: `${indent}tags:${eol}${indent}  - ${written(tag)}${eol}` };
}

const nothing = /^(?:~|null|"\s*"|'\s*')$/i;

/** Inserts the tag before the property's existing tags, in their form; null for a map. */
function intoProperty(text: string, property: Property, tag: string): Change | null {
  if (!isOpen(text, property)) return null;
  const { span, values, keyStart } = property;
  const raw = text.slice(span.start, span.end);
  const word = written(tag);
  const insert = (at: number, put: string): Change => ({ start: at, end: at, put });
  if (span.start === keyStart) {
    const indent = text.slice(lineStart(text, keyStart), keyStart);
    return insert(lineEnd(text, keyStart), `${newLine(text)}${indent}  - ${word}`);
  }
  if (raw.startsWith('[')) {
    const isEmpty = raw.slice(1, -1).trim() === '';
    return insert(span.start + 1, isEmpty ? word : `${word}, `);
  }
  if (/^-(?:\s|$)/.test(raw)) {
    const indent = text.slice(lineStart(text, span.start), span.start);
    return insert(span.start, `- ${word}${newLine(text)}${indent}`);
  }
  const [value = ''] = values;
  if (value === '' && !nothing.test(raw)) return null;
  const one = value !== '' && !isManyTags(value) ? [raw] : tagsNamed(value).map(written);
  return { ...span, put: `[${[...new Set([word, ...one])].join(', ')}]` };
}

/** Turns the first text with several tags into list items; null if it is written in an unknown form. */
function intoList(text: string, property: Property): Change | null {
  if (!isOpen(text, property)) return null;
  const { span, values } = property;
  const value = values.find(isManyTags) ?? '';
  const words = [...new Set(tagsNamed(value))].map(written);
  const raw = text.slice(span.start, span.end);
  const isBlock = /^-\s/.test(raw);
  if (!isBlock && !raw.startsWith('[')) return { ...span, put: `[${words.join(', ')}]` };
  const as = [`"${value}"`, `'${value}'`, value].find((form) => raw.split(form).length === 2);
  if (as === undefined) return null;
  const start = span.start + raw.indexOf(as);
  const indent = text.slice(lineStart(text, span.start), span.start);
  return { start, end: start + as.length, put: words.join(isBlock ? `${newLine(text)}${indent}- ` : ', ') };
}

const apply = (text: string, { start, end, put }: Change): string =>
  `${text.slice(0, start)}${put}${text.slice(end)}`;

/** All properties but the tags, or null if they can't be compared. */
export const restOf = (text: string, frontmatter: Frontmatter): string | null =>
  otherProperties(text, frontmatter, (key) => /^tags?$/i.test(key));

/** Whether `after` keeps all tags of `before`, and everything that isn't a tag is unchanged. */
function isSound(before: string, after: string, names: readonly string[]): boolean {
  const [old, now] = [frontmatterOf(before), frontmatterOf(after)];
  if (!now || now.properties.error) return false;
  const rest = restOf(after, now);
  if (rest === null || rest !== (old ? restOf(before, old) : '[]')) return false;
  const has = new Set(frontmatterTags(now.properties).map(({ name }) => name));
  const kept = old ? frontmatterTags(old.properties).map(({ name }) => name) : [];
  return [...kept, ...names].every((name) => has.has(name));
}

export const findTags = ({ properties }: Frontmatter): Property | undefined =>
  properties.list.find(({ key }) => key === 'tags');

/** @param at where to look if the change is refused; @param names the tags that the note must have afterward */
function edit(text: string, at: number, change: Change | null, names: readonly string[]): TagEdit {
  const edited = change && apply(text, change);
  return edited !== null && isSound(text, edited, names)
    ? { kind: 'edited', text: edited }
    : refused(text, at, problemMessage('note/unsafeTags'));
}

/** Runs an edit on a note without its byte order mark, then restores the mark. */
export function besideMark(text: string, run: (text: string) => TagEdit): TagEdit {
  if (!text.startsWith('\uFEFF')) return run(text);
  const done = run(text.slice(1));
  return done.kind === 'edited' ? { kind: 'edited', text: `\uFEFF${done.text}` } : done;
}

/** Adds a tag, given without `#`, to the `tags` property; every other byte of the note stays the same. */
export function addTag(text: string, tag: string): TagEdit {
  return besideMark(text, (note) => {
    const found = frontmatterOf(note);
    if (!found) {
      const eol = newLine(note);
      const put = `---${eol}tags:${eol}  - ${written(tag)}${eol}---${eol}`;
      return edit(note, 0, { start: 0, end: 0, put }, [tag]);
    }
    const refusal = obstacle(note, found);
    if (refusal) return refusal;
    const tags = findTags(found);
    const hasIt = frontmatterTags(found.properties).some(({ name }) => name === tag);
    if (hasIt) return { kind: 'edited', text: note };
    const change = tags ? intoProperty(note, tags, tag) : newProperty(note, found, tag);
    return edit(note, tags?.keyStart ?? found.span.end, change, [tag]);
  });
}

/**
 * Repairs what Obsidian no longer reads as tags: `tag` and `Tags` are renamed to `tags`, or their tags are added to it
 * if it already exists; a text with several tags becomes a list.
 */
export function mendTags(text: string): TagEdit {
  return besideMark(text, (given) => {
    let note = given;
    for (;;) {
      const found = frontmatterOf(note);
      const mistaken = found ? mistakenTags(found.properties) : [];
      if (!found || mistaken.length === 0) return { kind: 'edited', text: note };
      const refusal = obstacle(note, found);
      if (refusal) return refusal;
      const next = mendNext(note, found);
      if (next.kind === 'refused' || next.text === note) return next;
      note = next.text;
    }
  });
}

function mendNext(note: string, found: Frontmatter): TagEdit {
  const tags = findTags(found);
  const mistaken = mistakenTags(found.properties);
  const [first] = mistaken;
  if (!first) return { kind: 'edited', text: note };
  if (!tags) {
    const property = found.properties.list.find(({ keyStart }) => keyStart === first.at);
    return property
      ? edit(note, first.at, { ...keySpan(note, property), put: 'tags' }, [])
      : { kind: 'edited', text: note };
  }
  if (mistaken.some(({ key }) => key === 'tags')) {
    const change = intoList(note, tags);
    return edit(note, tags.keyStart, change, tagsNamed(tags.values.find(isManyTags) ?? ''));
  }
  const has = new Set(frontmatterTags(found.properties).map(({ name }) => name));
  const missing = mistaken.flatMap(({ names }) => names).find((name) => !has.has(name));
  return missing === undefined
    ? { kind: 'edited', text: note }
    : edit(note, tags.keyStart, intoProperty(note, tags, missing), [missing]);
}
