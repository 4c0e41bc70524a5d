// Offers to tag a note; on a yes, writes the tag and nothing else. Obsidian's `processFrontMatter` would rewrite all
// properties in its own format, without their comments.
import type { TFile } from 'obsidian';
import { noteTitle } from '../../core/card/extract.ts';
import type { TagEdit } from '../../core/note/tags/tag-edit.ts';
import { problemMessage } from '../../core/text/message.ts';
import { ask } from '../parts/confirm.ts';
import type { Desk } from '../shell/desk.ts';

/** Resolves to whether the user wants the tag. */
export function askForTag(
  { app, locale }: Pick<Desk, 'app' | 'locale'>,
  file: TFile,
  tag: string,
): Promise<boolean> {
  const { tagNote } = locale.main;
  return ask(app, { ...tagNote, text: tagNote.text(noteTitle(file.path), tag) });
}

/** Writes a properties edit to a note. Resolves to why nothing was written, or null. */
export async function editNote(
  { app, locale }: Pick<Desk, 'app' | 'locale'>,
  file: TFile,
  edit: (text: string) => TagEdit,
): Promise<string | null> {
  // Without a change, nothing is written: a rejected `process` leaves the file alone.
  const tried = edit(await app.vault.read(file));
  if (tried.kind === 'refused')
    return locale.say(problemMessage('note/notChanged', tried.line, tried.reason));
  await app.vault.process(file, (text) => {
    const done = edit(text);
    return done.kind === 'edited' ? done.text : text;
  });
  return null;
}
