// Prints how many MB a process grows by when it indexes a vault; a separate process, since others also measure.
//   node --expose-gc memory.mjs <vault>
import { noCache } from '../node/app.ts';
import { readSettings } from '../node/settings.ts';
import { listFiles } from '../node/vault.ts';
import { openDiskApp } from './disk-app.ts';

const vault = process.argv[2] ?? '.';
const settings = await readSettings(vault);
const files = listFiles(vault).files.filter(({ path }) => /\.md$/i.test(path));

/** After two collections: the first may only mark what the second frees. */
function used(): NodeJS.MemoryUsage {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage();
}

const before = used();
const { app } = await openDiskApp(vault, { files, links: {} }, noCache, settings);
await app.index();
app.study.queue({ scope: { kind: 'all' } });
await app.flush();
const after = used();
// Keeps the app referenced until here; otherwise it might be garbage-collected.
process.stdout.write(
  JSON.stringify({
    rssMb: (after.rss - before.rss) / 1e6,
    heapMb: (after.heapUsed - before.heapUsed) / 1e6,
    notes: app.library.notes.size,
  }),
);
app.close();
