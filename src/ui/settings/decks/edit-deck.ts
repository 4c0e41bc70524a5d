// Opens the options of a deck, and saves them beside those of the others.
import type { DeckPreset } from '../../../core/study/decks/presets.ts';
import type { Desk } from '../../shell/desk.ts';
import { PresetModal } from './preset-modal.ts';

export async function usePresets(desk: Desk, presets: readonly DeckPreset[]): Promise<void> {
  const sorted = [...presets].sort((a, b) => (a.deck < b.deck ? -1 : 1));
  const { settings } = desk.flashcards;
  await desk.useSettings({ ...settings, decks: { ...settings.decks, presets: sorted } });
}

/** A deck that has none of its own begins with the defaults, and keeps them if nothing is filled in. */
export function editDeck(desk: Desk, deck: string): void {
  const { presets } = desk.flashcards.settings.decks;
  const before = presets.find((preset) => preset.deck === deck) ?? { deck };
  const save = (next: DeckPreset): void => {
    const others = desk.flashcards.settings.decks.presets.filter((preset) => preset.deck !== deck);
    const own = Object.keys(next).length > 1 ? [next] : [];
    usePresets(desk, [...others, ...own]).catch((error: unknown) => desk.tell(desk.locale.failed(error)));
  };
  new PresetModal(desk, before, save).open();
}
