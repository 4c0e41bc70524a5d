// The list of all cards as a tab.
import { ItemView, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import type { Desk } from '../shell/desk.ts';
import { words } from '../strings.ts';
import { CardList } from './card-list.ts';
import { readListState, type ListState } from './list-state.ts';
import { cardListWords } from './strings.ts';

export const cardListViewType = 'note-flashcards-cards';

export class CardListView extends ItemView {
  override navigation = true;
  readonly #ready: Promise<Desk>;
  #state: ListState = { query: '', sort: null };
  #list: CardList | null = null;

  constructor(leaf: WorkspaceLeaf, ready: Promise<Desk>) {
    super(leaf);
    this.#ready = ready;
    this.icon = 'table-2';
  }

  override getViewType(): string {
    return cardListViewType;
  }

  override getDisplayText(): string {
    return cardListWords.title;
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
    this.#list?.focus();
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.addClass('nf-cards');
    this.contentEl.createDiv({ cls: 'nf-hint nf-starting', text: words.sidebar.starting });
    const desk = await this.#ready;
    if (!this.contentEl.isConnected) return;
    this.contentEl.empty();
    this.#list = this.addChild(
      new CardList(desk, this.contentEl, this.#state, (state) => {
        this.#state = state;
        void this.app.workspace.requestSaveLayout();
      }),
    );
  }
}
