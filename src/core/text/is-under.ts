// Whether one path lies in another: those of folders, decks and tags have a `/` between their parts.

/** Whether a path is `place` or lies below it. */
export function isAt(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** The same where `""` is the root, in which all lies. */
export function isUnder(path: string, parent: string): boolean {
  return parent === '' || isAt(path, parent);
}
