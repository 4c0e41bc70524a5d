// Runs `anki-import` as the command line does, and reads what it prints for programs.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Command } from 'commander';
import { addAnkiImport } from '../../scripts/cli/anki-import.ts';

export interface AnkiImportResult {
  readonly decks: number;
  readonly cards: number;
  readonly notes: readonly string[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** @param name of the file, which is written beside the vault; restore all mocks afterward */
export async function runAnkiImport<Result extends AnkiImportResult>(
  { folder, vault }: { readonly folder: string; readonly vault: string },
  name: string,
  content: string | Uint8Array,
  flags: readonly string[],
): Promise<Result> {
  const file = join(folder, name);
  await writeFile(file, content);
  const printed: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const program = new Command().exitOverride();
  addAnkiImport(program);
  await program.parseAsync(['anki-import', file, vault, '--json', ...flags], { from: 'user' });
  return JSON.parse(printed.join('')) as Result;
}
