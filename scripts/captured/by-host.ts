// How the host's cache and the app's describe a note, in comparable form: row by row.
import type { CachedMetadata, Pos, ReferenceCache } from 'obsidian';
import { tagReader } from '../../tests/host/api/tags.ts';
import { scanNote } from '../../tests/host/metadata/scan-note.ts';
import type { CapturedNote } from './captured-note.ts';
import type { Facts } from './facts.ts';

const place = ({ start, end }: Pos) => [start.line, start.col, start.offset, end.line, end.col, end.offset];

const linkFacts = (links: readonly ReferenceCache[] = []) =>
  links.map(({ link, original, displayText, position }) => [link, original, displayText, place(position)]);

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, sortKeys(child)]));
}

function factsOf(cache: CachedMetadata, allTags: readonly string[]): Facts {
  const { frontmatter, frontmatterPosition } = cache;
  return {
    headings: (cache.headings ?? []).map(({ level, heading, position }) => [level, heading, place(position)]),
    sections: (cache.sections ?? []).map(({ type, id, position }) => [type, id, place(position)]),
    links: [
      ...linkFacts(cache.links),
      ...linkFacts(cache.embeds).map((fact) => ['embed', ...fact]),
      ...(cache.frontmatterLinks ?? []).map(({ key, link, original, displayText }) => [
        key,
        link,
        original,
        displayText,
      ]),
    ],
    tags: [...(cache.tags ?? []).map(({ tag, position }) => [tag, place(position)]), ...allTags],
    frontmatter: [
      ...(frontmatter ? [sortKeys(frontmatter)] : []),
      ...(frontmatterPosition ? [place(frontmatterPosition)] : []),
    ],
    blocks: Object.entries(cache.blocks ?? {}).map(([key, { id, position }]) => [key, id, place(position)]),
    'list items': (cache.listItems ?? []).map(({ parent, task, id, position }) => [
      parent,
      task,
      id,
      place(position),
    ]),
  };
}

export function hostFacts({ text, cache, allTags }: CapturedNote): { app: Facts; ours: Facts } {
  const host = scanNote(text);
  const hostTags = tagReader('1.9.4').getAllTags(host) ?? [];
  return { app: factsOf(cache, allTags), ours: factsOf(host, hostTags) };
}
