// Shows a command's progress on standard error: one rewritten line on a terminal, an occasional line elsewhere.
import type { Progress } from '../../src/app/notes/change-queue.ts';

/** ms between terminal updates, and between lines elsewhere. */
const [often, seldom] = [100, 2000];

export class ProgressLine {
  readonly #out: NodeJS.WriteStream;
  #shown = Date.now();
  #isOpen = false;

  constructor(out: NodeJS.WriteStream = process.stderr) {
    this.#out = out;
  }

  show(what: string, { done, of }: Progress): void {
    const now = Date.now();
    if (now - this.#shown < (this.#out.isTTY ? often : seldom)) return;
    this.#shown = now;
    const text = `${what} ${String(done)} of ${String(of)}`;
    this.#out.write(this.#out.isTTY ? `\r\u001B[K${text}` : `${text}\n`);
    this.#isOpen = true;
  }

  /** Makes room for the next output. */
  end(): void {
    if (this.#isOpen && this.#out.isTTY) this.#out.write('\r\u001B[K');
    this.#isOpen = false;
  }
}
