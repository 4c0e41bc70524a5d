// What a search asks about notes that no card holds, from the texts of a vault on disk.
import type { NoteFacts } from '../../src/app/browse/card-row.ts';
import type { FileStat, NoteLinks } from '../../src/app/ports.ts';
import { frontmatterOf } from '../../src/core/note/frontmatter.ts';
import { readOutline } from '../../src/core/note/outline.ts';
import { noProperties, type Properties } from '../../src/core/note/properties.ts';
import { bodyTags, frontmatterTags } from '../../src/core/note/tags/tags.ts';
import { findLinks } from '../../src/core/note/wikilink.ts';
import { foldCase } from '../../src/core/text/fold-case.ts';
import { remembered } from '../../src/core/text/remembered.ts';

/** @param texts of the notes read so far */
export function nodeFacts(
  texts: ReadonlyMap<string, string>,
  files: readonly FileStat[],
  { resolve }: NoteLinks,
): NoteFacts {
  const changed = new Map(files.map(({ path, mtime }) => [path, mtime]));
  const propertiesOf = remembered(
    (path: string): Properties => frontmatterOf(texts.get(path) ?? '')?.properties ?? noProperties,
  );
  const tagsOf = remembered((path: string): readonly string[] => {
    const text = texts.get(path) ?? '';
    const roots = new Set([...text.matchAll(/#([^\s#/]+)/g)].map(([, root = '']) => root.toLowerCase()));
    const inBody = roots.size === 0 ? [] : bodyTags(text, readOutline(text), [...roots]);
    const tags = [...frontmatterTags(propertiesOf(path)), ...inBody];
    return tags.map(({ name }) => foldCase(name));
  });
  return {
    hasMissing: (path) =>
      findLinks(texts.get(path) ?? '').some(({ target }) => resolve(target, path) === null),
    changedAt: (path) => changed.get(path) ?? null,
    tags: tagsOf,
    property: (path, name) => {
      const found = propertiesOf(path).list.filter(({ key }) => foldCase(key) === name);
      return found.length > 0
        ? found.flatMap(({ values }) => values.map((one) => foldCase(one.trim())))
        : null;
    },
  };
}
