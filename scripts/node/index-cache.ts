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

  async function read(): Promise<readonly [version: string, content: string]> {
    const content = await readFile(file, 'utf8').catch(() => '');
    return [content.slice(0, Math.max(content.indexOf('\n'), 0)), content];
  }

  return {
    async load(version) {
      const [own, content] = await read();
      saved = own;
      const texts = new Map<string, string>();
      if (own !== version) return texts;
      let at = own.length + 1;
      for (let end = content.indexOf('\n', at); end >= 0; end = content.indexOf('\n', at)) {
        const tab = content.indexOf('\t', at);
        const path = JSON.parse(content.slice(at, tab)) as string;
        const text = content.slice(tab + 1, end);
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
