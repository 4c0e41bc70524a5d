import type * as Obsidian from 'obsidian';
import { prepareFuzzySearch, renderMatches, sortSearchResults } from './fuzzy.ts';
import { Modal } from './modal.ts';
import { SuggestionList } from './suggestion-list.ts';

export abstract class SuggestModal<T> extends Modal implements Obsidian.SuggestModal<T> {
  limit = 100;
  emptyStateText = 'No results found.';
  inputEl: HTMLInputElement;
  resultContainerEl: HTMLElement;
  private readonly list: SuggestionList<T>;
  private request = 0;

  constructor(app: Obsidian.App) {
    super(app);
    this.modalEl.className = 'prompt';
    this.modalEl.empty();
    const field = this.modalEl.createDiv('prompt-input-container');
    this.inputEl = field.createEl('input', {
      cls: 'prompt-input',
      type: 'text',
      attr: { autocomplete: 'off', spellcheck: false, 'aria-label': 'Search' },
    });
    this.resultContainerEl = this.modalEl.createDiv('prompt-results');
    this.list = new SuggestionList<T>(this, this.resultContainerEl);
    this.inputEl.addEventListener('input', () => void this.update());
    for (const [key, by] of [
      ['ArrowDown', 1],
      ['ArrowUp', -1],
    ] as const) {
      this.scope.register(null, key, () => {
        this.list.move(by);
        return false;
      });
    }
    this.scope.register(null, 'Enter', (event) => {
      if (event.isComposing) return undefined;
      this.list.choose(event);
      return false;
    });
  }

  override open(): void {
    super.open();
    this.inputEl.focus();
    void this.update();
  }

  private async update(): Promise<void> {
    const request = (this.request += 1);
    const values = await this.getSuggestions(this.inputEl.value);
    if (request !== this.request) return;
    this.list.show(values.slice(0, this.limit), this.emptyStateText);
    if (values.length === 0) this.onNoSuggestion();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }

  setInstructions(instructions: Obsidian.Instruction[]): void {
    this.modalEl.querySelector('.prompt-instructions')?.remove();
    const bar = this.modalEl.createDiv('prompt-instructions');
    for (const { command, purpose } of instructions) {
      const one = bar.createDiv('prompt-instruction');
      one.createSpan({ cls: 'prompt-instruction-command', text: command });
      one.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {}

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.list.choose(event);
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;
}

export abstract class FuzzySuggestModal<T>
  extends SuggestModal<Obsidian.FuzzyMatch<T>>
  implements Obsidian.FuzzySuggestModal<T>
{
  override getSuggestions(query: string): Obsidian.FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query);
    const found = this.getItems().flatMap((item) => {
      const match = search(this.getItemText(item));
      return match ? [{ item, match }] : [];
    });
    if (query.trim() !== '') sortSearchResults(found);
    return found;
  }

  override renderSuggestion({ item, match }: Obsidian.FuzzyMatch<T>, el: HTMLElement): void {
    renderMatches(el, this.getItemText(item), match.matches);
  }

  override onChooseSuggestion({ item }: Obsidian.FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(item, event);
  }

  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;
}
