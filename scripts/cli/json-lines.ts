// Reads a file of JSON lines, plain or gzipped, one line at a time: such a file may be larger than memory.
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

export interface NumberedLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** Lines end only with `\n`: `node:readline` would also split at U+2028, which JSON may contain. */
export async function* readLines(path: string): AsyncGenerator<NumberedLine> {
  const file = createReadStream(path);
  const stream = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  // pipe() forwards data, not errors.
  if (stream !== file) file.on('error', (error) => stream.destroy(error));
  let rest: string[] = [];
  let line = 0;
  for await (const chunk of stream.setEncoding('utf8') as AsyncIterable<string>) {
    const [first = '', ...others] = chunk.split('\n');
    rest.push(first);
    for (const next of others) {
      yield { text: rest.join(''), line: ++line };
      rest = [next];
    }
  }
  const last = rest.join('');
  if (last !== '') yield { text: last, line: ++line };
}
