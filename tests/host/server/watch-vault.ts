// Notices what other programs do to the folder. A page's own operations are told to the other pages only.
import { watch } from 'node:fs';
import { sep } from 'node:path';
import type { Change, Entry } from '../protocol.ts';

export interface Watched {
  /** A page did something to these paths: remembers their new state, so that the disk brings no news of it. */
  done(paths: readonly string[]): Promise<Change[]>;
  /** No change is looked for while `work` runs. */
  during<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

/** ms of quiet before the disk is looked at: an editor's save is often a truncate, a write and a rename. */
const quiet = 60;

const same = (a: Entry | null, b: Entry | null) =>
  a === b || (a !== null && b !== null && a.type === b.type && a.mtime === b.mtime && a.size === b.size);

export async function watchVault(
  root: string,
  tree: () => Promise<Entry[]>,
  stat: (path: string) => Promise<Entry | null>,
  tell: (changes: Change[]) => void,
): Promise<Watched> {
  const known = new Map((await tree()).map((entry) => [entry.path, entry]));
  const stirred = new Set<string>();
  let busy = 0;
  let lookAtAll = false;
  let timer: NodeJS.Timeout | undefined;

  async function update(path: string): Promise<Change[]> {
    const entry = await stat(path).catch(() => null);
    const before = known.get(path) ?? null;
    if (same(before, entry)) return [];
    const changes: Change[] = [{ path, entry }];
    if (entry) known.set(path, entry);
    else {
      known.delete(path);
      for (const child of [...known.keys()].filter((name) => name.startsWith(`${path}/`))) {
        known.delete(child);
        changes.unshift({ path: child, entry: null });
      }
    }
    return changes;
  }

  async function look(): Promise<void> {
    if (busy > 0) return wake();
    const paths = [...stirred];
    stirred.clear();
    const changes: Change[] = [];
    for (const path of paths) changes.push(...(await update(path)));
    if (lookAtAll || changes.some(({ entry }) => entry?.type === 'folder')) {
      // A folder that arrives whole is announced by its own name only, and what comes into it before it is watched not
      // at all: the whole tree is looked at until nothing new is found.
      const found: Change[] = [];
      for (const entry of await tree()) if (!known.has(entry.path)) found.push(...(await update(entry.path)));
      lookAtAll = !lookAtAll || found.length > 0;
      if (lookAtAll) wake();
      changes.push(...found);
    }
    if (changes.length > 0) tell(changes);
  }

  function wake(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), quiet);
  }

  const watcher = watch(root, { recursive: true }, (_event, name) => {
    const path = name?.split(sep).join('/');
    if (!path) return;
    const hidden = path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
    // Of the hidden files only a plugin's settings matter: they may be changed by a sync.
    if (hidden && !/^\.obsidian\/plugins\/[^/]+\/data\.json$/.test(path)) return;
    stirred.add(path);
    wake();
  });
  watcher.on('error', () => watcher.close());

  return {
    done: async (paths) => (await Promise.all(paths.map(update))).flat(),
    during: async (work) => {
      busy += 1;
      try {
        return await work();
      } finally {
        busy -= 1;
      }
    },
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
