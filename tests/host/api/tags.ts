// Properties and tags of a cached note, after the API's own functions.
import type * as Obsidian from 'obsidian';
import { atLeast } from './complete-from-docs.ts';

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .map(String);

export function parseFrontMatterEntry(frontmatter: unknown, key: string | RegExp): unknown {
  if (typeof frontmatter !== 'object' || frontmatter === null) return null;
  for (const [name, value] of Object.entries(frontmatter)) {
    if (typeof key === 'string' ? name === key : key.test(name)) return value ?? null;
  }
  return null;
}

function split(frontmatter: unknown, key: string | RegExp, separator: RegExp): string[] | null {
  const value = parseFrontMatterEntry(frontmatter, key);
  if (value === null) return null;
  const found = strings(typeof value === 'string' ? value.split(separator) : value)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return found.length > 0 ? found : null;
}

export function parseFrontMatterStringArray(frontmatter: unknown, key: string | RegExp): string[] | null {
  return split(frontmatter, key, /,/);
}

export function parseFrontMatterAliases(frontmatter: unknown): string[] | null {
  return split(frontmatter, /^alias(es)?$/i, /,/);
}

/** As apps before 1.9 read them: also in the singular, in any case, and as text with commas or blanks. */
function tagsBefore19(frontmatter: unknown): string[] | null {
  return split(frontmatter, /^tags?$/i, /[,\s]+/);
}

/** As apps from 1.9 on do: the key `tags` only, and a text is one tag or none. */
function tagsSince19(frontmatter: unknown): string[] | null {
  const value = parseFrontMatterEntry(frontmatter, 'tags');
  if (value === null) return null;
  return strings(value)
    .map((text) => text.trim())
    .filter((text) => text !== '' && !/[,\s]/.test(text));
}

/** The functions for tags of an app of that version. */
export function tagReader(apiVersion: string) {
  const read = atLeast(apiVersion, '1.9.0') ? tagsSince19 : tagsBefore19;
  const parseFrontMatterTags = (frontmatter: unknown): string[] | null =>
    read(frontmatter)?.map((tag) => (tag.startsWith('#') ? tag : `#${tag}`)) ?? null;
  const getAllTags = (cache: Obsidian.CachedMetadata): string[] | null => {
    const inBody = (cache.tags ?? []).map(({ tag }) => tag);
    const all = [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...inBody];
    return all.length > 0 ? all : null;
  };
  return { parseFrontMatterTags, getAllTags };
}
