import type { FileStat } from '../../src/app/ports.ts';
import type { WrittenProblem } from './english.ts';
import { listFiles, readNote } from './vault.ts';

export interface VaultNotes {
  /** Every file in the vault, notes or not. */
  readonly files: readonly FileStat[];
  /** Path → text of every readable Markdown file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly WrittenProblem[];
}

/** Reads all Markdown files of a vault. An unreadable file is reported as a problem; the rest are still read. */
export async function readNotes(vault: string): Promise<VaultNotes> {
  const { files, problems: unlisted } = listFiles(vault);
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
