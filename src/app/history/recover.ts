// Compares a device's remembered lines with what the logs contain at a start.
import { isAt } from '../../core/text/is-under.ts';
import type { Fold } from '../../core/history/fold.ts';
import { type LogLine, parseLine } from '../../core/history/log-format.ts';
import type { LogFolderContent } from './log-reader.ts';
import type { RecentLines } from './journal/recent-lines.ts';

export interface Recalled {
  /** The write-ahead, without what reached the log. */
  readonly ahead: readonly string[];
  /** Lines that were in the log and have disappeared from it. */
  readonly lost: readonly string[];
  /** Cards whose history has changed. */
  readonly changed: ReadonlySet<string>;
}

interface Remembered {
  readonly text: string;
  readonly line: LogLine;
}

function parse(texts: Iterable<string>): Remembered[] {
  return [...texts].flatMap((text) => {
    const line = parseLine(text);
    return typeof line === 'object' && 'event' in line ? [{ text, line }] : [];
  });
}

/** How many of these lines are not in any log. */
export function countMissing(texts: readonly string[], fold: Fold): number {
  return parse(texts).filter(({ line }) => !fold.has(line)).length;
}

/**
 * Adds what only the device remembers to the fold.
 * @param known lines of the device that are in the fold
 */
export function recall(
  aheadTexts: readonly string[],
  recent: RecentLines,
  content: LogFolderContent,
  fold: Fold,
  known: ReadonlySet<string> = new Set(),
): Recalled {
  const ahead = parse(aheadTexts);
  const missing = ahead.filter(({ line }) => !fold.has(line));
  // Lines that reached the log just before a crash need not be written again, but are watched like all others.
  const reached = ahead.filter(({ line }) => fold.has(line));
  for (const { path, lines } of reached.length > 0 ? content.files : []) {
    const texts = new Set(lines.map(({ text }) => text));
    recent.add(
      path,
      reached.flatMap(({ text, line }) => (texts.has(line.text) ? [text] : [])),
    );
  }
  const changed = fold.add(missing.map(({ line }) => line));
  const paths = new Map(recent.entries());
  const gone = parse([...paths.keys()].filter((text) => !known.has(text))).filter(
    ({ line }) => !fold.has(line),
  );
  for (const id of fold.add(gone.map(({ line }) => line))) changed.add(id);
  // A currently unreadable file may hold them; it is compared when it arrives.
  const unread = new Set([...content.unread, ...content.refused].map(({ path }) => path));
  const isUnread = (path: string): boolean => [...unread].some((each) => isAt(path, each));
  return {
    changed,
    ahead: missing.map(({ text }) => text),
    lost: gone.flatMap(({ text }) => (isUnread(paths.get(text) ?? '') ? [] : [text])),
  };
}
