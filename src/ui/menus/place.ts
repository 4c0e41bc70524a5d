// A place in an open note: where the cursor or the selection is, or, in reading view, what is at the top. The text of the
// editor counts, which may be ahead of the file.
import { MarkdownView, type App, type Editor, type TFile } from 'obsidian';
import type { Card } from '../../core/card/card.ts';
import type { Outline } from '../../core/note/outline.ts';
import { readOutline } from '../../core/note/outline.ts';
import type { Span } from '../../core/note/span.ts';
import type { Desk } from '../shell/desk.ts';

export interface Place {
  readonly file: TFile;
  /** Null in reading view. */
  readonly editor: Editor | null;
  /** Null where the app shows an editor without a view of its own. */
  readonly view: MarkdownView | null;
}

export interface LiveNote {
  /** Without a byte order mark. */
  readonly text: string;
  readonly outline: Outline;
  /** What is selected; empty at a cursor. */
  readonly selected: Span;
}

const mark = '\uFEFF';

/** The place in the note in front. */
export function activePlace({ workspace }: App): Place | null {
  const view = workspace.getActiveViewOfType(MarkdownView);
  if (!view?.file) return null;
  return { file: view.file, view, editor: view.getMode() === 'source' ? view.editor : null };
}

/** The text of an editor, and the positions in it. */
export function editorText(editor: Editor) {
  const value = editor.getValue();
  const by = value.startsWith(mark) ? mark.length : 0;
  return {
    text: value.slice(by),
    offset: (at: Parameters<Editor['posToOffset']>[0]) => Math.max(0, editor.posToOffset(at) - by),
    position: (at: number) => editor.offsetToPos(at + by),
  };
}

export async function readPlace({ vault }: App, { file, editor, view }: Place): Promise<LiveNote> {
  if (editor) {
    const { text, offset } = editorText(editor);
    const [start, end] = [offset(editor.getCursor('from')), offset(editor.getCursor('to'))];
    return { text, outline: readOutline(text), selected: { start, end } };
  }
  const text = (await vault.read(file)).replace(mark, '');
  const line = Math.floor(view?.currentMode.getScroll() ?? 0);
  const outline = readOutline(text);
  const top = text.split('\n', line).reduce((sum, one) => sum + one.length + 1, 0);
  // Above the first text are the properties, where a note at its top is.
  const start = Math.max(top, outline.blocks.find(({ end }) => end > top)?.start ?? 0);
  return { text, outline, selected: { start, end: start } };
}

/** The cards of the note as the editor has it, with their ids; the app saves what is typed first. */
export async function liveCards(
  { app, flashcards }: Desk,
  { file, view }: Place,
  { text }: LiveNote,
): Promise<{ readonly cards: readonly Card[]; readonly idOf: (nth: number) => string | undefined }> {
  const plain = (one: string): string => one.replace(mark, '').replaceAll('\r\n', '\n');
  if (view && plain(await app.vault.cachedRead(file)) !== plain(text)) {
    await view.save();
    flashcards.touch(file.path);
  }
  await flashcards.settle();
  const read = flashcards.library.cardsOf(file.path, text);
  const ids = new Map(flashcards.linker.notes.get(file.path)?.map(({ id, card }) => [card.textId, id]));
  return { cards: read.cards, idOf: (nth) => ids.get(read.ids()[nth] ?? '') };
}
