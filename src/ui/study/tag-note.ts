// Offers to tag a note; on a yes, writes the tag and nothing else. Obsidian's `processFrontMatter` would rewrite all
// properties in its own format, without their comments.
import type { TFile } from 'obsidian';
import { extractCards, noteTitle } from '../../core/card/extract.ts';
import type { TagEdit } from '../../core/note/tags/tag-edit.ts';
import { plainText } from '../../core/note/plain-text.ts';
import { problemMessage } from '../../core/text/message.ts';
import { shortened } from '../../core/text/shortened.ts';
import { ask } from '../parts/confirm.ts';
import type { Desk } from '../shell/desk.ts';

/** Questions shown of the cards that the tag will make. */
const mostQuestions = 3;

/** Shows which cards the tag makes. Resolves to whether the user wants it. */
export async function askForTag(
  { app, locale, flashcards }: Pick<Desk, 'app' | 'locale' | 'flashcards'>,
  file: TFile,
  tag: string,
): Promise<boolean> {
  const { tagNote } = locale.main;
  const text = await app.vault.cachedRead(file);
  const { cards } = extractCards({ path: file.path, text }, { ...flashcards.settings.cards, watch: 'all' });
  const asked = cards.filter(({ aside }) => aside === false);
  const questions = asked.slice(0, mostQuestions).map((card) => shortened(plainText(card.question), 60));
  if (asked.length > mostQuestions) questions.push('…');
  const preview = asked.length === 0 ? undefined : tagNote.preview(asked.length, questions.join(' · '));
  const { title, yes, no } = tagNote;
  const question = { title, yes, no, text: tagNote.text(noteTitle(file.path), tag) };
  return ask(app, { ...question, ...(preview !== undefined && { preview }) });
}

/** Writes a properties edit to a note. Resolves to why nothing was written, or null. */
export async function editNote(
  { app, locale }: Pick<Desk, 'app' | 'locale'>,
  file: TFile,
  edit: (text: string) => TagEdit,
): Promise<string | null> {
  // Without a change, nothing is written: a rejected `process` leaves the file alone.
  const text = await app.vault.read(file);
  const tried = edit(text);
  if (tried.kind === 'refused')
    return locale.say(problemMessage('note/notChanged', tried.line, tried.reason));
  if (tried.text === text) return null;
  await app.vault.process(file, (now) => {
    const done = edit(now);
    return done.kind === 'edited' ? done.text : now;
  });
  return null;
}
