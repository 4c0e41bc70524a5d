import type * as Obsidian from 'obsidian';
import { ExtraButtonComponent } from './button-components.ts';
import { documented, Nothing } from './documented.ts';
import { Setting } from './setting.ts';
import { SearchComponent } from './text-components.ts';

export class SettingGroup extends documented<Obsidian.SettingGroup, [HTMLElement]>(Nothing) {
  override listEl: HTMLElement;
  readonly groupEl: HTMLElement;
  readonly #headEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    super(containerEl);
    this.groupEl = containerEl.createDiv('setting-group');
    this.#headEl = this.groupEl.createDiv('setting-group-head');
    this.listEl = this.groupEl.createDiv('setting-items');
  }

  override setHeading(text: string | DocumentFragment): this {
    new Setting(this.#headEl).setName(text).setHeading();
    return this;
  }

  override addClass(...classes: string[]): this {
    this.groupEl.addClasses(classes);
    return this;
  }

  override addSetting(callback: (setting: Obsidian.Setting) => void): this {
    callback(new Setting(this.listEl));
    return this;
  }

  override addSearch(callback: (component: Obsidian.SearchComponent) => unknown): this {
    callback(new SearchComponent(this.#headEl));
    return this;
  }

  override addExtraButton(callback: (component: Obsidian.ExtraButtonComponent) => unknown): this {
    callback(new ExtraButtonComponent(this.#headEl));
    return this;
  }
}
