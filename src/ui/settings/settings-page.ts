// The settings page. Obsidian draws the list of groups and rows if it can (and searches their text); otherwise the page
// draws it, with its own search. An invalid value is reported and not saved.
import {
  PluginSettingTab,
  requireApiVersion,
  Setting,
  type App,
  type Plugin,
  type SettingDefinitionItem,
} from 'obsidian';
import { nameControls } from '../parts/name-controls.ts';
import { startProblem } from '../shell/draw-when-ready.ts';
import { parseSettings } from '../../core/settings.ts';
import type { Desk, Starting } from '../shell/desk.ts';
import { drawControl } from './controls.ts';
import { dataRows } from './data/data-rows.ts';
import { drawDecks } from './decks/deck-rows.ts';
import { drawHistoryFolder } from './history-folder.ts';
import { drawKey, keyActions } from './key-rows.ts';
import { getOption, withOption } from './option-text.ts';
import { optionGroups, type GroupName, type Option } from './options.ts';
import { Preview } from './preview.ts';
import { SettingsSearch } from './settings-search.ts';
import { hasVoices } from '../review/aloud/speaker.ts';
import { wrongSentence } from './wrong-sentence.ts';

interface Row {
  readonly name: string;
  readonly desc: string;
  /** More to find it by. */
  readonly terms?: string;
  /** May return a function that removes everything it put beside the row. */
  readonly draw: (desk: Desk, setting: Setting) => (() => void) | void;
}

interface Group {
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** Groups whose options decide what becomes a card: the preview is below the first. */
const previewBelow: GroupName = 'cards';
const decksBelow: GroupName = 'balance';

function drawNamed(draw: Row['draw'], desk: Desk, setting: Setting): (() => void) | null {
  setting.settingEl.addClass('nf-option');
  const clean = draw(desk, setting) ?? null;
  nameControls(setting.settingEl);
  return clean;
}

export class SettingsPage extends PluginSettingTab {
  readonly #starting: Starting;
  #preview: Preview | null = null;

  constructor(app: App, plugin: Plugin, starting: Starting) {
    super(app, plugin);
    this.#starting = starting;
  }

  /** For Obsidian 1.13 and later, which draws the page from it and includes its text in the search. */
  override getSettingDefinitions(): SettingDefinitionItem[] {
    return this.#groups().map(({ heading, rows }) => ({
      type: 'group',
      heading,
      items: rows.map(({ name, desc, terms, draw }) => ({
        name,
        desc,
        ...(terms !== undefined && { aliases: terms.split(', ') }),
        render: (setting) => this.#drawWhenReady(draw, setting),
      })),
    }));
  }

  /** For older versions. */
  override display(): void {
    this.#drawPage();
  }

  #drawPage(): void {
    this.containerEl.empty();
    const search = new SettingsSearch(this.#starting.locale, this.containerEl);
    for (const { heading, rows } of this.#groups()) {
      search.addGroup(new Setting(this.containerEl).setName(heading).setHeading().settingEl);
      for (const { name, desc, terms = '', draw } of rows) {
        const row = this.containerEl.createDiv();
        const setting = new Setting(row).setName(name).setDesc(desc);
        search.addRow(row, `${heading} ${name} ${desc} ${terms}`);
        this.#drawWhenReady(draw, setting);
      }
    }
  }

  /**
   * A row shows its name and description at once, and its controls once everything has started. Returns a function that
   * removes what it put beside the row.
   */
  #drawWhenReady(draw: Row['draw'], setting: Setting): () => void {
    let isGone = false;
    let clean: (() => void) | null = null;
    const { ready, locale } = this.#starting;
    ready.then(
      (desk) => {
        if (!isGone) clean = drawNamed(draw, desk, setting);
      },
      (error: unknown) => void setting.setDesc(startProblem(locale, error)),
    );
    return () => {
      isGone = true;
      clean?.();
    };
  }

  #groups(): readonly Group[] {
    const { locale } = this.#starting;
    const groups = optionGroups.flatMap(({ name, options }): Group[] => {
      const rows = options.map((option): Row => ({
        desc: '',
        ...locale.options[option.path],
        ...(option.terms !== undefined && { terms: option.terms }),
        draw: (desk, setting) => this.#drawOption(desk, setting, option),
      }));
      if (name === previewBelow) rows.push(this.#previewRow());
      const group = { heading: locale.groups[name], rows };
      const { group: heading, name: row, desc } = locale.decks;
      if (name === 'screen') return [group, this.#keyGroup()];
      return name === decksBelow
        ? [group, { heading, rows: [{ name: row, desc, terms: 'preset, deck options', draw: drawDecks }] }]
        : [group];
    });
    return [...groups, { heading: locale.data.group, rows: dataRows(locale, () => this.#drawAgain()) }];
  }

  #keyGroup(): Group {
    const { actions, keys } = this.#starting.locale.main;
    const rows = keyActions.map((name): Row => ({
      name: actions[name],
      desc: '',
      draw: (desk, setting) => drawKey(desk, setting, name),
    }));
    return { heading: keys.title, rows };
  }

  #previewRow(): Row {
    const { preview: previewWords } = this.#starting.locale;
    return {
      name: previewWords.name,
      desc: '',
      draw: (desk, setting) => {
        const el = createDiv();
        setting.settingEl.insertAdjacentElement('afterend', el);
        this.#preview = new Preview(desk, el);
        void this.#preview.draw();
        return () => el.remove();
      },
    };
  }

  /** All values have changed: refreshes every control. */
  #drawAgain(): void {
    if (requireApiVersion('1.13.0')) this.update();
    else this.#drawPage();
  }

  #drawOption(desk: Desk, setting: Setting, option: Option): (() => void) | void {
    const { path, control, names } = option;
    setting.settingEl.setAttr('data-option', path);
    const save = (next: unknown): Promise<boolean> => this.#save(desk, setting, option, next);
    if (control === 'folder') {
      return drawHistoryFolder({ desk, setting, save });
    }
    if (path === 'general.readAloud') void this.#sayIfMute(desk, setting);
    const value = getOption(desk.flashcards.settings, path);
    const { app, locale } = desk;
    drawControl({
      ...{ app, locale, setting, path, control, value },
      ...(names && { names }),
      save: (next) => void save(next),
    });
  }

  async #sayIfMute({ locale }: Desk, setting: Setting): Promise<void> {
    if (await hasVoices(setting.settingEl.win)) return;
    setting.setDesc(`${locale.options['general.readAloud'].desc ?? ''} ${locale.main.review.noVoices}`);
  }

  /** Resolves to whether the value was valid. */
  async #save(desk: Desk, setting: Setting, { path, control }: Option, value: unknown): Promise<boolean> {
    const { settings, wrong } = parseSettings(withOption(desk.flashcards.settings, path, value));
    const isWrong = wrong.some((name) => path === name || path.startsWith(`${name}.`));
    setting.setDesc(
      isWrong ? wrongSentence(desk.locale, path, control, value) : (desk.locale.options[path].desc ?? ''),
    );
    setting.settingEl.toggleClass('nf-invalid', isWrong);
    if (isWrong) return false;
    try {
      await desk.useSettings(settings);
    } catch (error) {
      setting.setDesc(desk.locale.settings.unsaved(desk.locale.reason(error)));
      setting.settingEl.addClass('nf-invalid');
      return false;
    }
    if (path.startsWith('cards.')) void this.#preview?.draw();
    return true;
  }
}
