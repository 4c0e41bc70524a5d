// The list of all cards as a tab.
import { ItemView, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import type { Starting } from '../shell/desk.ts';
import { drawWhenReady } from '../shell/draw-when-ready.ts';
import { CardList } from './card-list.ts';
import { readListState, type ListState } from './list-state.ts';

export const cardListViewType = 'note-flashcards-cards';

export class CardListView extends ItemView {
  override navigation = true;
  readonly #starting: Starting;
  #state: ListState = { query: '', sort: null };
  #list: CardList | null = null;
  /** Requested during startup. */
  #wantsFocus = false;

  constructor(leaf: WorkspaceLeaf, starting: Starting) {
    super(leaf);
    this.#starting = starting;
    this.icon = 'table-2';
  }

  override getViewType(): string {
    return cardListViewType;
  }

  override getDisplayText(): string {
    return this.#starting.locale.cardList.title;
  }

  override getState(): Record<string, unknown> {
    return { ...this.#state };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    this.#state = readListState(state);
    this.#list?.setState(this.#state);
  }

  focus(): void {
    this.#wantsFocus = true;
    this.#list?.focus();
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass('nf-cards');
    drawWhenReady(this, this.#starting, (desk) => {
      this.#list = this.addChild(
        new CardList(desk, this.contentEl, this.#state, (state) => {
          this.#state = state;
          void this.app.workspace.requestSaveLayout();
        }),
      );
      if (this.#wantsFocus) this.#list.focus();
    });
    return Promise.resolve();
  }
}
