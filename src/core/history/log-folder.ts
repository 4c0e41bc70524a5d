// The folder of the logs: which names it may have, and what its files are called.
import { deviceNameIn } from '../text/file-name.ts';
import { problemWords } from '../text/strings.ts';
import { trimEndSigns } from '../text/trim-signs.ts';

/** Why a folder cannot hold the logs, in one sentence; null where it can. */
export function checkFolder(name: string): string | null {
  const { folder } = problemWords;
  const trimmed = name.trim();
  if (trimmed === '') return folder.noHistoryFolder;
  if (/^([\\/]|[a-zA-Z]:)/.test(trimmed)) return folder.outside(trimmed);
  const parts = trimmed.replace(/\/$/, '').split(/[\\/]/);
  for (const part of parts) {
    if (part === '..' || part === '.') return folder.leadsOutside(trimmed, part);
    if (/^[._]/.test(part)) return folder.notSynced(part, part.charAt(0));
    if (part.trim() === '') return folder.namelessPart(trimmed);
    const wrong = /[*"<>:|?#^[\]\p{Cc}]/u.exec(part);
    if (deviceNameIn(part) !== null || part.endsWith('.')) return folder.notOnWindows(part);
    if (wrong) return folder.badSign(part, wrong[0]);
  }
  return null;
}

/** As `checkFolder` allows it: `/` between parts, none at the end. */
export function tidyFolder(name: string): string {
  return trimEndSigns(name.trim().replaceAll('\\', '/'), '/');
}

/** `part` counts the segments of one month from 0: `…-11.md`, `…-11b.md`, …, `…-11z.md`, `…-11zb.md`. */
export function segmentPath(folder: string, device: string, at: number, part: number): string {
  // The month in UTC: the name must not depend on where the device is.
  const month = new Date(at).toISOString().slice(0, 7);
  const letter =
    part === 0 ? '' : 'z'.repeat(Math.floor((part - 1) / 25)) + String.fromCharCode(98 + ((part - 1) % 25));
  return `${folder}/log/${device}/log-${device}-${month}${letter}.md`;
}
