// The folder of the logs: which names it may have, and what its files are called.
import { deviceNameIn } from '../text/file-name.ts';
import { trimEndSigns } from '../text/trim-signs.ts';

/** Why a folder cannot hold the logs, in one sentence; null where it can. */
export function checkFolder(name: string): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'The history needs a folder of its own: give it a name.';
  if (/^([\\/]|[a-zA-Z]:)/.test(trimmed))
    return `“${trimmed}” is outside the vault: give a folder inside it.`;
  const parts = trimmed.replace(/\/$/, '').split(/[\\/]/);
  for (const part of parts) {
    if (part === '..' || part === '.') return `“${trimmed}” may lead outside the vault: leave out “${part}”.`;
    if (/^[._]/.test(part)) {
      return `“${part}” begins with “${part.charAt(0)}”: such folders are never synced, so other devices would miss your reviews.`;
    }
    if (part.trim() === '') return `“${trimmed}” has a part without a name.`;
    const wrong = /[*"<>:|?#^[\]\p{Cc}]/u.exec(part);
    if (deviceNameIn(part) !== null || part.endsWith('.'))
      return `“${part}” is no name for a folder on Windows.`;
    if (wrong) return `“${part}” holds the character “${wrong[0]}”, which not every device allows in a name.`;
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
