// Which file a link means, after Obsidian's rules; independent of the plugin's own resolver.

/** A file as far as links care. */
export interface Candidate {
  readonly path: string;
}

const key = (text: string) => text.normalize('NFC').toLowerCase();
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

/** Files by the lower-case name of the file, with its extension. */
export class FileNames<T extends Candidate> {
  private readonly byName = new Map<string, T[]>();

  add(file: T): void {
    const name = key(nameOf(file.path));
    this.byName.set(name, [...(this.byName.get(name) ?? []), file]);
  }

  remove(file: T, path = file.path): void {
    const name = key(nameOf(path));
    const left = (this.byName.get(name) ?? []).filter((other) => other !== file);
    this.byName.set(name, left);
  }

  named(name: string): readonly T[] {
    return this.byName.get(key(name)) ?? [];
  }

  /** The file that `linkpath`, without `#…`, means in the note at `source`; null if there is none. */
  target(linkpath: string, source: string): T | null {
    if (linkpath === '') return this.named(nameOf(source)).find(({ path }) => path === source) ?? null;
    const relative = /^\.{1,2}\//.test(linkpath);
    const wanted = key(relative ? against(folderOf(source), linkpath) : linkpath.replace(/^\/+/, ''));
    if (wanted === '') return null;
    const exactly = relative || linkpath.startsWith('/');
    for (const path of [wanted, `${wanted}.md`]) {
      const all = this.named(nameOf(path)).filter((file) => endsWithPath(key(file.path), path));
      const whole = all.find((file) => key(file.path) === path);
      if (whole) return whole;
      if (!exactly && all.length > 0) return nearest(all, source);
    }
    return null;
  }
}

function endsWithPath(path: string, end: string): boolean {
  return path === end || path.endsWith(`/${end}`);
}

function against(folder: string, relative: string): string {
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Those in the folder of the source first, then the shortest path. */
function nearest<T extends Candidate>(files: readonly T[], source: string): T | null {
  const folder = folderOf(source);
  const far = ({ path }: T) => (path.startsWith(folder) ? 0 : 1);
  const sorted = [...files].sort(
    (a, b) => far(a) - far(b) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1),
  );
  return sorted[0] ?? null;
}
