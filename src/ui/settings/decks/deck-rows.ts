// The decks with their own options, as rows below the one that adds another.
import { Setting } from 'obsidian';
import type { DeckPreset } from '../../../core/study/decks/presets.ts';
import type { Desk } from '../../shell/desk.ts';
import { usePresets } from './edit-deck.ts';
import { PresetModal } from './preset-modal.ts';
import { presetText } from './preset-options.ts';

export function drawDecks(desk: Desk, setting: Setting): void {
  const { decks: deckWords } = desk.locale;
  const list = createDiv('nf-presets');
  setting.settingEl.setAttr('data-option', 'decks.presets');
  setting.settingEl.insertAdjacentElement('afterend', list);
  const draw = (): void => {
    list.empty();
    for (const preset of desk.flashcards.settings.decks.presets) drawPreset(preset);
  };
  const use = async (presets: readonly DeckPreset[]): Promise<void> => {
    await usePresets(desk, presets);
    draw();
  };
  const others = (preset: DeckPreset | null): readonly DeckPreset[] =>
    desk.flashcards.settings.decks.presets.filter((one) => one !== preset);
  const open = (preset: DeckPreset | null): void =>
    new PresetModal(desk, preset, (next) => void use([...others(preset), next])).open();
  const drawPreset = (preset: DeckPreset): void => {
    const row = new Setting(list).setName(preset.deck).setDesc(presetText(desk.locale, preset));
    row.settingEl.setAttr('data-preset', preset.deck);
    row.addButton((button) => button.setButtonText(deckWords.edit).onClick(() => open(preset)));
    row.addButton((button) => button.setButtonText(deckWords.remove).onClick(() => void use(others(preset))));
  };
  setting.addButton((button) => button.setButtonText(deckWords.add).onClick(() => open(null)));
  draw();
}
