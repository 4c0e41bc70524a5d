// Handles a reader that closes the pipe early, as `| head` does: not an error, so the command ends quietly.
import type { Writable } from 'node:stream';

/** Later output is lost; the command's other work, such as writing notes, is finished. */
export function allowClosedPipe(stream: Pick<Writable, 'on'>): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
