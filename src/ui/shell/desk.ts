// What every screen receives: Obsidian, the flashcards, and navigation to other screens.
import type { App } from 'obsidian';
import type { Flashcards } from '../../app/flashcards.ts';
import type { PaceAndStreak } from '../../app/study/pace-and-streak.ts';
import type { SliceHost } from '../../app/work/slices.ts';
import type { LogFiles } from '../../app/ports.ts';
import type { PackageImport } from '../../app/transfer/package-import.ts';
import type { SrImport } from '../../app/transfer/sr-import.ts';
import type { AnkiPackage } from '../../core/import/anki/collection.ts';
import type { Settings } from '../../core/settings.ts';
import type { StudyRequest } from '../../core/study/scope.ts';
import type { Locale } from '../locale.ts';

/** Where to open a note; `beside` never replaces what is on screen, `split` shows both. */
export type OpenWhere = 'here' | 'beside' | 'split';

/** What a screen has while the plugin starts: its strings, and a promise of the desk. */
export interface Starting {
  readonly locale: Locale;
  readonly ready: Promise<Desk>;
}

export interface Desk {
  readonly app: App;
  readonly locale: Locale;
  readonly flashcards: Flashcards;
  readonly habits: PaceAndStreak;
  readonly logs: LogFiles;
  readonly schedules: SrImport;
  /** The import of an open Anki package. */
  packageImport(opened: AnkiPackage): PackageImport;
  /** For long work in short slices. */
  readonly slices: SliceHost;
  /** Opens a review where the settings say. */
  study(request: StudyRequest): void;
  /** Opens the list of all cards with a query; null opens it as it was left. */
  openCards(query: string | null): Promise<void>;
  /** Opens a note with the cursor on a line. @param line 1-based */
  openLine(path: string, line: number, where: OpenWhere, edit?: boolean): Promise<void>;
  /** Creates and opens the note that a link in the note `from` points to. */
  createNote(target: string, from: string): Promise<void>;
  /** Studies a note; a note that is not watched is first offered the tag. */
  studyNote(path: string): Promise<void>;
  /** Whether the notes read so far contain Spaced Repetition schedules. */
  hasForeignSchedules(): boolean;
  /** Offers to tag a note that is not watched. Resolves to whether it is watched now. */
  offerTag(path: string): Promise<boolean>;
  /** Applies the settings and saves them. */
  useSettings(settings: Settings): Promise<void>;
  /** Deletes this device's caches for fast starts; nothing is cached until the next start. */
  clearCaches(): Promise<void>;
  /** Undoes the last action and says so. */
  undo(): void;
  /** Shows the user one plain sentence. */
  tell(sentence: string): void;
}
