// The text of a card as its note has it: reads it for editing, and writes the new text only over what was read.
import { MarkdownView, type TFile } from 'obsidian';
import { extractCards } from '../../core/card/extract.ts';
import { sourceBlock } from '../../core/card/edit/source-block.ts';
import { cardIds } from '../../core/identity/fingerprint/fingerprint.ts';
import { replaceBlock, type ReadBlock } from '../../core/card/edit/replace-block.ts';
import { keepsProperties } from '../../core/card/edit/sound-properties.ts';
import type { Desk } from '../shell/desk.ts';

export interface NoteBlock {
  readonly file: TFile;
  readonly read: ReadBlock;
  /** The blocks of all cards of the note, each place once, with line ends of `\n`. */
  readonly blocks: readonly string[];
}

export type Saved = 'saved' | 'changed' | 'gone' | 'unsafe';

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');
const unixLines = (text: string): string => withoutMark(text).replace(/\r\n?/g, '\n');

/** Null if the card or its note is gone. Throws the app's error if the note cannot be read. */
export async function readBlock({ app, flashcards }: Desk, id: string): Promise<NoteBlock | null> {
  // Reads a note that has changed again.
  await flashcards.texts.find(id);
  const tracked = flashcards.card(id);
  const file = tracked && app.vault.getFileByPath(tracked.card.note);
  if (!file) return null;
  const text = withoutMark(await app.vault.read(file));
  const { cards } = extractCards({ path: file.path, text }, flashcards.settings.cards);
  const card = cards[cardIds(cards).indexOf(tracked.card.textId)];
  if (!card) return null;
  const byPlace = new Map(
    cards.map((one) => {
      const { start, end } = sourceBlock(one, text);
      return [`${start} ${end}`, unixLines(text.slice(start, end))];
    }),
  );
  return { file, read: { text, ...sourceBlock(card, text) }, blocks: [...byPlace.values()] };
}

/** Whether an editor holds another text of the block, typed a moment ago and not in the file yet. */
function isBeingTyped({ app }: Desk, file: TFile, read: ReadBlock): boolean {
  const [before, shown] = [read.text.slice(0, read.start), read.text.slice(read.start, read.end)].map(
    unixLines,
  );
  const start = (before ?? '').length;
  const block = { text: unixLines(read.text), start, end: start + (shown ?? '').length };
  return app.workspace.getLeavesOfType('markdown').some(({ view }) => {
    if (!(view instanceof MarkdownView) || view.file !== file) return false;
    return replaceBlock(unixLines(view.getViewData()), block, '') === null;
  });
}

/** The only writing into a note beside its tag: nothing else of the note changes, and no change of others is lost. */
export async function saveBlock(desk: Desk, { file, read }: NoteBlock, typed: string): Promise<Saved> {
  const { vault } = desk.app;
  // A renamed note is still the same.
  const there = vault.getFileByPath(file.path);
  if (!there) return 'gone';
  if (isBeingTyped(desk, there, read)) return 'changed';
  let refused: Saved | null = null;
  try {
    await vault.process(there, (now) => {
      const text = replaceBlock(now, read, typed);
      refused = text === null ? 'changed' : keepsProperties(now, text, read) ? null : 'unsafe';
      // A rejected `process` leaves the file alone.
      if (text === null || refused) throw new Error(refused ?? '');
      return text;
    });
    return 'saved';
  } catch (error) {
    if (refused) return refused;
    if (!(await vault.adapter.exists(file.path))) return 'gone';
    throw error;
  }
}
