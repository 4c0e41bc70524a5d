// Something wrong in a file, told to the user.
import type { Message } from '../text/message.ts';

/** Something wrong in a file of the user's, told to the user; never thrown. */
export interface Problem {
  /** Path from the vault's root. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly message: Message;
  /** What a screen can do about it; left out where only the user can. */
  readonly fix?: Fix;
}

/** `tags`: write tags that Obsidian reads as such. `compare`: show a conflict copy beside its original. */
export type Fix = 'tags' | 'compare';
