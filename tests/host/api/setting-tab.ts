import type * as Obsidian from 'obsidian';
import { documented, Nothing } from './documented.ts';
import { SettingItems } from './setting-items.ts';

export abstract class SettingTab extends documented<Obsidian.SettingTab>(Nothing) {
  override icon = '';
  override containerEl = createDiv('vertical-tab-content');
  override settingItems: Obsidian.SettingDefinitionItem[] = [];
  readonly name: string = '';
  readonly drawn = new SettingItems();

  constructor(override app: Obsidian.App) {
    super();
  }

  override getSettingDefinitions(): Obsidian.SettingDefinitionItem[] {
    return [];
  }

  /** In an app before 1.13 it is not there. */
  override update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.containerEl.isConnected && this.settingItems.length > 0)
      this.drawn.draw(this.containerEl, this.settingItems);
  }

  override refreshDomState(): void {
    this.drawn.search('');
  }

  override display(): void {}

  override hide(): void {
    this.drawn.clear();
    this.containerEl.empty();
  }
}

export abstract class PluginSettingTab extends SettingTab {
  override readonly name: string;

  constructor(
    app: Obsidian.App,
    readonly plugin: Obsidian.Plugin,
  ) {
    super(app);
    this.name = plugin.manifest.name;
  }
}

/** Shows a tab as an app of its version does: by its definitions where they are known there, else by `display`. */
export function showTab(tab: Obsidian.SettingTab): void {
  // What the app's version lacks was taken off the classes.
  const knowsDefinitions = 'update' in tab;
  if (knowsDefinitions) tab.update();
  if (!knowsDefinitions || tab.settingItems.length === 0) tab.display();
}
