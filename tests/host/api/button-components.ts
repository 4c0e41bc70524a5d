// Buttons in a row of the settings.
import type * as Obsidian from 'obsidian';
import { setIcon } from './icons.ts';
import { setTooltip } from './tooltip.ts';
import { BaseComponent } from './value-components.ts';

export class ButtonComponent extends BaseComponent implements Obsidian.ButtonComponent {
  buttonEl: HTMLButtonElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.buttonEl = containerEl.createEl('button');
  }

  override setDisabled(disabled: boolean): this {
    this.buttonEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  private mark(cls: string, on: boolean): this {
    this.buttonEl.toggleClass(cls, on);
    return this;
  }

  setCta(): this {
    return this.mark('mod-cta', true);
  }

  removeCta(): this {
    return this.mark('mod-cta', false);
  }

  setWarning(): this {
    return this.mark('mod-warning', true);
  }

  setDestructive(): this {
    return this.mark('mod-destructive', true);
  }

  removeDestructive(): this {
    return this.mark('mod-destructive', false);
  }

  setTooltip(tooltip: string, options?: Obsidian.TooltipOptions): this {
    setTooltip(this.buttonEl, tooltip, options);
    return this;
  }

  setButtonText(name: string): this {
    this.buttonEl.setText(name);
    return this;
  }

  setIcon(icon: string): this {
    setIcon(this.buttonEl, icon);
    return this;
  }

  setClass(cls: string): this {
    this.buttonEl.addClass(cls);
    return this;
  }

  onClick(callback: (event: MouseEvent) => unknown): this {
    this.buttonEl.addEventListener('click', (event) => void callback(event));
    return this;
  }
}

export class ExtraButtonComponent extends BaseComponent implements Obsidian.ExtraButtonComponent {
  extraSettingsEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.extraSettingsEl = containerEl.createDiv({
      cls: 'clickable-icon extra-setting-button',
      attr: { tabindex: 0 },
    });
    this.setIcon('settings');
  }

  override setDisabled(disabled: boolean): this {
    this.extraSettingsEl.toggleClass('is-disabled', disabled);
    return super.setDisabled(disabled);
  }

  setTooltip(tooltip: string, options?: Obsidian.TooltipOptions): this {
    setTooltip(this.extraSettingsEl, tooltip, options);
    return this;
  }

  setIcon(icon: string): this {
    setIcon(this.extraSettingsEl, icon);
    return this;
  }

  onClick(callback: () => unknown): this {
    this.extraSettingsEl.addEventListener('click', () => void (this.disabled || callback()));
    return this;
  }
}
