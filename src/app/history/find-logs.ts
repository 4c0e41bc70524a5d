// Finds logs anywhere in the vault: people move the history folder like any other, here or on another device, with the
// app open or closed.
import { isAt } from '../../core/text/is-under.ts';
import { checkFolder, folderOfLog, isLogName } from '../../core/history/log-folder.ts';
import type { Fold } from '../../core/history/fold.ts';
import type { After, LogFiles } from '../ports.ts';
import type { Message } from '../../core/text/message.ts';
import { appMessage } from '../strings.ts';
import { inTime } from '../work/kept-texts.ts';
import { makeYieldToHost, inSlices, type SliceHost } from '../work/slices.ts';
import { type DeviceRecord, withFolder } from './journal/device-record.ts';
import { countMissing } from './recover.ts';
import { type LogFile, readLogFile, type LogFolderContent } from './log-reader.ts';

/** In bytes. Nobody writes a larger note, and none of our logs is larger. */
const largestNote = 4 * 1024 * 1024;

/** Files read in parallel. */
const atOnce = 16;

const placesOf = ({ folder, formerFolders }: DeviceRecord): readonly string[] => [folder, ...formerFolders];

/** The record, extended to read the places that hold these logs. */
export function withLogsAt(record: DeviceRecord, paths: readonly string[]): DeviceRecord {
  const places = new Set(placesOf(record));
  for (const path of paths)
    if (![...places].some((place) => isAt(path, place))) places.add(folderOfLog(path) ?? path);
  places.delete(record.folder);
  return { ...record, formerFolders: [...places] };
}

/**
 * The folder to write to. It changes if the current one has no logs left and this device's logs, or else most of the
 * others, are in another. A newly chosen folder is empty without having been moved.
 */
export function followed(record: DeviceRecord, logs: readonly string[]): string {
  const { folder, id, chosen, explained } = record;
  if (logs.some((path) => isAt(path, folder)) || (chosen === folder && !explained.includes(folder)))
    return folder;
  const votes = new Map<string, number>();
  for (const path of logs) {
    const root = folderOfLog(path);
    if (root === null || checkFolder(root) !== null) continue;
    const weight = path.startsWith(`${root}/log/${id}/`) ? logs.length : 1;
    votes.set(root, (votes.get(root) ?? 0) + weight);
  }
  const [best] = [...votes].sort(([a, votesA], [b, votesB]) => votesB - votesA || (a < b ? -1 : 1));
  return best?.[0] ?? folder;
}

interface Finder {
  readonly logs: LogFiles;
  readonly after: After;
}

/** Finds logs by name alone, which Obsidian knows without reading files. */
export async function locate(host: Finder, record: DeviceRecord): Promise<DeviceRecord> {
  const named = (await host.logs.search().catch(() => [])).filter(isLogName);
  const known = placesOf(record);
  const elsewhere = named.filter((path) => !known.some((place) => isAt(path, place)));
  const sure = elsewhere.filter((path) => folderOfLog(path) !== null);
  // A user's note may be named like a log.
  for (const path of elsewhere) if (!sure.includes(path) && (await isLogInTime(host, path))) sure.push(path);
  const found = withLogsAt(record, sure);
  if (named.some((path) => isAt(path, record.folder))) return found;
  // The vault index does not list files that a cloud drive has not fetched.
  const listed = await listInTime(host, record.folder);
  if (listed === null || listed.length > 0) return found;
  const logs = named.filter((path) => placesOf(found).some((place) => isAt(path, place)));
  return withFolder(found, followed(record, logs));
}

async function isLogInTime({ logs, after }: Finder, path: string): Promise<boolean> {
  const read = await inTime(readLogFile(logs, path), after);
  return read !== null && 'lines' in read && read.headers.length > 0 && read.lines.length > 0;
}

/** Null if this cannot be determined now. */
function listInTime({ logs, after }: Finder, folder: string): Promise<readonly string[] | null> {
  const listing = logs.list(folder).then(
    (stats) => stats.map(({ path }) => path).filter(isLogName),
    () => null,
  );
  return inTime(listing, after);
}

/** Reads every note not yet read and looks for a log header, whatever the file's name. */
async function searchNotes(host: Finder & SliceHost, read: LogFolderContent): Promise<readonly LogFile[]> {
  const { logs } = host;
  const seen = new Set(read.listed.map(({ path }) => path));
  const paths = (await logs.search().catch(() => [])).filter((path) => !seen.has(path));
  const yieldToHost = makeYieldToHost(host);
  const found: LogFile[] = [];
  const readOne = async (path: string): Promise<void> => {
    const stat = await logs.stat(path).catch(() => null);
    if (stat === null || stat.size > largestNote) return;
    const file = await readLogFile(logs, path);
    if (file !== null && 'lines' in file && file.headers.length > 0 && file.lines.length > 0)
      found.push(file);
  };
  for (let at = 0; at < paths.length; at += atOnce) {
    await inTime(Promise.all(paths.slice(at, at + atOnce).map(readOne)), host.after);
    await yieldToHost();
  }
  return found;
}

/** Searches the whole vault if lines are missing. Returns the paths of the logs it found and added. */
export async function searchIfLess(
  options: Finder & SliceHost,
  record: DeviceRecord,
  content: LogFolderContent,
  fold: Fold,
): Promise<readonly string[]> {
  if (content.unread.length > 0 || fold.size + countMissing(record.ahead, fold) >= record.lines) return [];
  const found = await searchNotes(options, content);
  content.files.push(...found);
  await inSlices(fold.adding(found.flatMap(({ lines }) => lines)), options);
  return found.map(({ path }) => path);
}

/** What the user needs to know about the location of the history; null if nothing changed. */
export function tellPlaces(
  before: DeviceRecord,
  now: DeviceRecord,
  files: readonly LogFile[],
): Message | null {
  const newPlaces = placesOf(now).filter((place) => !placesOf(before).includes(place));
  const inNewPlaces = files.filter(({ path }) => newPlaces.some((place) => isAt(path, place)));
  const count = (some: readonly LogFile[]): number => some.reduce((sum, { lines }) => sum + lines.length, 0);
  if (now.folder !== before.folder) {
    const there = files.filter(({ path }) => isAt(path, now.folder));
    return appMessage('followed', now.folder, count(there));
  }
  return inNewPlaces.length === 0
    ? null
    : appMessage('foundLogs', newPlaces.map((place) => `“${place}”`).join(', '), count(inNewPlaces));
}

/** The message for when lines present at the last start are missing and no log was found anywhere. */
export function tellMissing(record: DeviceRecord, fold: Fold): Message {
  return appMessage('missingLines', fold.size, record.lines);
}
