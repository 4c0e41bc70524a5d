// A reader that has seen enough, as `| head` has, closes the pipe: no error of the command, which ends quietly.
import type { Writable } from 'node:stream';

/** What is written from then on is lost; what the command does besides, such as writing notes, it finishes. */
export function allowClosedPipe(stream: Pick<Writable, 'on'>): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
