// What is kept between starts, in one file: for measuring, and for tests. The first line is the version; each line
// after it is a path and its text, and the last one of a path counts.
import { isAscii } from 'node:buffer';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import type { IndexCache } from '../../src/app/ports.ts';

function lineOf([path, text]: readonly [string, string | null]): string {
  // A text may hold anything; what is kept of a note has no line end, and stands as it is.
  const isPlain = text !== null && !/^\[|[\r\n]/.test(text);
  return `${JSON.stringify(path)}\t${isPlain ? text : JSON.stringify([text])}\n`;
}

const lineEnd = 10;

/** Each text by itself: one beyond ASCII takes twice the memory and time. As Latin-1, others take a fifth of the time. */
function textOf(content: Buffer, from: number, to: number): string {
  const part = content.subarray(from, to);
  return part.toString(isAscii(part) ? 'latin1' : 'utf8');
}

/** @param file path of a file that is ours; it need not be there */
export function fileIndexCache(file: string): IndexCache {
  let saved: string | null = null;

  async function read(): Promise<readonly [version: string, content: Buffer]> {
    const content = await readFile(file).catch(() => Buffer.alloc(0));
    return [textOf(content, 0, Math.max(content.indexOf(lineEnd), 0)), content];
  }

  return {
    async load(version) {
      const [own, content] = await read();
      saved = own;
      const texts = new Map<string, string>();
      if (own !== version) return texts;
      let at = content.indexOf(lineEnd) + 1;
      for (let end = content.indexOf(lineEnd, at); end >= 0; end = content.indexOf(lineEnd, at)) {
        const tab = content.indexOf(9, at);
        const path = JSON.parse(textOf(content, at, tab)) as string;
        const text = textOf(content, tab + 1, end);
        if (!text.startsWith('[')) texts.set(path, text);
        else {
          const [kept] = JSON.parse(text) as [string | null];
          if (kept === null) texts.delete(path);
          else texts.set(path, kept);
        }
        at = end + 1;
      }
      return texts;
    },

    async save(version, changed) {
      saved ??= (await read())[0];
      const lines = [...changed].map(lineOf).join('');
      if (saved === version) await appendFile(file, lines);
      else await writeFile(file, `${version}\n${lines}`);
      saved = version;
    },
  };
}
