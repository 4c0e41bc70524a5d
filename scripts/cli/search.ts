// `search <vault> <query>`: the cards that a search of the card list finds.
import type { Command } from 'commander';
import { foundJson, type FoundJson } from '../../src/app/outside/card-json.ts';
import { openToRead } from './open.ts';
import { counted, printProblems } from './print.ts';
import { findCards, queryOf } from './query.ts';
import { jsonArray, writeAll } from './stream.ts';

async function* format(rows: AsyncIterable<FoundJson>): AsyncGenerator<string> {
  let count = 0;
  for await (const { prompt, note, line } of rows) {
    count += 1;
    yield `${prompt}  ‹ ${note}:${line}\n`;
  }
  yield `${counted(count, 'card')}\n`;
}

export function addSearch(program: Command): void {
  program
    .command('search')
    .description('list the cards that a search finds')
    .argument('<vault>', 'folder of the vault')
    .argument('<query>', 'words, or conditions such as deck:ml is:due lapses>3')
    .option('--json', 'print JSON')
    .action(async (vault: string, text: string, { json }: { json?: boolean }) => {
      const query = queryOf(text);
      const opened = await openToRead(vault);
      printProblems(opened.problems());
      const rows = foundJson(opened.app, await findCards(opened, query));
      await writeAll(json ? jsonArray(rows) : format(rows));
      opened.app.close();
    });
}
