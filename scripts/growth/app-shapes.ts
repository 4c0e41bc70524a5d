// What grows with the vault instead of the note.

export interface AppShape {
  readonly run: (size: number) => () => unknown;
  readonly largest: number;
}

export const appShapes: ReadonlyMap<string, AppShape> = new Map();
