import type * as Obsidian from 'obsidian';
import { setIcon } from './icons.ts';
import { Component } from './component.ts';
import { byDefault, documented } from './documented.ts';

export abstract class View extends documented<Obsidian.View>(Component) {
  override app: Obsidian.App;
  override icon = 'file';
  override navigation = false;
  override scope: Obsidian.Scope | null = null;
  override leaf: Obsidian.WorkspaceLeaf;
  override containerEl: HTMLElement;

  constructor(leaf: Obsidian.WorkspaceLeaf & { readonly app: Obsidian.App }) {
    super();
    this.leaf = leaf;
    this.app = leaf.app;
    this.containerEl = createDiv('workspace-leaf-content');
  }

  protected override async onOpen(): Promise<void> {}

  protected override async onClose(): Promise<void> {}

  /** Shows the view in its leaf: only now it has a type, and may fill its element. */
  async open(parent: HTMLElement): Promise<void> {
    this.containerEl.setAttr('data-type', this.getViewType());
    parent.appendChild(this.containerEl);
    this.load();
    await this.onOpen();
  }

  async close(): Promise<void> {
    await this.onClose();
    this.unload();
    this.containerEl.detach();
  }

  override getState(): Record<string, unknown> {
    return {};
  }

  override getEphemeralState(): Record<string, unknown> {
    return {};
  }

  override getIcon(): string {
    return this.icon;
  }
}

// What a view may do, and by default does not.
byDefault(View, {
  setState: () => Promise.resolve(),
  setEphemeralState: () => undefined,
  onResize: () => undefined,
  onPaneMenu: () => undefined,
});

export abstract class ItemView extends documented<
  Obsidian.ItemView & View,
  [Obsidian.WorkspaceLeaf & { readonly app: Obsidian.App }]
>(View) {
  override contentEl: HTMLElement;
  protected readonly titleEl: HTMLElement;
  private readonly actionsEl: HTMLElement;

  constructor(leaf: Obsidian.WorkspaceLeaf & { readonly app: Obsidian.App }) {
    super(leaf);
    const header = this.containerEl.createDiv('view-header');
    const titles = header.createDiv('view-header-title-container mod-at-start');
    this.titleEl = titles.createDiv('view-header-title');
    this.actionsEl = header.createDiv('view-actions');
    this.contentEl = this.containerEl.createDiv('view-content');
  }

  override async open(parent: HTMLElement): Promise<void> {
    await super.open(parent);
    this.titleEl.setText(this.getDisplayText());
  }

  override addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = createEl('button', { cls: 'clickable-icon view-action', attr: { 'aria-label': title } });
    this.actionsEl.prepend(button);
    setIcon(button, icon);
    button.addEventListener('click', (event) => void callback(event));
    return button;
  }
}
