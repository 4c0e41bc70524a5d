// Faults that a test switches on: a vault that cannot be written, a file that a cloud drive has taken away.

export type Act = 'read' | 'list' | 'write' | 'append' | 'mkdir' | 'remove' | 'rename';

export class Failures {
  /** Nothing can be written, anywhere. */
  readOnly = false;
  /** Every operation of these kinds fails. */
  readonly acts = new Set<Act>();
  /** Reading these paths fails, though they are listed; of folders, listing them. */
  readonly unreadable = new Set<string>();
  /** MarkdownRenderer.render rejects, as with a broken renderer of another plugin. */
  render = false;

  /** Files of which the reading hangs, and folders of which all does, until they are let go. */
  private readonly hanging = new Map<
    string,
    { readonly done: Promise<void>; readonly release: () => void }
  >();

  hang(path: string): void {
    let release = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.hanging.set(path, { done, release });
  }

  release(path: string): void {
    this.hanging.get(path)?.release();
    this.hanging.delete(path);
  }

  /** Resolves when nothing holds the path. @param isRead a file that hangs can be listed all the same */
  async held(path: string, isRead = false): Promise<void> {
    for (const [held, { done }] of this.hanging) {
      if (path.startsWith(`${held}/`) || (path === held && (isRead || !held.endsWith('.md')))) await done;
    }
  }

  check(act: Act, path: string): void {
    const reads = act === 'read' || act === 'list';
    if (this.readOnly && !reads) throw coded('EROFS', `read-only file system, ${act} '${path}'`);
    if (this.acts.has(act)) throw coded('EIO', `i/o error, ${act} '${path}'`);
    if (reads && this.unreadable.has(path)) {
      throw coded('EDEADLK', `resource deadlock avoided, ${act} '${path}'`);
    }
  }
}

function coded(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code });
}
