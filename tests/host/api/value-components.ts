// What a row of the settings holds: switches, lists, sliders, bars.
import type * as Obsidian from 'obsidian';
import { documented, Nothing } from './documented.ts';
import { setTooltip } from './tooltip.ts';

export abstract class BaseComponent extends documented<Obsidian.BaseComponent>(Nothing) {
  override disabled = false;

  override then(callback: (component: this) => unknown): this {
    callback(this);
    return this;
  }

  override setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    return this;
  }
}

export abstract class ValueComponent<T> extends BaseComponent implements Obsidian.ValueComponent<T> {
  registerOptionListener(listeners: Record<string, (value?: T) => T>, key: string): this {
    listeners[key] = (value) => {
      if (value !== undefined) this.setValue(value);
      return this.getValue();
    };
    return this;
  }

  abstract getValue(): T;
  abstract setValue(value: T): this;
}

export class ToggleComponent extends ValueComponent<boolean> implements Obsidian.ToggleComponent {
  toggleEl: HTMLElement;
  private readonly inputEl: HTMLInputElement;
  private changed: ((value: boolean) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.toggleEl = containerEl.createDiv('checkbox-container');
    this.inputEl = this.toggleEl.createEl('input', { type: 'checkbox', attr: { tabindex: 0 } });
    this.toggleEl.addEventListener('click', (event) => {
      event.preventDefault();
      this.onClick();
    });
    this.inputEl.addEventListener('keydown', (event) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      this.onClick();
    });
  }

  override setDisabled(disabled: boolean): this {
    this.inputEl.disabled = disabled;
    this.toggleEl.toggleClass('is-disabled', disabled);
    return super.setDisabled(disabled);
  }

  override getValue(): boolean {
    return this.toggleEl.hasClass('is-enabled');
  }

  override setValue(on: boolean): this {
    const before = this.getValue();
    this.toggleEl.toggleClass('is-enabled', on);
    // The click that switches it must not be undone by the browser's own handling of the box.
    window.setTimeout(() => (this.inputEl.checked = this.getValue()));
    this.inputEl.checked = on;
    if (before !== on) this.changed?.(on);
    return this;
  }

  setTooltip(tooltip: string, options?: Obsidian.TooltipOptions): this {
    setTooltip(this.toggleEl, tooltip, options);
    return this;
  }

  onClick(): void {
    if (!this.disabled) this.setValue(!this.getValue());
  }

  onChange(callback: (value: boolean) => unknown): this {
    this.changed = callback;
    return this;
  }
}

export class DropdownComponent extends ValueComponent<string> implements Obsidian.DropdownComponent {
  selectEl: HTMLSelectElement;
  private changed: ((value: string) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.selectEl = containerEl.createEl('select', 'dropdown');
    this.selectEl.addEventListener('change', () => void this.changed?.(this.getValue()));
  }

  override setDisabled(disabled: boolean): this {
    this.selectEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  addOption(value: string, display: string): this {
    this.selectEl.createEl('option', { value, text: display });
    return this;
  }

  addOptions(options: Record<string, string>): this {
    for (const [value, display] of Object.entries(options)) this.addOption(value, display);
    return this;
  }

  override getValue(): string {
    return this.selectEl.value;
  }

  override setValue(value: string): this {
    this.selectEl.value = value;
    return this;
  }

  onChange(callback: (value: string) => unknown): this {
    this.changed = callback;
    return this;
  }
}

export class SliderComponent extends ValueComponent<number> implements Obsidian.SliderComponent {
  sliderEl: HTMLInputElement;
  private changed: ((value: number) => unknown) | null = null;
  private format = (value: number) => String(value);
  private instant = false;

  constructor(containerEl: HTMLElement) {
    super();
    this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
    this.sliderEl.addEventListener('input', () => this.instant && void this.changed?.(this.getValue()));
    this.sliderEl.addEventListener('change', () => void this.changed?.(this.getValue()));
  }

  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  setInstant(instant: boolean): this {
    this.instant = instant;
    return this;
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    if (min !== null) this.sliderEl.min = String(min);
    if (max !== null) this.sliderEl.max = String(max);
    this.sliderEl.step = String(step);
    return this;
  }

  override getValue(): number {
    return Number(this.sliderEl.value);
  }

  override setValue(value: number): this {
    this.sliderEl.value = String(value);
    return this;
  }

  getValuePretty(): string {
    return this.format(this.getValue());
  }

  setDisplayFormat(format: (value: number) => string): this {
    this.format = format;
    return this;
  }

  setDynamicTooltip(): this {
    const show = () => setTooltip(this.sliderEl, this.getValuePretty());
    this.sliderEl.addEventListener('input', show);
    show();
    return this;
  }

  onChange(callback: (value: number) => unknown): this {
    this.changed = callback;
    return this;
  }
}

export class ProgressBarComponent extends ValueComponent<number> implements Obsidian.ProgressBarComponent {
  private readonly barEl: HTMLElement;
  private value = 0;

  constructor(containerEl: HTMLElement) {
    super();
    this.barEl = containerEl.createDiv('setting-progress-bar').createDiv('setting-progress-bar-inner');
  }

  override getValue(): number {
    return this.value;
  }

  /** 0 to 100. */
  override setValue(value: number): this {
    this.value = Math.min(100, Math.max(0, value));
    this.barEl.setCssStyles({ width: `${this.value}%` });
    return this;
  }
}
