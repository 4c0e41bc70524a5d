// Which shapes the notes of a folder have, as JSON numbers: `npm run measure:shapes -- <folder>`.
import { Command } from 'commander';
import { checkVault } from '../node/vault.ts';
import { readNotes } from '../node/notes.ts';
import { countShapes } from './count-shapes.ts';

async function run(folder: string): Promise<void> {
  await checkVault(folder);
  console.log(JSON.stringify(countShapes((await readNotes(folder)).texts.values()), null, 2));
}

await new Command('measure:shapes')
  .description('Measures the shapes of all notes of a folder, and prints them as numbers.')
  .argument('<folder>', 'a folder of notes')
  .action(run)
  .parseAsync();
