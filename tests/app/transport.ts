// Ways in which the files of two devices reach each other. Each is a simulation of what sync programs do, not one
// of them: last writer wins, merge as Markdown, keep a conflicted copy.
import DiffMatchPatch from 'diff-match-patch';
import type { MemoryLogFiles } from '../contract/memory-log-files.ts';

export type Transport = 'last writer wins' | 'Markdown merge' | 'conflicted copies';

interface Version {
  readonly text: string;
  readonly mtime: number;
}

export class Link {
  /** What both sides had at the last sync. */
  private readonly synced = new Map<string, string>();
  private copies = 0;

  constructor(
    private readonly transport: Transport,
    private readonly a: MemoryLogFiles,
    private readonly b: MemoryLogFiles,
  ) {}

  /** Carries every file that `carries` names. Returns the paths that changed on either side. */
  sync(carries: (path: string) => boolean): { readonly a: string[]; readonly b: string[] } {
    const changed = { a: [] as string[], b: [] as string[] };
    for (const path of [...new Set([...this.a.files.keys(), ...this.b.files.keys()])].filter(carries)) {
      const [mine, theirs] = [this.a.files.get(path), this.b.files.get(path)];
      const result = this.settle(path, mine, theirs, changed);
      if (mine?.text !== result.text) changed.a.push(path);
      if (theirs?.text !== result.text) changed.b.push(path);
      for (const side of [this.a, this.b]) side.files.set(path, { ...result });
      this.synced.set(path, result.text);
    }
    return changed;
  }

  private settle(
    path: string,
    mine: Version | undefined,
    theirs: Version | undefined,
    changed: { readonly a: string[]; readonly b: string[] },
  ): Version {
    const base = this.synced.get(path);
    if (mine === undefined) return theirs ?? { text: '', mtime: 0 };
    if (theirs === undefined || mine.text === theirs.text || theirs.text === base) return mine;
    if (mine.text === base) return theirs;
    const [newer, older] = mine.mtime >= theirs.mtime ? [mine, theirs] : [theirs, mine];
    if (this.transport === 'last writer wins') return newer;
    if (this.transport === 'Markdown merge') {
      const merge = new DiffMatchPatch();
      const [text] = merge.patch_apply(merge.patch_make(base ?? '', older.text), newer.text);
      return { text, mtime: newer.mtime };
    }
    this.copies += 1;
    const copy = path.replace(/\.md$/, ` (conflicted copy ${this.copies}).md`);
    for (const side of [this.a, this.b]) side.files.set(copy, { ...older });
    changed.a.push(copy);
    changed.b.push(copy);
    return newer;
  }
}
