// Compares notes captured from the real app with how the host's cache and the plugin's reader parse them.
//   npm run -s compare:captured [-- --verbose]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostFacts } from './by-host.ts';
import { pluginFacts } from './by-plugin.ts';
import { readCaptured, type CapturedNote } from './captured-note.ts';
import { differences } from './facts.ts';

const folder = '../shared/captured';
const rows = ['headings', 'sections', 'links', 'tags', 'frontmatter', 'blocks', 'list items'];
const byDesign = 'sections by offset, comments too';
const sides = { host: hostFacts, plugin: pluginFacts };

function readFolder(): CapturedNote[] {
  const notes: CapturedNote[] = [];
  const names = readdirSync(folder).filter((file) => file.endsWith('.json'));
  for (const name of names.sort()) {
    const note = readCaptured(name, readFileSync(join(folder, name), 'utf8'));
    if (typeof note !== 'string') notes.push(note);
    else {
      console.error(note);
      process.exitCode = 1;
    }
  }
  return notes;
}

function compare(notes: readonly CapturedNote[], verbose: boolean): void {
  const differing = new Map<string, number>();
  for (const note of notes) {
    for (const [side, read] of Object.entries(sides)) {
      const { app, ours } = read(note);
      for (const { row, appOnly, oursOnly } of differences(app, ours)) {
        const key = `${side} ${row}`;
        differing.set(key, (differing.get(key) ?? 0) + 1);
        if (!verbose) continue;
        console.log(`${note.file}: ${row} by ${side}${row === byDesign ? ', by design' : ''}`);
        for (const fact of appOnly) console.log(`  app only   ${fact}`);
        for (const fact of oursOnly) console.log(`  ours only  ${fact}`);
      }
    }
  }
  const alike = (side: string, row: string) =>
    `${notes.length - (differing.get(`${side} ${row}`) ?? 0)} of ${notes.length}`;
  const print = (row: string, host: string, plugin: string) => {
    console.log(`${row.padEnd(34)}${host.padEnd(12)}${plugin}`);
  };
  print('notes alike', 'host', 'plugin');
  // The plugin has no list items: a card is cut out by spans of the whole list.
  for (const row of rows) print(row, alike('host', row), row === 'list items' ? '–' : alike('plugin', row));
  print(byDesign, '–', `${alike('plugin', byDesign)} (by design)`);
}

if (existsSync(folder)) compare(readFolder(), process.argv.includes('--verbose'));
else console.log(`Nothing to compare: there is no folder ${folder} beside this one.`);
