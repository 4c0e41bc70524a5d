// Conflict copies, recognized by the names that sync tools use. A name must have a date or say “conflicted copy”, so
// that a note about some conflict stays a note; a plain copy (`N 2`, `N (1)`) is its own note.

/** Syncthing: `N.sync-conflict-20261128-101112-K7Q2M9A`. */
const syncthing = /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/;
/** ownCloud and older Nextcloud versions: `N_conflict-20261128-101112`, `N_conflict-jane-20261128-101112`. */
const ownCloud = /_conflict-(?:[^\s()]+-)?\d{8}-\d{6}$/i;
/** A last part in parentheses, including copies of the copy: `N (…) 2`, `N (…) (1)`. */
const inBrackets = /\(([^()]*(?:\([^()]*\)[^()]*)*)\)(?: \d{1,2}| \(\d{1,2}\))?$/;
const date = /(?:19|20)\d\d(-?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])/;
/** “Conflict” as Dropbox, Obsidian Sync, Nextcloud, Seafile and others write it in their users' languages. */
const conflict = /conflict|conflit|conflitto|conflito|konflikt|конфликт|競合|冲突|衝突/iu;
const conflictedCopy = /\bconflicted copy\b/i;

function titleOfOriginal(title: string): string | null {
  for (const ending of [syncthing, ownCloud]) {
    const found = ending.exec(title);
    if (found) return title.slice(0, found.index);
  }
  const found = inBrackets.exec(title);
  const inside = found?.[1] ?? '';
  const isCopy = conflictedCopy.test(inside) || (conflict.test(inside) && date.test(inside));
  return found && isCopy ? title.slice(0, found.index).trimEnd() : null;
}

/** The path of the note that a file is a conflict copy of, or null for any other file. */
export function originalOf(path: string): string | null {
  const ending = /\.md$/i.exec(path);
  if (!ending) return null;
  const nameStart = path.lastIndexOf('/') + 1;
  const title = titleOfOriginal(path.slice(nameStart, ending.index));
  if (title === null || title === '') return null;
  // A copy of a copy resolves to the original note.
  const original = `${path.slice(0, nameStart)}${title}${ending[0]}`;
  return originalOf(original) ?? original;
}
