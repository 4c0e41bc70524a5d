import type * as Obsidian from 'obsidian';
import { ButtonComponent, ExtraButtonComponent } from './button-components.ts';
import { documented, Nothing } from './documented.ts';
import { SearchComponent, TextAreaComponent, TextComponent } from './text-components.ts';
import { setTooltip } from './tooltip.ts';
import {
  DropdownComponent,
  ProgressBarComponent,
  SliderComponent,
  ToggleComponent,
} from './value-components.ts';

export class Setting extends documented<Obsidian.Setting>(Nothing) {
  override settingEl: HTMLElement;
  override infoEl: HTMLElement;
  override nameEl: HTMLElement;
  override descEl: HTMLElement;
  override controlEl: HTMLElement;
  override components: Obsidian.BaseComponent[] = [];
  override errorEl: HTMLElement | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.settingEl = containerEl.createDiv('setting-item');
    this.infoEl = this.settingEl.createDiv('setting-item-info');
    this.nameEl = this.infoEl.createDiv('setting-item-name');
    this.descEl = this.infoEl.createDiv('setting-item-description');
    this.controlEl = this.settingEl.createDiv('setting-item-control');
  }

  override setName(name: string | DocumentFragment): this {
    this.nameEl.setText(name);
    return this;
  }

  override setDesc(desc: string | DocumentFragment): this {
    this.descEl.setText(desc);
    return this;
  }

  override setClass(cls: string): this {
    this.settingEl.addClass(cls);
    return this;
  }

  override setTooltip(tooltip: string, options?: Obsidian.TooltipOptions): this {
    setTooltip(this.nameEl, tooltip, options);
    return this;
  }

  override setHeading(): this {
    this.settingEl.addClass('setting-item-heading');
    return this;
  }

  override setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass('is-disabled', disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }

  override setErrorMessage(message: string | null): this {
    this.errorEl?.detach();
    this.errorEl =
      message === null ? null : this.infoEl.createDiv({ cls: 'setting-item-error', text: message });
    return this;
  }

  private place<C extends Obsidian.BaseComponent>(component: C, callback: (component: C) => unknown): this {
    this.components.push(component);
    callback(component);
    return this;
  }

  override addComponent<T extends Obsidian.BaseComponent>(make: (el: HTMLElement) => T): this {
    this.components.push(make(this.controlEl));
    return this;
  }

  override addButton(callback: (component: Obsidian.ButtonComponent) => unknown): this {
    return this.place(new ButtonComponent(this.controlEl), callback);
  }

  override addExtraButton(callback: (component: Obsidian.ExtraButtonComponent) => unknown): this {
    return this.place(new ExtraButtonComponent(this.controlEl), callback);
  }

  override addToggle(callback: (component: Obsidian.ToggleComponent) => unknown): this {
    this.settingEl.addClass('mod-toggle');
    return this.place(new ToggleComponent(this.controlEl), callback);
  }

  override addText(callback: (component: Obsidian.TextComponent) => unknown): this {
    return this.place(new TextComponent(this.controlEl), callback);
  }

  override addSearch(callback: (component: Obsidian.SearchComponent) => unknown): this {
    return this.place(new SearchComponent(this.controlEl), callback);
  }

  override addTextArea(callback: (component: Obsidian.TextAreaComponent) => unknown): this {
    return this.place(new TextAreaComponent(this.controlEl), callback);
  }

  override addDropdown(callback: (component: Obsidian.DropdownComponent) => unknown): this {
    return this.place(new DropdownComponent(this.controlEl), callback);
  }

  override addProgressBar(callback: (component: Obsidian.ProgressBarComponent) => unknown): this {
    return this.place(new ProgressBarComponent(this.controlEl), callback);
  }

  override addSlider(callback: (component: Obsidian.SliderComponent) => unknown): this {
    return this.place(new SliderComponent(this.controlEl), callback);
  }

  override then(callback: (setting: this) => unknown): this {
    callback(this);
    return this;
  }

  override clear(): this {
    this.controlEl.empty();
    this.components = [];
    return this;
  }
}
