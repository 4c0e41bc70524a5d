// What can be done to notes and folders: study them, list their cards, set the options of their deck, tag them. All that
// is asked of a menu is in memory.
import { getAllTags, TFile, TFolder, type TAbstractFile } from 'obsidian';
import { isDrawing } from '../../core/card/not-note.ts';
import { originalOf } from '../../core/note/conflict-copy.ts';
import { isInFolders } from '../../core/note/folder.ts';
import { noProperties } from '../../core/note/properties.ts';
import { isTagUnder } from '../../core/note/tags/tags.ts';
import { deckKey, isUnderDeck } from '../../core/study/decks/deck-names.ts';
import type { Scope } from '../../core/study/scope.ts';
import { isUnder } from '../../core/text/is-under.ts';
import { editPreset } from '../settings/decks/edit-deck.ts';
import type { Desk } from '../shell/desk.ts';
import type { Action } from './action.ts';
import { tagNotes, untagNotes } from './tag-notes.ts';

const folderPath = (folder: TFolder): string => (folder.isRoot() ? '' : folder.path);

/** Whether the history and all notes are known: before that, nothing is offered. */
export const isReady = ({ flashcards }: Desk): boolean =>
  flashcards.knowledge === 'known' && flashcards.isIndexed;

/** The notes among files and in folders. */
function notesIn({ app, flashcards }: Desk, files: readonly TAbstractFile[]): readonly TFile[] {
  const notes = new Set<TFile>();
  const folders = files.flatMap((file) => (file instanceof TFolder ? [folderPath(file)] : []));
  for (const file of files) if (file instanceof TFile && file.extension === 'md') notes.add(file);
  if (folders.length > 0)
    for (const file of app.vault.getMarkdownFiles())
      if (folders.some((folder) => isUnder(file.path, folder))) notes.add(file);
  const { history } = flashcards;
  return [...notes].filter(({ path }) => !history.isLog(path) && !isUnder(path, history.folder));
}

/** Whether a tag would make cards of a note that has none. */
function isUntagged({ app, flashcards }: Desk, file: TFile): boolean {
  const { path } = file;
  if (flashcards.note(path) || isInFolders(path, flashcards.settings.cards.foldersOff)) return false;
  const keys = Object.keys(app.metadataCache.getFileCache(file)?.frontmatter ?? {});
  return (
    originalOf(path) === null &&
    !isDrawing(path, noProperties) &&
    !keys.some((key) => /^(?:excalidraw-plugin|tldraw-file|kanban-plugin)$/i.test(key))
  );
}

function isTagged({ app, flashcards }: Desk, file: TFile): boolean {
  if (!flashcards.note(file.path)) return false;
  const cache = app.metadataCache.getFileCache(file);
  const tags = (cache && getAllTags(cache)) ?? [];
  const roots = flashcards.settings.cards.tags;
  return tags.some((tag) => roots.some((root) => isTagUnder(tag.slice(1), root)));
}

const quoted = (text: string): string => `"${text.replace(/["*]/g, String.raw`\$&`)}"`;
/** A query for the cards of a note or folder. */
function queryOf(file: TAbstractFile): string {
  if (file instanceof TFolder) return file.isRoot() ? '' : `folder:${quoted(file.path)}`;
  const note = `note=${quoted(file.path.replace(/\.md$/, ''))}`;
  return file.path.includes('/') ? note : `folder="" ${note}`;
}

/** The deck of all these notes, or of a folder; null if there are several, or the notes have none. */
function deckOf(
  { flashcards }: Desk,
  files: readonly TAbstractFile[],
  notes: readonly TFile[],
): string | null {
  const decks = notes.map(({ path }) => flashcards.note(path)?.deck ?? '');
  const [only] = files;
  if (files.length === 1 && only instanceof TFolder)
    return !only.isRoot() && decks.some((deck) => isUnderDeck(deck, only.path)) ? only.path : null;
  const [deck = ''] = decks;
  return deck !== '' && decks.every((one) => deckKey(one) === deckKey(deck)) ? deck : null;
}

/** @param files selected in the file explorer, or the one that a menu is for */
export function noteActions(desk: Desk, files: readonly TAbstractFile[]): readonly Action[] {
  if (!isReady(desk)) return [];
  const { flashcards, locale } = desk;
  const notes = notesIn(desk, files);
  const withCards = notes.filter(({ path }) => (flashcards.note(path)?.count ?? 0) > 0);
  const untagged = notes.filter((file) => isUntagged(desk, file));
  const tagged = notes.filter((file) => isTagged(desk, file));
  const actions: Action[] = [];
  const [file] = files;
  const [first] = withCards;
  if (file && first) {
    const isNote = file instanceof TFile && files.length === 1;
    const scope: Scope =
      files.length === 1 && file instanceof TFolder
        ? { kind: 'folder', folder: folderPath(file) }
        : { kind: 'notes', notes: withCards.map(({ path }) => path) };
    const query = files.some((one) => one instanceof TFolder && one.isRoot())
      ? ''
      : files.filter((one) => one instanceof TFolder || withCards.some((note) => note === one));
    actions.push(
      isNote
        ? { name: 'study', run: () => desk.studyNote(first.path) }
        : { name: 'study', title: locale.main.commands.review, run: () => desk.study({ scope }) },
      {
        name: 'list-note',
        ...(!isNote && { title: locale.cardList.command }),
        run: () => desk.openCards(query === '' ? '' : query.map(queryOf).join(' or ')),
      },
    );
    const deck = deckOf(desk, files, withCards);
    if (deck !== null) actions.push({ name: 'deck-options', run: () => editPreset(desk, { deck }) });
  }
  if (untagged.length > 0) actions.push({ name: 'add-tag', run: () => tagNotes(desk, untagged) });
  if (tagged.length > 0) actions.push({ name: 'remove-tag', run: () => untagNotes(desk, tagged) });
  return actions;
}
