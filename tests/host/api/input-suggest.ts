// Suggestions under a field.
import type * as Obsidian from 'obsidian';
import { Nothing } from './documented.ts';
import { Scope } from './keymap.ts';
import { SuggestionList } from './suggestion-list.ts';

type Choose<T> = (value: T, event: MouseEvent | KeyboardEvent) => unknown;

export abstract class PopoverSuggest<T> extends Nothing implements Obsidian.PopoverSuggest<T> {
  readonly scope: Obsidian.Scope;
  protected readonly suggestEl = createDiv('suggestion-container');
  protected readonly list = new SuggestionList<T>(this, this.suggestEl.createDiv('suggestion'));
  private isOpen = false;

  constructor(
    readonly app: Obsidian.App,
    scope?: Obsidian.Scope,
  ) {
    super();
    this.scope = scope ?? new Scope();
    for (const [key, by] of [
      ['ArrowDown', 1],
      ['ArrowUp', -1],
    ] as const) {
      this.scope.register([], key, () => {
        this.list.move(by);
        return false;
      });
    }
    this.scope.register([], 'Enter', (event) => {
      this.list.choose(event);
      return false;
    });
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    document.body.appendChild(this.suggestEl);
    this.app.keymap.pushScope(this.scope);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.suggestEl.detach();
    this.app.keymap.popScope(this.scope);
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  private choose: Choose<T> | null = null;
  private request = 0;

  constructor(
    app: Obsidian.App,
    private readonly textInputEl: HTMLInputElement | HTMLDivElement,
  ) {
    super(app);
    textInputEl.addEventListener('input', () => void this.update());
    textInputEl.addEventListener('focus', () => void this.update());
    textInputEl.addEventListener('blur', () => this.close());
  }

  private async update(): Promise<void> {
    const request = (this.request += 1);
    const values = await this.getSuggestions(this.getValue());
    if (request !== this.request) return;
    this.list.show(this.limit > 0 ? values.slice(0, this.limit) : values);
    if (this.list.isEmpty || document.activeElement !== this.textInputEl) return this.close();
    this.open();
    const box = this.textInputEl.getBoundingClientRect();
    this.suggestEl.setCssStyles({
      left: `${box.left}px`,
      top: `${box.bottom + 4}px`,
      minWidth: `${box.width}px`,
    });
  }

  setValue(value: string): void {
    if (this.textInputEl instanceof HTMLInputElement) this.textInputEl.value = value;
    else this.textInputEl.setText(value);
  }

  getValue(): string {
    return this.textInputEl instanceof HTMLInputElement ? this.textInputEl.value : this.textInputEl.getText();
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.choose?.(value, event);
    this.close();
  }

  onSelect(callback: Choose<T>): this {
    this.choose = callback;
    return this;
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;
}
