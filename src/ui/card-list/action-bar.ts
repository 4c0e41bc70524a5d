// The bar above the list: how many cards it shows, and the actions for the selected ones.
import { Platform, setIcon } from 'obsidian';
import { replaceFocused } from '../parts/redraw.ts';
import { keyLabel } from '../review/keys.ts';
import { titleOf, type CardAction } from './card-actions.ts';
import type { Locale } from '../locale.ts';

export interface ActionBarHost {
  sort(event: MouseEvent): void;
  columns(event: MouseEvent): void;
  all(): void;
  none(): void;
  preview(): void;
  run(action: CardAction): void;
  more(event: MouseEvent): void;
  undo(): void;
}

export interface BarState {
  readonly found: number;
  readonly of: number;
  readonly selected: number;
  /** Whether the list has columns. */
  readonly isWide: boolean;
  /** Empty if nothing is selected. */
  readonly actions: readonly CardAction[];
}

export class ActionBar {
  readonly #locale: Locale;
  readonly #host: ActionBarHost;
  readonly #countEl: HTMLElement;
  readonly #toolsEl: HTMLElement;
  readonly #saidEl: HTMLElement;
  readonly #undoEl: HTMLElement;
  /** What the buttons show, so that a click in the list does not redraw them under the finger. */
  #drawn = '';

  constructor(locale: Locale, el: HTMLElement, host: ActionBarHost) {
    const { cardList: cardListWords } = locale;
    this.#locale = locale;
    this.#host = host;
    const bar = el.createDiv('nf-cards-bar');
    this.#countEl = bar.createDiv({ cls: 'nf-cards-count', attr: { role: 'status' } });
    this.#toolsEl = bar.createDiv({
      cls: 'nf-cards-tools',
      attr: { role: 'toolbar', 'aria-label': cardListWords.more },
    });
    const said = el.createDiv('nf-cards-said');
    this.#saidEl = said.createSpan({ attr: { role: 'status' } });
    this.#undoEl = said.createEl('button', { text: cardListWords.undo, attr: { type: 'button' } });
    this.#undoEl.addEventListener('click', () => {
      this.say('');
      host.undo();
    });
    this.say('');
  }

  /** What was done, with an undo button if it can undo just this; nothing for an empty sentence. */
  say(sentence: string, canUndo = true): void {
    this.#saidEl.setText(sentence);
    this.#undoEl.toggle(canUndo);
    this.#saidEl.parentElement?.toggleClass('nf-hidden', sentence === '');
  }

  show({ found, of, selected, isWide, actions }: BarState): void {
    const { found: foundText, selected: selectedText } = this.#locale.cardList;
    this.#countEl.setText(selected > 0 ? selectedText(selected) : foundText(found, of));
    const drawn = JSON.stringify([actions.map(({ name }) => name), selected < found, selected > 0, isWide]);
    const isSame = drawn === this.#drawn;
    this.#drawn = drawn;
    this.#actions = actions;
    if (!isSame) replaceFocused(this.#toolsEl, () => this.#drawTools(selected, found, isWide));
  }

  #actions: readonly CardAction[] = [];

  #drawTools(selected: number, found: number, isWide: boolean): void {
    const { cardList: cardListWords } = this.#locale;
    this.#toolsEl.empty();
    for (const { name, icon, key: pressed } of this.#actions) {
      if (name === 'info' || pressed === null) continue;
      const title = titleOf(this.#locale, name);
      const button = this.#add(
        name,
        icon,
        cardListWords.keyHint(title, keyLabel(this.#locale, pressed, Platform.isMacOS)),
        () => {
          const action = this.#actions.find((one) => one.name === name);
          if (action) this.#host.run(action);
        },
      );
      if (name !== 'study') continue;
      button.addClass('mod-cta');
      button.createSpan({ text: title });
    }
    if (selected > 0) this.#add('none', 'x', cardListWords.selectNone, () => this.#host.none());
    if (selected < found) this.#add('all', 'check-check', cardListWords.selectAll, () => this.#host.all());
    this.#add('preview', 'panel-right', cardListWords.keyHint(cardListWords.preview, 'V'), () =>
      this.#host.preview(),
    );
    if (selected === 0 && isWide)
      this.#add('columns', 'sliders-horizontal', cardListWords.chooseColumns, (event) =>
        this.#host.columns(event),
      );
    if (selected === 0)
      this.#add('sort', 'arrow-up-down', cardListWords.sort, (event) => this.#host.sort(event));
    else this.#add('more', 'ellipsis-vertical', cardListWords.more, (event) => this.#host.more(event));
  }

  #add(key: string, icon: string, label: string, run: (event: MouseEvent) => void): HTMLButtonElement {
    const button = this.#toolsEl.createEl('button', {
      cls: 'clickable-icon nf-cards-tool',
      attr: { type: 'button', 'aria-label': label, 'data-key': key },
    });
    setIcon(button, icon);
    button.addEventListener('click', run);
    return button;
  }
}
