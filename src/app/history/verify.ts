// Verifies the history: rereads every log and reports its contents and faults. Changes nothing.
import type { CardHistory } from '../../core/history/event.ts';
import { lineText } from '../../core/note/plain-text.ts';
import { Fold } from '../../core/history/fold.ts';
import type { LogProblem } from '../../core/history/log-format.ts';
import { isPackageDevice } from '../../core/import/anki/history/package-device.ts';
import { deviceOf } from '../../core/history/order.ts';
import { type Patience, problemsOf, readLogFolders } from './log-reader.ts';
import type { LogFiles } from '../ports.ts';
import type { Message } from '../../core/text/message.ts';
import type { AppWords } from '../strings.ts';

/** A history whose card is not in the vault. If the log has no snapshot for it, only its id is known. */
export interface Orphan {
  readonly id: string;
  readonly note: string | null;
  readonly source: string | null;
  readonly question: string | null;
  readonly reviews: number;
}

/** Other programs read this (a contract), except for the messages, which they get in English. */
export interface VerifyResult {
  /** Logs, excluding notes in the folder. */
  readonly files: number;
  /** Distinct events. */
  readonly events: number;
  /** Those that somebody holds: the collections of Anki that were imported are none. */
  readonly devices: number;
  /** Lines cut off by a crash or a sync program; each also exists whole elsewhere. */
  readonly torn: number;
  /** Lines that repeat another line. */
  readonly duplicates: number;
  readonly orphans: readonly Orphan[];
  readonly unreadable: readonly LogProblem[];
}

export interface VerifyOptions {
  readonly logs: LogFiles;
  /** The current folder setting and the former folders. */
  readonly folders: readonly string[];
  /** Timeout for a drive that hangs; waits forever if omitted. */
  readonly patience?: Patience;
  /** Which of these histories have no card in the vault. */
  readonly withoutCard: (histories: readonly CardHistory[]) => readonly CardHistory[];
}

function toOrphan({ id, snapshot, reviews }: CardHistory): Orphan {
  return {
    id,
    note: snapshot?.path ?? null,
    source: snapshot?.source ?? null,
    question: snapshot && lineText(snapshot.question),
    reviews: reviews.length,
  };
}

export async function verifyHistory({
  logs,
  folders,
  withoutCard,
  patience,
}: VerifyOptions): Promise<VerifyResult> {
  const { files, unread, refused } = await readLogFolders(logs, folders, null, undefined, patience);
  const fold = new Fold();
  const devices = new Set<string>();
  let lines = 0;
  for (const file of files) {
    lines += file.lines.length;
    fold.add(file.lines);
    for (const { device } of file.headers) if (device !== '') devices.add(device);
    for (const { event } of file.lines) devices.add(deviceOf(event.i));
  }
  const orphans = withoutCard([...fold.cards.values()]).map(toOrphan);
  return {
    files: files.length,
    events: fold.size,
    devices: [...devices].filter((name) => !isPackageDevice(name)).length,
    torn: files.reduce((sum, file) => sum + file.torn, 0),
    duplicates: lines - fold.size,
    orphans: orphans.sort((a, b) => (a.id < b.id ? -1 : 1)),
    unreadable: [...unread, ...refused, ...files.flatMap(problemsOf)],
  };
}

/** The report for the user. @param say formats a message in the user's language */
export function formatVerifyResult(
  result: VerifyResult,
  { verify: said }: Pick<AppWords, 'verify'>,
  say: (message: Message) => string,
): string {
  const { files, events, devices, torn, duplicates, orphans, unreadable } = result;
  const lines = [
    unreadable.length === 0 ? said.sound(events, devices, files) : said.damaged(unreadable.length),
  ];
  if (duplicates > 0) lines.push(said.duplicates(duplicates));
  if (torn > 0) lines.push(said.torn(torn));
  for (const { path, line, message } of unreadable) lines.push(`  ${path}:${line}: ${say(message)}`);
  if (unreadable.length > 0) lines.push(said.waits);
  if (orphans.length > 0) {
    lines.push(said.orphans(orphans.length));
    for (const { id, note, question, reviews } of orphans) {
      const what = note === null ? id : `${note} › ${question === '' ? said.noQuestion : question}`;
      lines.push(`  ${said.orphan(what, reviews)}`);
    }
  }
  lines.push(said.unchanged);
  return `${lines.join('\n')}\n`;
}
