// A note as the sources get it, and places in it.
import { defaultCardOptions, type CardOptions } from '../../../src/core/card/options.ts';
import { listsOf } from '../../../src/core/card/lists/listed.ts';
import { noteWords } from '../../../src/core/card/worth/note-words.ts';
import type { NoteText } from '../../../src/core/card/draft.ts';
import { readOutline } from '../../../src/core/note/outline.ts';
import type { Span } from '../../../src/core/note/span.ts';

/** `tags`: where the watched tags stand. */
export function noteText(
  text: string,
  { tags = [], options = {} }: { tags?: readonly Span[]; options?: Partial<CardOptions> } = {},
): NoteText {
  const all: CardOptions = { ...defaultCardOptions, watch: 'all', ...options };
  return {
    path: 'Note.md',
    title: 'Note',
    subject: 'Note',
    text,
    outline: readOutline(text),
    tags,
    options: all,
    lists: listsOf(all),
    words: noteWords({ title: 'Note', subject: 'Note' }),
  };
}

/** Where a piece stands first in a text; an error if it does not. */
export function span(text: string, piece: string): Span {
  const start = text.indexOf(piece);
  if (start < 0) throw new Error(`“${piece}” is not in “${text}”`);
  return { start, end: start + piece.length };
}
