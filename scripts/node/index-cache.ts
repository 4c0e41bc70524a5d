// What is kept between starts, in one file: for measurements and tests. Texts are stored as IndexedDB stores them, in
// V8's own serialization: one frame per save, and the last text of a path wins.
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { IndexCache } from '../../src/app/ports.ts';

type Frame<Value> = readonly [
  version: string,
  values: readonly (readonly [path: string, value: Value | null])[],
];

const lengthBytes = 4;

function encode(frame: Frame<unknown>): Buffer {
  const body = serialize(frame);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, body]);
}

/** The complete frames, each with its end offset: a truncated file lacks the last one. */
function* framesOf<Value>(content: Buffer): Generator<readonly [Frame<Value>, end: number]> {
  let at = 0;
  while (at + lengthBytes <= content.length) {
    const end = at + lengthBytes + content.readUInt32LE(at);
    if (end > content.length) return;
    yield [deserialize(content.subarray(at + lengthBytes, end)) as Frame<Value>, end];
    at = end;
  }
}

/** Bytes as a view would keep the whole file in memory, and may begin at any offset; IndexedDB copies them, too. */
function ownBytes<Value>(value: Value): Value {
  return value instanceof Uint8Array ? (new Uint8Array(value) as Value) : value;
}

/** @param file path of a file that is ours; it need not exist */
export function fileIndexCache<Value = string>(file: string): IndexCache<Value> {
  let saved: string | null = null;

  async function load(version: string): Promise<Map<string, Value>> {
    const content = await readFile(file).catch(() => Buffer.alloc(0));
    const texts = new Map<string, Value>();
    let whole = 0;
    for (const [[own, changed], end] of framesOf<Value>(content)) {
      saved = own;
      if (own !== version) return texts;
      whole = end;
      for (const [path, text] of changed) {
        if (text === null) texts.delete(path);
        else texts.set(path, ownBytes(text));
      }
    }
    // Never append to a partial frame.
    if (whole < content.length || saved === null) saved = '';
    return texts;
  }

  return {
    load,
    async save(version, changed) {
      if (saved === null) await load(version);
      const frame = encode([version, [...changed]]);
      if (saved === version) await appendFile(file, frame);
      else await writeFile(file, frame);
      saved = version;
    },
  };
}
