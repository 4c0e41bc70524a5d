// The tidy-up page, as a tab.
import { ItemView, type WorkspaceLeaf } from 'obsidian';
import type { Starting } from '../shell/desk.ts';
import { drawWhenReady } from '../shell/draw-when-ready.ts';
import { TidyPage } from './tidy-page.ts';

export const tidyViewType = 'note-flashcards-tidy';

export class TidyView extends ItemView {
  override navigation = true;
  readonly #starting: Starting;

  constructor(leaf: WorkspaceLeaf, starting: Starting) {
    super(leaf);
    this.#starting = starting;
    this.icon = 'eraser';
  }

  override getViewType(): string {
    return tidyViewType;
  }

  override getDisplayText(): string {
    return this.#starting.locale.tidy.title;
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass('nf-tidy-page');
    drawWhenReady(this, this.#starting, (desk) => {
      this.addChild(new TidyPage(desk, this.contentEl));
    });
    return Promise.resolve();
  }
}
