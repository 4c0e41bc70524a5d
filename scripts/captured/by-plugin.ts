// How the plugin's own reader and the app describe a note, in comparable form: row by row.
import type { CachedMetadata, Pos, ReferenceCache } from 'obsidian';
import { readOutline, type Outline } from '../../src/core/note/outline.ts';
import { noProperties, readProperties } from '../../src/core/note/properties.ts';
import { bodyTags, frontmatterTags } from '../../src/core/note/tags/tags.ts';
import { findLinks } from '../../src/core/note/wikilink.ts';
import type { CapturedNote } from './captured-note.ts';
import type { Facts } from './facts.ts';

/** The plugin's block kinds that the app names differently. */
const typeNames: Readonly<Record<string, string>> = {
  quote: 'blockquote',
  rule: 'thematicBreak',
  definition: 'footnoteDefinition',
};

const span = ({ start, end }: Pos) => [start.offset, end.offset];

/** Values as texts, as the plugin reads them; null and maps have none. */
function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
}

function appLinks({ links = [], embeds = [] }: CachedMetadata): unknown[] {
  const facts = (found: readonly ReferenceCache[], embed: boolean) =>
    found.map(({ link, displayText, position }) => ({
      at: position.start.offset,
      // The plugin does not treat an image's size as a name.
      fact: embed ? [link, 'embed'] : [link, displayText],
    }));
  return [...facts(links, false), ...facts(embeds, true)].sort((a, b) => a.at - b.at).map(({ fact }) => fact);
}

/** Comments, `%%` or `<!-- -->`, are sections for the app and hidden for the plugin. */
function isComment(text: string, type: string, { start, end }: Pos): boolean {
  return (
    type === 'comment' || (type === 'html' && /^<!--[^]*-->\s*$/.test(text.slice(start.offset, end.offset)))
  );
}

function appFacts({ text, cache, allTags }: CapturedNote): Facts {
  const sections = cache.sections ?? [];
  const shown = sections.filter(({ type, position }) => !isComment(text, type, position));
  return {
    headings: (cache.headings ?? []).map(({ level, heading, position }) => [level, heading, span(position)]),
    sections: shown.map(({ type, position: { start, end } }) => [type, start.line, end.line]),
    'sections by offset, comments too': sections.map(({ type, position }) => [type, ...span(position)]),
    links: appLinks(cache),
    tags: [...(cache.tags ?? []).map(({ tag, position }) => [tag, position.start.offset]), ...allTags],
    frontmatter: [
      ...Object.entries(cache.frontmatter ?? {}).map(([key, value]) => [key, valuesOf(value)]),
      ...(cache.frontmatterPosition ? [cache.frontmatterPosition.end.offset] : []),
    ],
    blocks: Object.values(cache.blocks ?? {}).map(({ id }) => id),
  };
}

function blockIdsOf(text: string, { hidden }: Outline): string[] {
  return hidden.flatMap(
    ({ start, end }) => /^\s*\^([A-Za-z\d-]+)\s*$/.exec(text.slice(start, end))?.[1] ?? [],
  );
}

function ownFacts({ text }: CapturedNote): Facts {
  const outline = readOutline(text);
  const { blocks, bodyStart, frontmatter } = outline;
  const properties = frontmatter
    ? readProperties(text.slice(frontmatter.start, frontmatter.end), frontmatter.start)
    : noProperties;
  const lineOf = (at: number) => text.slice(0, at).split('\n').length - 1;
  const all = blocks.map(({ kind, start, end }) => ({ type: typeNames[kind] ?? kind, start, end }));
  if (bodyStart > 0) all.unshift({ type: 'yaml', start: 0, end: bodyStart });
  // The reader is asked for specific tags: here, for anything that looks like one.
  const roots = [...text.matchAll(/#([^\s#/]+)/g)].map(([, name = '']) =>
    name.toLowerCase().replace(/[),.;:]+$/, ''),
  );
  const inBody = [
    ...bodyTags(
      text,
      outline,
      roots.filter((root) => root !== ''),
    ),
  ].sort((a, b) => a.at - b.at);
  const inProperties = frontmatterTags(properties);
  return {
    headings: blocks.flatMap((block) =>
      block.kind === 'heading'
        ? [[block.depth, text.slice(block.title.start, block.title.end), [block.start, block.end]]]
        : [],
    ),
    sections: all.map(({ type, start, end }) => [type, lineOf(start), lineOf(end)]),
    'sections by offset, comments too': all.map(({ type, start, end }) => [type, start, end]),
    links: findLinks(text.slice(bodyStart)).map(({ target, subpath, display, embed }) => [
      subpath === null ? target : `${target}#${subpath}`,
      embed ? 'embed' : display,
    ]),
    tags: [
      ...inBody.map(({ name, at }) => [`#${name}`, at]),
      ...[...inProperties, ...inBody].map(({ name }) => `#${name}`),
    ],
    frontmatter: [
      ...properties.list.map(({ key, values }) => [key, values]),
      ...(properties.list.length > 0 ? [bodyStart] : []),
    ],
    blocks: blockIdsOf(text, outline),
  };
}

export function pluginFacts(note: CapturedNote): { app: Facts; ours: Facts } {
  return { app: appFacts(note), ours: ownFacts(note) };
}
