// What a leaf shows when it has nothing to show, not yet, or no longer.
import type { WorkspaceLeaf } from './leaf.ts';
import { ItemView } from './view.ts';

export class EmptyView extends ItemView {
  override icon = 'file';

  override getViewType(): string {
    return 'empty';
  }

  override getDisplayText(): string {
    return 'New tab';
  }

  protected override async onOpen(): Promise<void> {
    const box = this.contentEl.createDiv('empty-state').createDiv('empty-state-container');
    box.createDiv({ cls: 'empty-state-title', text: 'No file is open' });
    await Promise.resolve();
  }
}

interface Kept {
  readonly type: string;
  readonly state?: Record<string, unknown>;
}

/** A view that keeps what it stands for, as it was. */
abstract class KeptView extends ItemView {
  constructor(
    leaf: WorkspaceLeaf,
    readonly kept: Kept,
  ) {
    super(leaf);
  }

  override getViewType(): string {
    return this.kept.type;
  }

  override getState(): Record<string, unknown> {
    return this.kept.state ?? {};
  }
}

/** Stands for a view in a tab in the background after a start. Its type is the real one; it is no such view. */
export class DeferredView extends KeptView {
  override getDisplayText(): string {
    const file = this.kept.state?.['file'];
    return typeof file === 'string' ? file.replace(/^.*\/|\.md$/g, '') : this.kept.type;
  }
}

/** A view whose plugin is not there (now). */
export class UnknownView extends KeptView {
  override icon = 'ghost';

  override getDisplayText(): string {
    return `Plugin no longer active`;
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.createDiv({ cls: 'pane-empty', text: `The plugin of “${this.kept.type}” is not active.` });
    await Promise.resolve();
  }
}
