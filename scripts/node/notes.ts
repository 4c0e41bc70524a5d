import type { FileStat } from '../../src/app/ports.ts';
import type { WrittenProblem } from './english.ts';
import { listFiles, readNote } from './vault.ts';

export interface VaultNotes {
  /** Every file of the vault, notes or not. */
  readonly files: readonly FileStat[];
  /** Path → text of every Markdown file that could be read. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly WrittenProblem[];
}

/** Reads all Markdown files of a vault. One that can't be read is a problem; the others go on. */
export async function readNotes(vault: string): Promise<VaultNotes> {
  const { files, problems: unlisted } = await listFiles(vault);
  const texts = new Map<string, string>();
  const problems: WrittenProblem[] = [...unlisted];
  for (const { path } of files) {
    if (!/\.md$/i.test(path)) continue;
    const read = await readNote(vault, path);
    if ('text' in read) texts.set(path, read.text);
    else problems.push(read.problem);
  }
  return { files, texts, problems };
}
