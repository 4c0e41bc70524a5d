import type * as Obsidian from 'obsidian';
import { documented, Nothing } from './documented.ts';

export abstract class SettingTab extends documented<Obsidian.SettingTab>(Nothing) {
  override icon = '';
  override containerEl = createDiv('vertical-tab-content');
  readonly name: string = '';

  constructor(override app: Obsidian.App) {
    super();
  }

  override display(): void {}

  override hide(): void {
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
