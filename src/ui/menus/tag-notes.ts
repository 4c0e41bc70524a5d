// Tags notes, or takes the tag away: only in their properties, and never of many notes, or of reviewed cards, unasked.
import type { TFile } from 'obsidian';
import { noteTitle } from '../../core/card/extract.ts';
import { lineCounter } from '../../core/card/text/line-counter.ts';
import { readOutline } from '../../core/note/outline.ts';
import { addTag, type TagEdit } from '../../core/note/tags/tag-edit.ts';
import { removeTags } from '../../core/note/tags/tag-removal.ts';
import { bodyTags, isTagUnder } from '../../core/note/tags/tags.ts';
import { ask } from '../parts/confirm.ts';
import type { Desk } from '../shell/desk.ts';
import { editNote } from '../study/tag-note.ts';

/** As many as a notice shows. */
const some = (lines: readonly string[]): readonly string[] =>
  lines.length > 3 ? [...lines.slice(0, 3), '…'] : lines;

/** Edits one note after another, and says how many were changed and what was refused. */
async function editNotes(
  desk: Desk,
  files: readonly TFile[],
  edit: (text: string) => TagEdit,
): Promise<void> {
  const { locale, flashcards } = desk;
  const refused: string[] = [];
  for (const file of files) {
    const refusal = await editNote(desk, file, edit).catch((error: unknown) => locale.failed(error));
    if (refusal !== null) refused.push(`${file.path}: ${refusal}`);
    else flashcards.touch(file.path);
  }
  await flashcards.settle();
  const done = files.length - refused.length;
  desk.tell([...(done > 0 ? [locale.menus.done(done)] : []), ...some(refused)].join('\n'));
}

export async function tagNotes(desk: Desk, files: readonly TFile[]): Promise<void> {
  const { app, locale, flashcards } = desk;
  const [file] = files;
  const [tag] = flashcards.settings.cards.tags;
  if (!file || tag === undefined) return;
  if (files.length === 1) {
    const isDone = await desk.offerTag(file.path);
    const count = flashcards.note(file.path)?.count ?? 0;
    if (isDone) desk.tell(locale.main.saved(noteTitle(file.path), count));
    return;
  }
  const { yes, no } = locale.main.tagNote;
  const question = { title: locale.menus.addTag, text: locale.menus.sure(files.length), yes, no };
  if (await ask(app, question)) await editNotes(desk, files, (text) => addTag(text, tag));
}

export async function untagNotes(desk: Desk, files: readonly TFile[]): Promise<void> {
  const { app, locale, flashcards } = desk;
  const { menus, main, decks } = locale;
  const roots = flashcards.settings.cards.tags;
  const isGone = (name: string): boolean => roots.some((root) => isTagUnder(name, root));
  const inProperties: TFile[] = [];
  const inText: string[] = [];
  for (const file of files) {
    const text = (await app.vault.cachedRead(file)).replace(/^\uFEFF/, '');
    const edit = removeTags(text, isGone);
    if (edit.kind === 'refused' || edit.text !== text) inProperties.push(file);
    const lineAt = lineCounter(text);
    const found = bodyTags(
      text,
      readOutline(text),
      roots.map((root) => root.toLowerCase()),
    );
    const lines = [...new Set(found.map(({ at }) => lineAt(at)))];
    if (lines.length > 0) inText.push(`${file.path}: ${menus.inText(lines)}`);
  }
  const isReviewed = inProperties.some(({ path }) =>
    flashcards.linker.notes
      .get(path)
      ?.some(({ id }) => (flashcards.history.cards.get(id)?.reviews.length ?? 0) > 0),
  );
  const question = {
    title: menus.removeTag,
    text: menus.sure(inProperties.length),
    yes: decks.remove,
    no: main.tagNote.no,
  };
  if (inProperties.length > 0) {
    const isAsked = isReviewed || inProperties.length > 1;
    if (isAsked && !(await ask(app, question))) return;
    await editNotes(desk, inProperties, (text) => removeTags(text, isGone));
  }
  if (inText.length > 0) desk.tell(some(inText).join('\n'));
  else if (inProperties.length === 0) desk.tell(locale.problems.note.unsafeTags);
}
