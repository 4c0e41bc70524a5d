// The page that tidies up, as a tab.
import { ItemView, type WorkspaceLeaf } from 'obsidian';
import type { Desk } from '../shell/desk.ts';
import { drawWhenReady } from '../shell/draw-when-ready.ts';
import { tidyWords } from './strings.ts';
import { TidyPage } from './tidy-page.ts';

export const tidyViewType = 'note-flashcards-tidy';

export class TidyView extends ItemView {
  override navigation = true;
  readonly #ready: Promise<Desk>;

  constructor(leaf: WorkspaceLeaf, ready: Promise<Desk>) {
    super(leaf);
    this.#ready = ready;
    this.icon = 'eraser';
  }

  override getViewType(): string {
    return tidyViewType;
  }

  override getDisplayText(): string {
    return tidyWords.title;
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass('nf-tidy-page');
    drawWhenReady(this, this.#ready, (desk) => {
      this.addChild(new TidyPage(desk, this.contentEl));
    });
    return Promise.resolve();
  }
}
