// How long importing another plugin's schedules takes, over made-up vaults: `npm run -s bench:import`. Reads and links
// all notes, as the command does; twice, since the second import must find nothing new.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { importSchedules } from '../cli/import-sr.ts';
import { openNodeApp } from '../node/app.ts';
import { generateSrVault } from './sr-vault.ts';
import { timed } from './figure.ts';

async function measureImport(schedules: number): Promise<Record<string, number>> {
  const vault = await mkdtemp(join(tmpdir(), 'bench-import-'));
  try {
    const written = await generateSrVault(vault, schedules);
    const readMs = await timed(async () => (await openNodeApp(vault)).app.close());
    const before = process.cpuUsage();
    let imported = 0;
    const importMs = await timed(async () => {
      imported = (await importSchedules(vault, false)).taken.imported;
    });
    const { user, system } = process.cpuUsage(before);
    let again = 0;
    const againMs = await timed(async () => {
      again = (await importSchedules(vault, false)).taken.imported;
    });
    if (imported !== written || again !== 0)
      throw new Error(`${String(imported)} of ${String(written)} imported, then ${String(again)} once more`);
    const rounded = { readMs, importMs, cpuMs: (user + system) / 1000, againMs };
    return {
      schedules: written,
      ...Object.fromEntries(Object.entries(rounded).map(([name, ms]) => [name, Math.round(ms)])),
    };
  } finally {
    await rm(vault, { recursive: true });
  }
}

function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(text);
}

const program = new Command()
  .description('Measures the import of schedules of the plugin “Spaced Repetition”.')
  .argument('[schedules...]', 'how many schedules each vault has', (text: string, all?: number[]) => [
    ...(all ?? []),
    count(text),
  ])
  .parse();

const [sizes] = program.processedArgs as [number[] | undefined];
for (const size of sizes ?? [1000, 5500, 22_000]) console.log(JSON.stringify(await measureImport(size)));
