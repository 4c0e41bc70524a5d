// Whether one path is inside another: folder, deck and tag paths have a `/` between their parts.

/** Whether a path is `place` or below it. */
export function isAt(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** The same, but `""` is the root, which contains everything. */
export function isUnder(path: string, parent: string): boolean {
  return parent === '' || isAt(path, parent);
}
