// One warm start, in its own process: from the list of notes and an index file to the first card.
//   tsx scripts/bench/warm.ts <vault> <folder with given.json and index> [<folder with a history>]
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileIndexCache } from '../node/index-cache.ts';
import { openDiskApp } from './disk-app.ts';
import type { GivenToStart } from './measure-warm.ts';

const [vault = '.', folder = '.', history = null] = process.argv.slice(2);
const { given, settings } = JSON.parse(await readFile(join(folder, 'given.json'), 'utf8')) as GivenToStart;
const [start, used] = [performance.now(), process.cpuUsage()];
const index = fileIndexCache(join(folder, 'index'));
const { app, reads } = await openDiskApp(vault, given, index, settings, history);
await app.index();
const { new: newCards, due } = app.study.queue({ scope: { kind: 'all' } });
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(used);
const first = due[0] ?? newCards[0];
process.stdout.write(
  JSON.stringify({
    ms,
    cpuMs: (user + system) / 1000,
    reads: reads(),
    known: app.history.cards.size,
    notes: app.library.notes.size,
    first: first?.id ?? null,
  }),
);
// For later starts.
await app.keep();
app.close();
