// A sample note, created on a yes and never over another file.
import { trimSigns } from '../../core/text/trim-signs.ts';
import { ask } from '../parts/confirm.ts';
import type { Desk } from '../shell/desk.ts';
import { createNew, takenPaths } from '../import/new-file.ts';

/** The path of the sample: in the folder for new notes. */
function samplePath({ app, locale }: Desk): string {
  const folder = trimSigns(app.fileManager.getNewFileParent('').path, '/');
  return `${folder === '' ? '' : `${folder}/`}${locale.first.sampleName}.md`;
}

/** Asks, creates the note, and starts its review. An existing note with this name is studied as it is. */
export async function trySample(desk: Desk): Promise<void> {
  const { first: firstWords } = desk.locale;
  const path = samplePath(desk);
  if (!takenPaths(desk.app).has(path.toLowerCase())) {
    if (!(await ask(desk.app, { ...firstWords.ask, text: firstWords.ask.text(path) }))) return;
    const tag = desk.flashcards.settings.cards.tags[0] ?? 'flashcards';
    try {
      await createNew(desk.app, path, `---\ntags:\n  - ${tag}\n---\n${firstWords.sampleText}`);
    } catch (error) {
      desk.tell(desk.locale.failed(error));
      return;
    }
    desk.flashcards.touch(path);
  }
  await desk.openLine(path, 1, 'here');
  await desk.studyNote(path);
}
