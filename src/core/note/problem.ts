// A problem in a file, reported to the user.
import type { Message } from '../text/message.ts';

/** A problem in one of the user's files, reported to the user; never thrown. */
export interface Problem {
  /** Path from the vault's root. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly message: Message;
  /** What the UI can do about it; omitted if only the user can fix it. */
  readonly fix?: Fix;
}

/** `tags`: write tags in a form Obsidian reads. `compare`: show a conflict copy beside its original. */
export type Fix = 'tags' | 'compare';
