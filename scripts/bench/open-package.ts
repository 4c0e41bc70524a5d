// Opens one Anki package and prints how long it took, the longest time without a pause, and the peak of memory: a process
// of its own for `npm run -s bench:anki`, so that nothing else is in its memory.
import { open } from 'node:fs/promises';
import { openPackage } from '../../src/core/import/anki/open-package.ts';
import { sourceOf } from '../cli/anki-package.ts';

const [path = ''] = process.argv.slice(2);
const file = await open(path);
const source = await sourceOf(file);
let longestMs = 0;
const start = performance.now();
let last = start;
const pause = (): Promise<boolean> => {
  const now = performance.now();
  longestMs = Math.max(longestMs, now - last);
  last = now;
  return Promise.resolve(true);
};
const found = await openPackage(source, { pause, progress: () => undefined });
const ms = performance.now() - start;
if (found === null || 'problem' in found || found.damaged.length > 0) throw new Error(JSON.stringify(found));
for (const { read } of found.media) await read();
const mediaMs = performance.now() - start - ms;
await file.close();
const rssMb = process.resourceUsage().maxRSS / 1024;
const rounded = Object.entries({ ms, mediaMs, longestMs, rssMb }).map(([name, value]) => [
  name,
  Math.round(value),
]);
console.log(JSON.stringify(Object.fromEntries(rounded)));
