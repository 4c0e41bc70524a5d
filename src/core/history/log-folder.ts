// The folder of the logs: which names it may have, and what its files are called.
import { isoMonth } from '../calendar.ts';
import { deviceNameIn } from '../text/file-name.ts';
import { problemMessage, type Message } from '../text/message.ts';
import { trimEndSigns } from '../text/trim-signs.ts';

/** Why a folder cannot hold the logs; null where it can. */
export function checkFolder(name: string): Message | null {
  const trimmed = name.trim();
  if (trimmed === '') return problemMessage('folder/noHistoryFolder');
  if (/^([\\/]|[a-zA-Z]:)/.test(trimmed)) return problemMessage('folder/outside', trimmed);
  const parts = trimmed.replace(/\/$/, '').split(/[\\/]/);
  for (const part of parts) {
    if (part === '..' || part === '.') return problemMessage('folder/leadsOutside', trimmed, part);
    if (/^[._]/.test(part)) return problemMessage('folder/notSynced', part, part.charAt(0));
    if (part.trim() === '') return problemMessage('folder/namelessPart', trimmed);
    const wrong = /[*"<>:|?#^[\]\p{Cc}]/u.exec(part);
    if (deviceNameIn(part) !== null || part.endsWith('.')) return problemMessage('folder/notOnWindows', part);
    if (wrong) return problemMessage('folder/badSign', part, wrong[0]);
  }
  return null;
}

/** As `checkFolder` allows it: `/` between parts, none at the end. */
export function tidyFolder(name: string): string {
  return trimEndSigns(name.trim().replaceAll('\\', '/'), '/');
}

/** `part` counts the segments of one month from 0: `…-11.md`, `…-11b.md`, …, `…-11z.md`, `…-11.27.md`. */
export function segmentPath(folder: string, device: string, at: number, part: number): string {
  // The month in UTC: the name must not depend on where the device is.
  return `${folder}/log/${device}/log-${device}-${isoMonth(at)}${partName(part)}.md`;
}

function partName(part: number): string {
  if (part === 0) return '';
  return part < 26 ? String.fromCharCode(97 + part) : `.${part + 1}`;
}

/** Whether a name is one that only logs have. Such a file is read even where its header is torn off. */
export function isLogName(path: string): boolean {
  return /(?:^|\/)log-[0-9a-z]+-\d{4}-\d{2}[^/]*\.md$/.test(path);
}

/** The folder of the history that a log stands in as we write it, in `<folder>/log/<device>`; null for another place. */
export function folderOfLog(path: string): string | null {
  return /^(.+)\/log\/[0-9a-z]+\/[^/]+\.md$/.exec(path)?.[1] ?? null;
}
