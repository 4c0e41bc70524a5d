// How far a command is, on standard error: on a terminal one line that is written over, elsewhere a line now and then.
import type { Progress } from '../../src/app/notes/change-queue.ts';

/** ms between two looks at a terminal, and between two lines elsewhere. */
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

  /** Makes room for what is printed next. */
  end(): void {
    if (this.#isOpen && this.#out.isTTY) this.#out.write('\r\u001B[K');
    this.#isOpen = false;
  }
}
