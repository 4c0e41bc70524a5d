// The first start: what Today shows while the vault has no cards and no history.
import { Platform, type TFile } from 'obsidian';
import type { LocalStore } from '../../app/ports.ts';
import { noteTitle } from '../../core/card/extract.ts';
import { isInFolders } from '../../core/note/folder.ts';
import type { Desk } from '../shell/desk.ts';
import { SchedulesModal } from '../import/schedules-modal.ts';
import { trySample } from './sample-note.ts';
import { addButton, type TabHost } from './tab.ts';

const welcomed = 'note-flashcards-welcomed';
/** Notes to choose from, including the active one. */
const mostNotes = 3;
/** A note with this many headings is likely to produce cards. */
const fewestHeadings = 2;

/** Whether there is nothing to show yet; never while notes are still being read. */
export function isFirstStart({ flashcards: cards }: Pick<Desk, 'flashcards'>): boolean {
  if (cards.knowledge !== 'known' || !cards.isIndexed || cards.history.cards.size > 0) return false;
  for (const note of cards.library.notes.values()) if (note.cards.length > 0) return false;
  return true;
}

/**
 * Opens the sidebar right after the plugin is installed, if Today has something to offer: once per device, and not over
 * the note on a phone.
 * @param hasImport whether it offers to import schedules for the first time
 */
export function welcome(
  desk: Desk & { openSidebar(): Promise<void> },
  store: LocalStore,
  hasImport: boolean,
): void {
  if (Platform.isMobile || !(hasImport || isFirstStart(desk)) || store.get(welcomed) !== null) return;
  try {
    store.set(welcomed, 'yes');
  } catch {
    // If nothing can be saved, the sidebar would open on every start.
    return;
  }
  void desk.openSidebar();
}

export function drawFirstPage(el: HTMLElement, { desk, notePath }: Pick<TabHost, 'desk' | 'notePath'>): void {
  const { first: firstWords } = desk.locale;
  const page = el.createDiv('nf-first');
  const { tags } = desk.flashcards.settings.cards;
  page.createEl('h3', { text: firstWords.title });
  page.createEl('p', { text: firstWords.text(tags[0] ?? '') });
  const notes = notesToBeginWith(desk, notePath());
  if (notes.length > 0) page.createEl('h4', { cls: 'nf-heading', text: firstWords.ownNotes });
  else page.createEl('p', { cls: 'nf-hint', text: firstWords.noNotes });
  for (const { path } of notes) {
    const button = addButton(page, firstWords.fromNote(noteTitle(path)), `first ${path}`, () => {
      void desk.openLine(path, 1, 'here').then(() => desk.studyNote(path));
    });
    button.addClass('nf-wide');
    button.setAttr('dir', 'auto');
  }
  page.createEl('p', { cls: 'nf-hint', text: firstWords.exclude });
  const sample = addButton(page, firstWords.sample, 'sample', () => {
    void trySample(desk);
  });
  sample.addClass('nf-wide');
  if (notes.length === 0) sample.addClass('mod-cta');
}

/** Offers to import schedules from Spaced Repetition, as long as nothing was reviewed here. */
export function drawImportOffer(el: HTMLElement, desk: Desk): void {
  const { import: importWords } = desk.locale;
  if (desk.flashcards.history.cards.size > 0 || !desk.hasForeignSchedules()) return;
  const offer = el.createDiv('nf-first');
  offer.createEl('p', { text: importWords.offer.text });
  addButton(offer, importWords.offer.yes, 'import', () => new SchedulesModal(desk).open()).addClass(
    'nf-wide',
  );
}

/** The active note, whatever its content, then the most recently changed ones with a few headings. */
function notesToBeginWith({ app, flashcards: cards }: Desk, front: string | null): readonly TFile[] {
  const { general, cards: options } = cards.settings;
  const off = [general.folder, ...options.foldersOff];
  const files = app.vault.getMarkdownFiles().filter(({ path }) => !isInFolders(path, off));
  const found = files.filter(({ path }) => path === front);
  for (const file of files.sort((one, other) => other.stat.mtime - one.stat.mtime)) {
    if (found.length >= mostNotes) break;
    const headings = app.metadataCache.getFileCache(file)?.headings?.length ?? 0;
    if (headings >= fewestHeadings && file.path !== front) found.push(file);
  }
  return found;
}
