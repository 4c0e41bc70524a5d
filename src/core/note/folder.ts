// Folder names as the user enters them in the settings.
import { problemMessage, type Message } from '../text/message.ts';
import { trimEndSigns } from '../text/trim-signs.ts';

/** Why a name cannot be a folder in the vault; null if it can. */
export function checkNoteFolder(name: string): Message | null {
  const trimmed = name.trim();
  if (trimmed === '') return problemMessage('folder/noName');
  if (/^([\\/]|[a-zA-Z]:)/.test(trimmed)) return problemMessage('folder/outside', trimmed);
  for (const part of trimEndSigns(trimmed, '\\/').split(/[\\/]/)) {
    if (part === '..' || part === '.') return problemMessage('folder/leadsOutside', trimmed, part);
    if (part.trim() === '') return problemMessage('folder/namelessPart', trimmed);
    const wrong = /[\p{Cc}]/u.exec(part);
    if (wrong) return problemMessage('folder/controlSign', part);
  }
  return null;
}

/** The form `checkNoteFolder` allows: `/` between parts, none at the end. */
export function tidyNoteFolder(name: string): string {
  return trimEndSigns(name.trim().replaceAll('\\', '/'), '/');
}

/** Whether a file is in one of the folders, at any depth. Case-sensitive, like Obsidian's own lists. */
export function isInFolders(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}

/** The folders above a path, the outermost first. */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
