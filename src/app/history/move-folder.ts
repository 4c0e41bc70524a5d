// Moves the history to another folder: copies its events and leaves the old files for the user to delete.
import type { History } from './history.ts';
import { readLogFolders } from './log-reader.ts';
import type { LogFiles } from '../ports.ts';

/** Former folders holding events that the current one lacks, with their counts. */
export async function foldersToMove(
  history: History,
  logs: LogFiles,
): Promise<readonly { readonly folder: string; readonly events: number }[]> {
  const found = await Promise.all(
    history.formerFolders.map(async (folder) => ({
      folder,
      events: (await missingOf(history, logs, folder)).length,
    })),
  );
  return found.filter(({ events }) => events > 0);
}

/** Copies a former folder's events into the current one. Returns the count; rejects if it cannot write. */
export async function moveHistory(history: History, logs: LogFiles, from: string): Promise<number> {
  const lines = await missingOf(history, logs, from);
  await history.brought.copy(lines);
  return lines.length;
}

async function missingOf(history: History, logs: LogFiles, folder: string) {
  const [from, to] = await Promise.all([
    readLogFolders(logs, [folder]),
    readLogFolders(logs, [history.folder]),
  ]);
  const missing = new Map(from.files.flatMap((file) => file.lines.map((line) => [line.text, line])));
  for (const file of to.files) for (const line of file.lines) missing.delete(line.text);
  return [...missing.values()];
}
