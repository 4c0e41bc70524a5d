// Faults that a test switches on: a vault that cannot be written, a file that a cloud drive has taken away.

export type Act = 'read' | 'list' | 'write' | 'append' | 'mkdir' | 'remove' | 'rename';

export class Failures {
  /** Nothing can be written, anywhere. */
  readOnly = false;
  /** Every operation of these kinds fails. */
  readonly acts = new Set<Act>();
  /** Reading these paths fails, though they are listed. */
  readonly unreadable = new Set<string>();
  /** MarkdownRenderer.render rejects, as with a broken renderer of another plugin. */
  render = false;

  check(act: Act, path: string): void {
    const reads = act === 'read' || act === 'list';
    if (this.readOnly && !reads) throw coded('EROFS', `read-only file system, ${act} '${path}'`);
    if (this.acts.has(act)) throw coded('EIO', `i/o error, ${act} '${path}'`);
    if (act === 'read' && this.unreadable.has(path)) {
      throw coded('EDEADLK', `resource deadlock avoided, read '${path}'`);
    }
  }
}

function coded(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code });
}
