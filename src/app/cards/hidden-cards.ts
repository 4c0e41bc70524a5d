// All texts in a note that could be cards with all options on: separates cards hidden by a setting from deleted ones.
import { possibleCards } from '../../core/card/extract.ts';
import type { CardSnapshot } from '../../core/history/event.ts';
import type { KeptAnswer } from '../../core/identity/fingerprint/card-text.ts';
import { keepAnswer } from '../../core/identity/fingerprint/fingerprint.ts';
import type { NoteIndex } from '../index/note-index.ts';
import type { NoteFiles } from '../ports.ts';

/** Equal for cards and snapshots with the same source, question and answer. */
export function textKey(
  source: string,
  { questionHash, answerHash }: Pick<KeptAnswer, 'questionHash' | 'answerHash'>,
): string {
  return `${source} ${questionHash} ${answerHash}`;
}

export class HiddenCards {
  readonly #files: NoteFiles;
  readonly #index: NoteIndex;
  /** Until the note changes. */
  readonly #known = new Map<string, ReadonlySet<string>>();

  constructor(files: NoteFiles, index: NoteIndex) {
    this.#files = files;
    this.#index = index;
  }

  /** Whether the text of a snapshot is still in its note. */
  async has(snapshot: CardSnapshot): Promise<boolean> {
    let keys = this.#known.get(snapshot.path);
    if (!keys) {
      keys = new Set(await this.#keysOf(snapshot.path));
      this.#known.set(snapshot.path, keys);
    }
    return keys.has(textKey(snapshot.source, snapshot));
  }

  /** The note has changed. */
  forget(path: string): void {
    this.#known.delete(path);
  }

  async #keysOf(path: string): Promise<readonly string[]> {
    const stat = this.#files.stat(path);
    if (!stat) return [];
    const kept = this.#index.find(stat)?.texts;
    if (kept) return kept;
    try {
      const text = await this.#files.read(path);
      if (text === null) return [];
      const keys = possibleCards({ path, text }).map((card) => textKey(card.source, keepAnswer(card)));
      this.#index.putTexts(stat, keys);
      return keys;
    } catch {
      // The library reports it.
      return [];
    }
  }
}
