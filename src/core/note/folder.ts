// Folders as a person names them in the settings.
import { trimEndSigns } from '../text/trim-signs.ts';

/** Why a name cannot be a folder of the vault, in one sentence; null where it can. */
export function checkNoteFolder(name: string): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'A folder needs a name.';
  if (/^([\\/]|[a-zA-Z]:)/.test(trimmed))
    return `“${trimmed}” is outside the vault: give a folder inside it.`;
  for (const part of trimEndSigns(trimmed, '\\/').split(/[\\/]/)) {
    if (part === '..' || part === '.') return `“${trimmed}” may lead outside the vault: leave out “${part}”.`;
    if (part.trim() === '') return `“${trimmed}” has a part without a name.`;
    const wrong = /[\p{Cc}]/u.exec(part);
    if (wrong) return `“${part}” holds a character that no name can have.`;
  }
  return null;
}

/** As `checkNoteFolder` allows it: `/` between parts, none at the end. */
export function tidyNoteFolder(name: string): string {
  return trimEndSigns(name.trim().replaceAll('\\', '/'), '/');
}

/** Whether a file lies in one of the folders, at any depth. Case counts, as it does for Obsidian's own lists. */
export function isInFolders(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}
