// Sums of many answers, as rows of one typed array. With objects, every sum was a separate number on the heap: 300,000
// reviews took three times as long.
import type { Recall } from './recall.ts';

const columns = 5;

/** Every index is within the array; the compiler doesn't know that. */
const cell = (list: Float64Array, index: number): number => list[index] ?? 0;

export class Ledger {
  #cells = new Float64Array(64 * columns);
  #rows = 0;

  /** Returns the number of a new row of zeros. */
  open(): number {
    if ((this.#rows + 1) * columns > this.#cells.length) {
      const more = new Float64Array(this.#cells.length * 2);
      more.set(this.#cells);
      this.#cells = more;
    }
    this.#rows += 1;
    return this.#rows - 1;
  }

  /** @param chance 0–1, or negative if the answer doesn't test memory */
  add(row: number, ms: number, chance: number, isKnown: boolean): void {
    const cells = this.#cells;
    const at = row * columns;
    cells[at] = cell(cells, at) + 1;
    cells[at + 1] = cell(cells, at + 1) + ms;
    if (chance < 0) return;
    cells[at + 2] = cell(cells, at + 2) + 1;
    if (isKnown) cells[at + 3] = cell(cells, at + 3) + 1;
    cells[at + 4] = cell(cells, at + 4) + chance;
  }

  read(row: number): Recall {
    const at = (column: number): number => cell(this.#cells, row * columns + column);
    return { answers: at(0), ms: at(1), asked: at(2), known: at(3), predicted: at(4) };
  }
}
