// The settings: pages of the host first, then those of plugins.
import type * as Obsidian from 'obsidian';
import { Modal } from '../api/modal.ts';
import type { Registry } from '../api/registry.ts';
import { Setting } from '../api/setting.ts';
import { SettingTab, showTab } from '../api/setting-tab.ts';
import { SearchComponent } from '../api/text-components.ts';
import type { Workspace } from '../api/workspace.ts';
import { notObsidian } from './frame.ts';
import { isDark, setTheme } from './theme.ts';

class AppearanceTab extends SettingTab {
  override readonly name = 'Appearance';

  constructor(
    app: Obsidian.App,
    private readonly workspace: Workspace,
  ) {
    super(app);
  }

  override display(): void {
    this.containerEl.empty();
    new Setting(this.containerEl)
      .setName('Dark theme')
      .setDesc('The colours of the page.')
      .addToggle((toggle) =>
        toggle.setValue(isDark()).onChange((dark) => setTheme(dark ? 'dark' : 'light', this.workspace)),
      );
    new Setting(this.containerEl)
      .setName(notObsidian)
      .setDesc(
        'This page stands in for the parts of the Obsidian API that the plugin uses, over a folder of notes on ' +
          'this computer. It is for trying the plugin and for its tests.',
      );
  }
}

export class SettingsWindow extends Modal {
  private shown: Obsidian.SettingTab | null = null;
  private readonly own: SettingTab;
  private readonly namesEl: HTMLElement;
  private readonly listEl: HTMLElement;
  private readonly searchEl: HTMLElement;
  private readonly pageEl: HTMLElement;

  constructor(
    app: Obsidian.App,
    workspace: Workspace,
    private readonly registry: Registry,
  ) {
    super(app);
    this.own = new AppearanceTab(app, workspace);
    this.modalEl.addClasses(['mod-settings', 'mod-sidebar-layout']);
    this.modalEl.setAttr('aria-label', 'Settings');
    this.contentEl.addClass('vertical-tabs-container');
    this.namesEl = this.contentEl.createDiv('vertical-tab-header');
    this.searchEl = createDiv('vertical-tab-search');
    const search = new SearchComponent(this.searchEl).setPlaceholder('Search all settings');
    search.inputEl.setAttr('aria-label', 'Search all settings');
    search.clearButtonEl.setAttr('role', 'button');
    search.onChange((query) => this.shown instanceof SettingTab && this.shown.drawn.search(query));
    this.listEl = this.namesEl.createDiv();
    this.pageEl = this.contentEl.createDiv('vertical-tab-content-container');
  }

  override onOpen(): void {
    const [first] = this.registry.settingTabs;
    this.show(first ?? this.own);
  }

  /** Shows the page of a plugin, by the name of the plugin. */
  showPlugin(name: string): void {
    const tab = this.registry.settingTabs.find((one) => nameOf(one) === name);
    if (tab) this.show(tab);
  }

  private show(tab: Obsidian.SettingTab): void {
    this.shown?.hide();
    this.shown = tab;
    this.drawNames();
    this.pageEl.replaceChildren(tab.containerEl);
    showTab(tab);
    // The search is over definitions, which older versions lack.
    if ('update' in tab && tab.settingItems.length > 0) this.namesEl.prepend(this.searchEl);
    else this.searchEl.detach();
  }

  private drawNames(): void {
    this.listEl.empty();
    this.group('Options', [this.own]);
    if (this.registry.settingTabs.length > 0) this.group('Community plugins', this.registry.settingTabs);
  }

  private group(title: string, tabs: readonly Obsidian.SettingTab[]): void {
    const group = this.listEl.createDiv('vertical-tab-header-group');
    group.createDiv({ cls: 'vertical-tab-header-group-title', text: title });
    const items = group.createDiv('vertical-tab-header-group-items');
    for (const tab of tabs) {
      const item = items.createDiv({
        cls: 'vertical-tab-nav-item tappable',
        text: nameOf(tab),
        attr: { tabindex: 0 },
      });
      item.toggleClass('is-active', tab === this.shown);
      item.addEventListener('click', () => this.show(tab));
    }
  }

  override onClose(): void {
    this.shown?.hide();
    this.shown = null;
  }
}

const nameOf = (tab: Obsidian.SettingTab) => (tab instanceof SettingTab ? tab.name : '');
