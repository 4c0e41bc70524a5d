// Turns on "separators without spaces" if the vault shows that its author used the plugin "Spaced Repetition". Only
// once: after that, or if the user has set it before, it is the user's choice.
import { parseSettings, withGluedSeparators } from '../../core/settings.ts';
import type { Message } from '../../core/text/message.ts';
import type { Flashcards } from '../flashcards.ts';
import { appMessage } from '../strings.ts';

/** The saved settings. */
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

/** Before any note is read. If saving fails, the next start tries again. */
export async function startGlued(saved: SavedData, tell: Tell): Promise<void> {
  if (await turnOn(saved).catch(() => false)) tell(appMessage('glued'));
}

function separatorsIn({ library }: Flashcards): number {
  let count = 0;
  for (const { cards } of library.notes.values())
    count += cards.filter(({ source }) => source === 'separator').length;
  return count;
}

/** While the app is running. Tells the user if this changes any cards. */
export async function learnGlued(app: Flashcards, saved: SavedData, tell: Tell): Promise<void> {
  // Notes being read are linked first, as they were.
  await app.settle();
  const before = separatorsIn(app);
  if (!(await turnOn(saved))) return;
  await app.useSettings(parseSettings(await saved.loadData()).settings);
  if (separatorsIn(app) !== before) tell(appMessage('glued'));
}
