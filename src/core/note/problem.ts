// Something wrong in a file, told to the user.
/** Something wrong in a file of the user's, told to the user; never thrown. */
export interface Problem {
  /** Path from the vault's root. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** One sentence for a person. */
  readonly message: string;
  /** What a screen can do about it; left out where only the user can. */
  readonly fix?: Fix;
}

/** `tags`: write tags that Obsidian reads as such. `compare`: show a conflict copy beside its original. */
export type Fix = 'tags' | 'compare';
