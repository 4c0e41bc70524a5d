// The buttons beside problems: what a screen can do about a note, in one click.
import { originalOf } from '../../core/note/conflict-copy.ts';
import { firstDifference } from '../../core/text/first-difference.ts';
import type { Problem } from '../../core/note/problem.ts';
import { mendTags } from '../../core/note/tags/tag-edit.ts';
import { noteTitle } from '../../core/card/extract.ts';
import type { Desk } from '../shell/desk.ts';
import { editNote } from './tag-note.ts';

/** Adds the button of a problem that has one. It says what it does; screen readers also hear which note it affects. */
export function addFixButton(desk: Desk, el: HTMLElement, problem: Problem): void {
  const { fix, path, line } = problem;
  if (!fix) return;
  const { problems } = desk.locale.main;
  const button = el.createEl('button', {
    cls: 'nf-fix',
    text: problems.fix[fix],
    attr: {
      type: 'button',
      'data-key': `fix ${path} ${String(line)}`,
      'aria-label': problems.fixNamed[fix](noteTitle(path)),
    },
  });
  button.addEventListener('click', () => void fixProblem(desk, problem));
}

async function fixProblem(desk: Desk, { fix, path }: Problem): Promise<void> {
  try {
    if (fix === 'compare') await compareCopy(desk, path);
    else if (fix === 'tags') await fixTags(desk, path);
  } catch (error) {
    desk.tell(desk.locale.failed(error));
  }
}

async function fixTags(desk: Desk, path: string): Promise<void> {
  const file = desk.app.vault.getFileByPath(path);
  if (!file) {
    desk.tell(desk.locale.main.problems.noSuchNote(path));
    return;
  }
  const refusal = await editNote(desk, file, mendTags);
  if (refusal !== null) desk.tell(refusal);
  desk.flashcards.touch(path);
  await desk.flashcards.settle();
}

/** Opens a conflict copy beside its original, both at the first line that differs. */
async function compareCopy(desk: Desk, path: string): Promise<void> {
  const { main: words } = desk.locale;
  const { vault } = desk.app;
  const original = originalOf(path) ?? path;
  const [first, copy] = [vault.getFileByPath(original), vault.getFileByPath(path)];
  if (!first || !copy) {
    desk.tell(words.problems.noSuchNote(first ? path : original));
    return;
  }
  const line = firstDifference(await vault.cachedRead(first), await vault.cachedRead(copy));
  if (line === null) desk.tell(words.problems.sameCopy);
  await desk.openLine(original, line ?? 1, 'beside');
  await desk.openLine(path, line ?? 1, 'split');
}
