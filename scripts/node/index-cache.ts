// What is kept between starts, in one file: for measuring, and for tests. The first line is the version; each line
// after it is a path and its text, and the last one of a path counts.
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import type { IndexCache } from '../../src/app/ports.ts';

function lineOf([path, text]: readonly [string, string | null]): string {
  // A text may hold anything; what is kept of a note has no line end, and stands as it is.
  const isPlain = text !== null && !/^\[|[\r\n]/.test(text);
  return `${JSON.stringify(path)}\t${isPlain ? text : JSON.stringify([text])}\n`;
}

/** @param file path of a file that is ours; it need not be there */
export function fileIndexCache(file: string): IndexCache {
  let saved: string | null = null;

  /** Line by line, since a text beyond ASCII takes twice the memory and time, and would take all others along. */
  async function* readLines(): AsyncGenerator<string> {
    const content = await readFile(file).catch(() => Buffer.alloc(0));
    let at = 0;
    for (let end = content.indexOf(10, at); end >= 0; end = content.indexOf(10, at)) {
      yield content.toString('utf8', at, end);
      at = end + 1;
    }
  }

  async function readVersion(): Promise<string> {
    for await (const line of readLines()) return line;
    return '';
  }

  return {
    async load(version) {
      saved = null;
      const texts = new Map<string, string>();
      for await (const line of readLines()) {
        if (saved === null) {
          saved = line;
          if (line !== version) return texts;
          continue;
        }
        const tab = line.indexOf('\t');
        const path = JSON.parse(line.slice(0, tab)) as string;
        const text = line.slice(tab + 1);
        if (!text.startsWith('[')) texts.set(path, text);
        else {
          const [kept] = JSON.parse(text) as [string | null];
          if (kept === null) texts.delete(path);
          else texts.set(path, kept);
        }
      }
      return texts;
    },

    async save(version, changed) {
      saved ??= await readVersion();
      const lines = [...changed].map(lineOf).join('');
      if (saved === version) await appendFile(file, lines);
      else await writeFile(file, `${version}\n${lines}`);
      saved = version;
    },
  };
}
