// Prints how many MB a process grows by that indexes a vault: a process of its own, since others measure beside it.
//   tsx scripts/bench/memory.ts <vault>
import { openNodeApp, readSettings } from '../node/app.ts';

const vault = process.argv[2] ?? '.';
const settings = await readSettings(vault);
const before = process.memoryUsage().rss;
const { app } = await openNodeApp(vault, { settings });
const grown = process.memoryUsage().rss - before;
// The app is in use until here, or the collector might take it.
process.stdout.write(JSON.stringify({ rssMb: grown / 1e6, notes: app.library.notes.size }));
app.close();
