// What every screen is handed: Obsidian, the flashcards, and the ways to other screens.
import type { App } from 'obsidian';
import type { Flashcards } from '../../app/flashcards.ts';
import type { PaceAndStreak } from '../../app/study/pace-and-streak.ts';
import type { SliceHost } from '../../app/work/slices.ts';
import type { LogFiles } from '../../app/ports.ts';
import type { SrImport } from '../../app/transfer/sr-import.ts';
import type { Settings } from '../../core/settings.ts';
import type { StudyRequest } from '../../core/study/scope.ts';
import type { Locale } from '../locale.ts';

/** Where a note is opened; `beside` never takes the place of what is on screen, `split` shows both. */
export type OpenWhere = 'here' | 'beside' | 'split';

/** What a screen has while the plugin starts: its words, and the desk to come. */
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
  /** For long work in short slices. */
  readonly slices: SliceHost;
  /** Opens a review where the settings want it. */
  study(request: StudyRequest): void;
  /** Opens the list of all cards with those that a query finds; as it was left where that is null. */
  openCards(query: string | null): Promise<void>;
  /** Opens a note with the cursor on a line. @param line 1-based */
  openLine(path: string, line: number, where: OpenWhere, edit?: boolean): Promise<void>;
  /** Creates and opens a note that a link in the note `from` asks for. */
  createNote(target: string, from: string): Promise<void>;
  /** Studies a note; one that is not watched is offered the tag first. */
  studyNote(path: string): Promise<void>;
  /** Whether notes that were read hold schedules of Spaced Repetition. */
  hasForeignSchedules(): boolean;
  /** Offers to tag a note that is not watched. Resolves to whether it is watched now. */
  offerTag(path: string): Promise<boolean>;
  /** Takes the settings over and writes them down. */
  useSettings(settings: Settings): Promise<void>;
  /** Deletes what makes starts fast on this device; nothing is kept until the next start. */
  clearCaches(): Promise<void>;
  /** Takes the last action back and says so. */
  undo(): void;
  /** One plain sentence for the person. */
  tell(sentence: string): void;
}
