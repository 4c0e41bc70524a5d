// The presets as rows below the one that adds another, each with the decks that use it.
import { Setting } from 'obsidian';
import {
  decksWith,
  freeName,
  missingPresets,
  presetNamed,
  withoutPreset,
  withPreset,
} from '../../../core/study/decks/named-presets.ts';
import { ask } from '../../parts/confirm.ts';
import type { Desk } from '../../shell/desk.ts';
import { editPreset, useDecks } from './edit-deck.ts';
import { presetText } from './preset-options.ts';

export function drawDecks(desk: Desk, setting: Setting): void {
  const { decks: deckWords } = desk.locale;
  const list = createDiv('nf-presets');
  setting.settingEl.setAttr('data-option', 'decks.presets');
  setting.settingEl.insertAdjacentElement('afterend', list);
  const decks = () => desk.flashcards.settings.decks;
  const draw = (): void => {
    list.empty();
    for (const { name } of decks().named) drawPreset(name);
    missingPresets(decks()).forEach(drawPreset);
  };
  const use = (next: ReturnType<typeof decks>): void => {
    useDecks(desk, next).then(draw, (error: unknown) => desk.tell(desk.locale.failed(error)));
  };
  const remove = async (name: string): Promise<void> => {
    const users = decksWith(decks(), name).join(', ');
    const { remove: title, cancel: no } = deckWords;
    const question = { title: name, text: deckWords.sure(users), yes: title, no };
    if (users === '' || (await ask(desk.app, question))) use(withoutPreset(decks(), name));
  };
  const drawPreset = (name: string): void => {
    const preset = presetNamed(decks(), name);
    const users = decksWith(decks(), name).join(', ');
    const text = preset ? presetText(desk.locale, preset) : deckWords.deleted(name);
    const row = new Setting(list).setName(name).setDesc(text);
    if (users !== '') row.descEl.createDiv({ text: deckWords.usedBy(users), attr: { dir: 'auto' } });
    row.settingEl.setAttr('data-preset', name);
    row.addButton((button) =>
      button.setButtonText(deckWords.edit).onClick(() => editPreset(desk, { preset: name }, draw)),
    );
    if (preset)
      row.addButton((button) =>
        button.setButtonText(deckWords.copy).onClick(() => {
          use(withPreset(decks(), null, { ...preset, name: freeName(decks(), name) }, null));
        }),
      );
    row.addButton((button) => button.setButtonText(deckWords.remove).onClick(() => void remove(name)));
  };
  setting.addButton((button) =>
    button.setButtonText(deckWords.add).onClick(() => editPreset(desk, { preset: null }, draw)),
  );
  draw();
}
