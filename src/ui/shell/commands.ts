// The commands of the plugin. None has a default hotkey: users assign their own.
import type { Command, TFile } from 'obsidian';
import { DeckModal } from '../import/deck-modal.ts';
import { ExportModal } from '../import/export-modal.ts';
import { SchedulesModal } from '../import/schedules-modal.ts';
import type { Locale } from '../locale.ts';
import { openBoxEditor } from '../occlusion/open-editor.ts';
import type { Screens } from './screens.ts';
import { openStatistics } from '../statistics/open-statistics.ts';

export interface CommandHost {
  readonly locale: Locale;
  addCommand(command: Command): Command;
  activeFile(): TFile | null;
  /** Runs once everything has started. */
  withScreens(run: (screens: Screens) => unknown): void;
  /** Null during startup. */
  screens(): Screens | null;
}

export function addCommands(host: CommandHost): void {
  const { locale } = host;
  const { commands } = locale.main;
  const always = (id: string, name: string, run: (screens: Screens) => unknown): void => {
    host.addCommand({ id, name, callback: () => host.withScreens(run) });
  };
  const onNote = (id: string, name: string, run: (screens: Screens, path: string) => unknown): void => {
    host.addCommand({
      id,
      name,
      checkCallback: (checking) => {
        const file = host.activeFile();
        if (file?.extension !== 'md') return false;
        if (!checking) host.withScreens((screens) => run(screens, file.path));
        return true;
      },
    });
  };
  always('review', commands.review, (screens) => screens.study({ scope: { kind: 'all' } }));
  onNote('study-note', commands.studyNote, (screens, path) => screens.studyNote(path));
  onNote('study-linked', commands.studyLinked, (screens, path) => screens.studyNote(path, 1));
  onNote('occlude', locale.occlusion.command, (screens, path) => openBoxEditor(screens, path));
  always('choose', commands.study, (screens) => screens.choose());
  always('open-sidebar', commands.sidebar, (screens) => screens.openSidebar());
  always('open-cards', locale.cardList.command, (screens) => screens.openCards());
  always('tidy', locale.tidy.command, (screens) => screens.openTidy());
  always('undo', commands.undo, (screens) => screens.undo());
  always('redo', commands.redo, (screens) => screens.redo());
  always('verify', commands.verify, (screens) => screens.verify());
  always('reconnect', commands.reconnect, (screens) => screens.reconnect());
  always('statistics', locale.statistics.open, (screens) => openStatistics(screens.app));
  const moving = locale.import.commands;
  always('import-schedules', moving.schedules, (screens) => {
    if (screens.isKnown()) new SchedulesModal(screens).open();
  });
  always('export-cards', moving.exportCards, async (screens) => {
    // Half the cards would not be an export.
    await screens.flashcards.settle();
    new ExportModal(screens).open();
  });
  always('import-deck', moving.deck, (screens) => new DeckModal(screens).open());
  host.addCommand({
    id: 'resume',
    name: commands.resume,
    checkCallback: (checking) => {
      const screens = host.screens();
      if (!screens?.isPaused) return false;
      if (!checking) screens.resume();
      return true;
    },
  });
}
