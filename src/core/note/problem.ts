/** Something wrong in a file of the user's, told to the user; never thrown. */
export interface Problem {
  /** Path from the vault's root. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** One sentence for a person. */
  readonly message: string;
}
