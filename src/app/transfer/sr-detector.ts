// Notices schedules of the plugin "Spaced Repetition" in notes that are read anyway, so that their import can be
// offered and separators are read as its users write them. Needs no extra reads.
import type { CardHistory } from '../../core/history/event.ts';
import { holdsSrComment } from '../../core/import/sr-comment.ts';
import type { FileStat, LocalStore, NoteFiles, Wanted } from '../ports.ts';

const offeredKey = 'note-flashcards-import-offered';

/** Whether a text is worth a closer look; a no is always right. */
export function mayHoldSchedule(text: string): boolean {
  return text.includes('<!--SR:') || text.includes('sr-due:');
}

/** Passes every call through, and remembers which of the notes read may hold a schedule. */
export class SrDetector implements NoteFiles {
  readonly #files: NoteFiles;
  readonly #notes = new Set<string>();
  #hasComment = false;
  #heard: (() => void) | null = null;

  constructor(files: NoteFiles) {
    this.#files = files;
  }

  /** Whether a note with a schedule has been read, now or when its import was offered. */
  isThere(store: LocalStore): boolean {
    return this.#notes.size > 0 || store.get(offeredKey) !== null;
  }

  /** Calls back at the first comment with a schedule, or now if one was read. */
  onComment(heard: () => void): void {
    if (this.#hasComment) heard();
    else this.#heard = heard;
  }

  list(wanted: Wanted | null): readonly FileStat[] {
    return this.#files.list(wanted);
  }

  stat(path: string): FileStat | null {
    return this.#files.stat(path);
  }

  async read(path: string): Promise<string | null> {
    const text = await this.#files.read(path);
    if (text !== null && mayHoldSchedule(text)) this.#notes.add(path);
    else this.#notes.delete(path);
    if (text !== null && !this.#hasComment && holdsSrComment(text)) {
      this.#hasComment = true;
      this.#heard?.();
    }
    return text;
  }

  /**
   * Whether to offer the import now; true once per device, and never if a schedule was already imported on any
   * device.
   */
  takeOffer(store: LocalStore, histories: Iterable<CardHistory>): boolean {
    if (this.#notes.size === 0 || store.get(offeredKey) !== null) return false;
    for (const { memory } of histories) if (memory) return false;
    try {
      store.set(offeredKey, 'yes');
    } catch {
      // If nothing can be remembered, the offer would appear at every start.
      return false;
    }
    return true;
  }
}
