// Resolves links to files by Obsidian's rules as far as they are known; for tests and the command line. Inside
// Obsidian, its own metadata cache does this.
import { foldCase } from '../text/fold-case.ts';

/** Resolves a link target as written, without `#…`, to a path in the vault; null if it matches no file. */
export type ResolveLink = (target: string, from: string) => string | null;

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Resolves `.` and `..` in a path; null if it leaves the vault. */
function normalize(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

interface Entry {
  readonly path: string;
  readonly key: string;
}

function byClosest(from: string): (a: Entry, b: Entry) => number {
  const folder = foldCase(folderOf(from));
  const isNear = (entry: Entry): number => (folderOf(entry.key) === folder ? 0 : 1);
  return (a, b) => isNear(a) - isNear(b) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1);
}

/**
 * A resolver over the files of a vault: the exact path, else the note's own folder, else the shortest path that ends in
 * the target; ignoring case and Unicode normalization; an alias (name → path) as a last resort.
 */
export function createResolver(
  paths: Iterable<string>,
  aliases: ReadonlyMap<string, string> = new Map(),
): ResolveLink {
  const byName = new Map<string, Entry[]>();
  for (const path of paths) {
    const entry = { path, key: foldCase(path) };
    const name = nameOf(entry.key);
    const entries = byName.get(name);
    if (entries) entries.push(entry);
    else byName.set(name, [entry]);
  }
  const byAlias = new Map([...aliases].map(([alias, path]) => [foldCase(alias), path]));

  const find = (target: string, from: string): string | null => {
    const entries = byName.get(nameOf(target));
    if (!entries) return null;
    if (/^\.{1,2}\//.test(target)) {
      const path = normalize(foldCase(folderOf(from)) + target);
      return entries.find((entry) => entry.key === path)?.path ?? null;
    }
    const plain = target.replace(/^\/+/, '');
    const exact = entries.find((entry) => entry.key === plain);
    if (exact || target.startsWith('/')) return exact?.path ?? null;
    const ending = entries.filter((entry) => entry.key.endsWith(`/${plain}`));
    return ending.sort(byClosest(from))[0]?.path ?? null;
  };

  return (target, from) => {
    const wanted = foldCase(target.trim());
    if (wanted === '') return from;
    return find(`${wanted}.md`, from) ?? find(wanted, from) ?? byAlias.get(wanted) ?? null;
  };
}
