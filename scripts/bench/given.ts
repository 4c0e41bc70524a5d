// What a host knows of a vault before any note is read, as Obsidian's metadata cache does: files, times, sizes, links.
import { createResolver, type ResolveLink } from '../../src/core/links/resolve.ts';
import { parseWikilink } from '../../src/core/note/wikilink.ts';
import type { FileStat, NoteLinks } from '../../src/app/ports.ts';

export interface Given {
  readonly files: readonly FileStat[];
  /** Path → paths that the note links to. */
  readonly links: Readonly<Record<string, readonly string[]>>;
}

export function givenOf(files: readonly FileStat[], texts: ReadonlyMap<string, string>): Given {
  const resolve = createResolver(texts.keys());
  const links = [...texts].map(([path, text]) => {
    const targets = [...text.matchAll(/\[\[([^[\]\n]+)\]\]/g)].map(([, inner = '']) =>
      resolve(parseWikilink(inner).target, path),
    );
    return [path, [...new Set(targets.filter((target) => target !== null))]] as const;
  });
  return { files, links: Object.fromEntries(links) };
}

export function givenLinks({ files, links }: Given): NoteLinks {
  let made: ResolveLink | null = null;
  const resolve: ResolveLink = (target, from) => {
    made ??= createResolver(files.map(({ path }) => path));
    return made(target, from);
  };
  return { resolve, from: (path) => links[path] ?? [] };
}
