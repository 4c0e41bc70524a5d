// The log folder: which names it may have, and how its files are named.
import { isoMonth } from '../calendar.ts';
import { deviceNameIn } from '../text/file-name.ts';
import { problemMessage, type Message } from '../text/message.ts';
import { trimEndSigns } from '../text/trim-signs.ts';

/** Why a folder cannot hold the logs, or null if it can. */
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

/** In the form `checkFolder` allows: `/` between parts, none at the end. */
export function tidyFolder(name: string): string {
  return trimEndSigns(name.trim().replaceAll('\\', '/'), '/');
}

/** `part` counts a month's segments from 0: `…-11.md`, `…-11b.md`, …, `…-11z.md`, `…-11.27.md`. */
export function segmentPath(folder: string, device: string, at: number, part: number): string {
  // The month in UTC: the name must not depend on the device's location.
  return `${folder}/log/${device}/log-${device}-${isoMonth(at)}${partName(part)}.md`;
}

function partName(part: number): string {
  if (part === 0) return '';
  return part < 26 ? String.fromCharCode(97 + part) : `.${part + 1}`;
}

/** Whether only a log can have this name. Such a file is read even if its header is torn off. */
export function isLogName(path: string): boolean {
  return /(?:^|\/)log-[0-9a-z]+-\d{4}-\d{2}[^/]*\.md$/.test(path);
}

/** The history folder of a log at the path we write to, `<folder>/log/<device>`; null for any other path. */
export function folderOfLog(path: string): string | null {
  return /^(.+)\/log\/[0-9a-z]+\/[^/]+\.md$/.exec(path)?.[1] ?? null;
}
