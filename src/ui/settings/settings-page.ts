// The page of settings, drawn from the list of options. A value that is not understood is told and not saved.
import { PluginSettingTab, Setting, type App, type Plugin, type SettingDefinitionItem } from 'obsidian';
import { parseSettings } from '../../core/settings.ts';
import type { Desk } from '../desk.ts';
import { drawControl } from './controls.ts';
import { drawHistoryFolder } from './history-folder.ts';
import { getOption, withOption } from './option-text.ts';
import { optionGroups, type Option } from './options.ts';
import { groupWords, optionWords, settingsWords } from './strings.ts';

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
    const save = (next: unknown): Promise<boolean> => this.#save(desk, setting, option, next);
    if (control === 'folder') {
      drawHistoryFolder({ desk, setting, save });
      return;
    }
    const value = getOption(desk.cards.settings, path);
    drawControl({ setting, path, control, value, save: (next) => void save(next) });
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
