// Exports the whole history to one file and imports it again. An import is merged: importing a file twice adds nothing.
import {
  encodeHeader,
  encodeLine,
  logVersion,
  parseLog,
  type LogLine,
} from '../../core/history/log-format.ts';
import { readLogFolders } from './log-reader.ts';
import type { History } from './history.ts';
import type { LogFiles } from '../ports.ts';

/** Every line of every log, without duplicates, in log format. */
export async function exportHistory(history: History, logs: LogFiles): Promise<string> {
  await history.flush();
  const { files } = await readLogFolders(logs, [history.folder, ...history.formerFolders]);
  const lines = new Map(files.flatMap((file) => file.lines.map((line) => [line.text, line])));
  const min = Math.max(1, ...files.flatMap(({ headers }) => headers.map((header) => header.min)));
  const header = encodeHeader({ device: 'export', nonce: 'export', min });
  return `${[header, ...[...lines.values()].map(encodeLine)].join('\n')}\n`;
}

export interface RestorePlan {
  /** Events missing from the logs. */
  readonly missing: readonly LogLine[];
  /** Distinct events in the file. */
  readonly events: number;
  /** Unusable lines in the file. */
  readonly damaged: number;
  /** Why nothing can be imported from the file. */
  readonly refused: 'no history' | 'newer' | null;
}

/** Previews an import. Writes nothing. */
export async function planRestore(history: History, logs: LogFiles, text: string): Promise<RestorePlan> {
  const { headers, lines, problems, torn } = parseLog('export', text.replace(/^\uFEFF/, ''));
  const found = new Map(lines.map((line) => [line.text, line]));
  const about = { events: found.size, damaged: problems.length + torn };
  if (found.size === 0) return { ...about, missing: [], refused: 'no history' };
  // Its lines would end up in one of our files, whose header says that older versions may write to it.
  if (headers.some(({ min }) => min > logVersion)) return { ...about, missing: [], refused: 'newer' };
  await history.flush();
  const { files } = await readLogFolders(logs, [history.folder, ...history.formerFolders]);
  for (const file of files) for (const line of file.lines) found.delete(line.text);
  return { ...about, missing: [...found.values()], refused: null };
}

/** Writes the missing events to this device's log. Rejects if it cannot write. */
export async function restoreHistory(history: History, { missing }: RestorePlan): Promise<void> {
  if (missing.length > 0) await history.brought.copy(missing);
}
