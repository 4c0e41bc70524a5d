// Turns "separators without spaces" on where the vault shows that its author used the plugin "Spaced Repetition". Once:
// from then on, or where a person has set it before, it is theirs to change.
import { parseSettings, withGluedSeparators } from '../../core/settings.ts';
import type { Message } from '../../core/text/message.ts';
import type { Flashcards } from '../flashcards.ts';
import { appMessage } from '../strings.ts';

/** The settings as they are saved. */
export interface SavedData {
  loadData(): Promise<unknown>;
  saveData(data: unknown): Promise<void>;
}

type Tell = (message: Message) => void;

async function turnOn(saved: SavedData): Promise<boolean> {
  const data = withGluedSeparators(await saved.loadData());
  if (data !== null) await saved.saveData(data);
  return data !== null;
}

/** Before any note is read. Where it cannot be saved, the next start tries again. */
export async function startGlued(saved: SavedData, tell: Tell): Promise<void> {
  if (await turnOn(saved).catch(() => false)) tell(appMessage('glued'));
}

function separatorsIn({ library }: Flashcards): number {
  let count = 0;
  for (const { cards } of library.notes.values())
    count += cards.filter(({ source }) => source === 'separator').length;
  return count;
}

/** While the app runs. Says so where other cards come of it. */
export async function learnGlued(app: Flashcards, saved: SavedData, tell: Tell): Promise<void> {
  // The notes that are being read are linked first, as they were.
  await app.settle();
  const before = separatorsIn(app);
  if (!(await turnOn(saved))) return;
  await app.useSettings(parseSettings(await saved.loadData()).settings);
  if (separatorsIn(app) !== before) tell(appMessage('glued'));
}
