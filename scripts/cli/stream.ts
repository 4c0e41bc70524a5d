// Writes long results as they are produced, keeping in memory only what the reader has yet to take.
import type { Writable } from 'node:stream';

/** Characters written in one chunk: a write per card took longer than producing the card. */
const chunk = 64 * 1024;

/** Writes the texts in order, as fast as they are consumed. If the reader closes the pipe, no more are produced. */
export async function writeAll(
  texts: AsyncIterable<string> | Iterable<string>,
  out: Writable = process.stdout,
): Promise<void> {
  let isClosed = false;
  const close = (): void => {
    isClosed = true;
  };
  out.once('error', close);
  let waiting: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const hasRoom = out.write(waiting.join(''));
    waiting = [];
    size = 0;
    if (!hasRoom && !isClosed) await takesMore(out);
  };
  for await (const text of texts) {
    waiting.push(text);
    size += text.length;
    if (size >= chunk) await flush();
    if (isClosed) break;
  }
  if (size > 0 && !isClosed) await flush();
  out.off('error', close);
}

function takesMore(out: Writable): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      out.off('drain', go);
      out.off('error', go);
      resolve();
    };
    out.on('drain', go);
    out.on('error', go);
  });
}

/** `JSON.stringify(rows, null, 1)` and a newline, row by row. */
export async function* jsonArray(rows: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  let isEmpty = true;
  for await (const row of rows) {
    // Between the brackets is the row, indented as in an array.
    yield `${isEmpty ? '[' : ','}${JSON.stringify([row], null, 1).slice(1, -2)}`;
    isEmpty = false;
  }
  yield isEmpty ? '[]\n' : '\n]\n';
}
