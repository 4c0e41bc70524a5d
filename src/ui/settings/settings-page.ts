// The page of settings, drawn from the list of options. A value that is not understood is told and not saved.
import { PluginSettingTab, Setting, type App, type Plugin, type SettingDefinitionItem } from 'obsidian';
import { parseSettings } from '../../core/settings.ts';
import type { Desk } from '../desk.ts';
import { drawHistoryFolder } from './history-folder.ts';
import { fromText, getOption, toText, withOption } from './option-text.ts';
import { optionGroups, type Option } from './options.ts';
import { choiceWords, groupWords, optionWords, settingsWords } from './strings.ts';

export class SettingsPage extends PluginSettingTab {
  readonly #ready: Promise<Desk>;

  constructor(app: App, plugin: Plugin, ready: Promise<Desk>) {
    super(app, plugin);
    this.#ready = ready;
  }

  /** For Obsidian 1.13 and later, which draws the page from it and finds its words in the search. */
  override getSettingDefinitions(): SettingDefinitionItem[] {
    return optionGroups.map(({ name, options }) => ({
      type: 'group',
      heading: groupWords[name],
      items: options.map((option) => ({
        ...optionWords[option.path],
        render: (setting) => void this.#ready.then((desk) => this.#drawControl(desk, setting, option)),
      })),
    }));
  }

  /** For older versions. */
  override display(): void {
    this.containerEl.empty();
    for (const { name, options } of optionGroups) {
      new Setting(this.containerEl).setName(groupWords[name]).setHeading();
      for (const option of options) {
        const { name: optionName, desc } = optionWords[option.path];
        const setting = new Setting(this.containerEl).setName(optionName).setDesc(desc);
        void this.#ready.then((desk) => this.#drawControl(desk, setting, option));
      }
    }
  }

  #drawControl(desk: Desk, setting: Setting, option: Option): void {
    const { path, control } = option;
    setting.settingEl.setAttr('data-option', path);
    const value = getOption(desk.cards.settings, path);
    const save = (next: unknown): Promise<boolean> => this.#save(desk, setting, option, next);
    if (control === 'toggle') {
      setting.addToggle((toggle) => toggle.setValue(value === true).onChange((next) => void save(next)));
    } else if (control === 'choice') {
      setting.addDropdown((dropdown) =>
        dropdown
          .addOptions({ ...choiceWords[path] })
          .setValue(String(value))
          .onChange((next) => void save(next)),
      );
    } else if (control === 'folder') {
      drawHistoryFolder({ desk, setting, save });
    } else if (control === 'lines' || control === 'numbers') {
      setting.addTextArea((area) => {
        area.setValue(toText(control, value));
        area.inputEl.rows = 3;
        area.inputEl.addEventListener('change', () => void save(fromText(control, area.getValue())));
      });
    } else {
      setting.addText((text) => {
        text.setValue(toText(control, value));
        if (control === 'number' || control === 'percent') text.inputEl.inputMode = 'numeric';
        text.inputEl.addEventListener('change', () => void save(fromText(control, text.getValue())));
      });
    }
  }

  /** Resolves to whether the value was right. */
  async #save(desk: Desk, setting: Setting, { path }: Option, value: unknown): Promise<boolean> {
    const { settings, wrong } = parseSettings(withOption(desk.cards.settings, path, value));
    const isWrong = wrong.some((name) => path === name || path.startsWith(`${name}.`));
    setting.setDesc(isWrong ? settingsWords.invalid : optionWords[path].desc);
    setting.settingEl.toggleClass('nf-invalid', isWrong);
    if (!isWrong) await desk.useSettings(settings);
    return !isWrong;
  }
}
