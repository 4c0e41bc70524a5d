// What a package may unpack to, so that a small file can't fill the memory or the disk: an entry to 512 MB and to 16 MB
// and 250 times its packed size, all entries together to 1 GB and 100 times the package's size. A database of mostly
// blank pages and silent recordings stay below.
import { MessageError, problemMessage } from '../../text/message.ts';

const mega = 0x10_0000;

export class UnpackLimits {
  #left: number;

  /** @param size of the package */
  constructor(size: number) {
    this.#left = 1024 * mega + 100 * size;
  }

  /** Counts the bytes of one entry; throws a MessageError when they are too many. */
  counter(name: string, packed: number): (bytes: number) => void {
    let left = Math.min(512 * mega, 16 * mega + 250 * packed);
    return (bytes) => {
      left -= bytes;
      this.#left -= bytes;
      if (left < 0 || this.#left < 0) throw new MessageError(problemMessage('package/tooLarge', name));
    };
  }
}
