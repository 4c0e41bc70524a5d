// What a device remembers of its own lines, laid beside what the logs hold at a start.
import { isAt } from '../../core/text/is-under.ts';
import type { Fold } from '../../core/history/fold.ts';
import { type LogLine, parseLine } from '../../core/history/log-format.ts';
import type { LogFolderContent } from './log-reader.ts';
import type { RecentLines } from './journal/recent-lines.ts';

export interface Recalled {
  /** The write-ahead, without what reached the log. */
  readonly ahead: readonly string[];
  /** Lines that were in the log and are gone from it. */
  readonly lost: readonly string[];
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

/** How many of these lines are in no log. */
export function countMissing(texts: readonly string[], fold: Fold): number {
  return parse(texts).filter(({ line }) => !fold.has(line)).length;
}

/** Adds to the fold what only the device remembers. */
export function recall(
  aheadTexts: readonly string[],
  recent: RecentLines,
  content: LogFolderContent,
  fold: Fold,
): Recalled {
  const ahead = parse(aheadTexts);
  const missing = ahead.filter(({ line }) => !fold.has(line));
  // Lines that reached the log just before a crash need not be written again, but watched like all others.
  const reached = ahead.filter(({ line }) => fold.has(line));
  for (const { path, lines } of reached.length > 0 ? content.files : []) {
    const texts = new Set(lines.map(({ text }) => text));
    recent.add(
      path,
      reached.flatMap(({ text, line }) => (texts.has(line.text) ? [text] : [])),
    );
  }
  fold.add(missing.map(({ line }) => line));
  const paths = new Map(recent.entries());
  const gone = parse(paths.keys()).filter(({ line }) => !fold.has(line));
  fold.add(gone.map(({ line }) => line));
  // A file that cannot be read now may hold them; it is compared when it comes.
  const unread = new Set([...content.unread, ...content.refused].map(({ path }) => path));
  const isUnread = (path: string): boolean => [...unread].some((each) => isAt(path, each));
  return {
    ahead: missing.map(({ text }) => text),
    lost: gone.flatMap(({ text }) => (isUnread(paths.get(text) ?? '') ? [] : [text])),
  };
}
