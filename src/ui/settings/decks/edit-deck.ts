// Opens the options of a deck, or a preset, and saves them.
import type { DeckOptions } from '../../../core/study/decks/named-presets.ts';
import type { Desk } from '../../shell/desk.ts';
import { PresetModal } from './preset-modal.ts';

export async function useDecks(desk: Desk, decks: DeckOptions): Promise<void> {
  await desk.useSettings({ ...desk.flashcards.settings, decks });
}

/** @param target a deck; or a preset by name, with the decks that use it, null for a new one */
export function editPreset(
  desk: Desk,
  target: { readonly deck: string } | { readonly preset: string | null },
  done: () => void = () => undefined,
): void {
  const save = (decks: DeckOptions): void => {
    useDecks(desk, decks).then(done, (error: unknown) => desk.tell(desk.locale.failed(error)));
  };
  new PresetModal(desk, target, save).open();
}
