// A row of tab headers over the leaf that is on top, and the docks that hold such groups.
import type * as Obsidian from 'obsidian';
import { documented } from './documented.ts';
import { Events } from './events.ts';
import { setIcon } from './icons.ts';
import { Menu } from './menu.ts';
import type { WorkspaceLeaf } from './leaf.ts';
import type { Workspace } from './workspace.ts';

export class TabGroup {
  readonly containerEl: HTMLElement;
  readonly leaves: WorkspaceLeaf[] = [];
  private readonly headersEl: HTMLElement;
  private readonly tabsEl: HTMLElement;
  private shown: WorkspaceLeaf | null = null;
  /** Whether all tabs are side by side. */
  stacked = false;

  constructor(
    private readonly workspace: Workspace,
    readonly dock: Dock,
  ) {
    this.containerEl = dock.containerEl.createDiv('workspace-tabs');
    const header = this.containerEl.createDiv('workspace-tab-header-container');
    this.headersEl = header.createDiv({
      cls: 'workspace-tab-header-container-inner',
      attr: { role: 'tablist' },
    });
    this.tabsEl = this.containerEl.createDiv('workspace-tab-container');
  }

  get top(): WorkspaceLeaf | null {
    return this.shown;
  }

  add(leaf: WorkspaceLeaf): void {
    this.leaves.push(leaf);
    this.tabsEl.appendChild(leaf.containerEl);
    if (!this.shown) this.show(leaf);
    else this.renderHeaders();
  }

  remove(leaf: WorkspaceLeaf): void {
    const at = this.leaves.indexOf(leaf);
    if (at < 0) return;
    this.leaves.splice(at, 1);
    leaf.containerEl.detach();
    if (this.shown === leaf) {
      this.shown = null;
      const next = this.leaves[Math.max(0, at - 1)];
      if (next) this.show(next);
    }
    this.renderHeaders();
    if (this.leaves.length === 0) this.dock.dropIfSpare(this);
  }

  setStacked(stacked: boolean): void {
    this.stacked = stacked;
    this.containerEl.toggleClass('mod-stacked', stacked);
    this.renderHeaders();
  }

  show(leaf: WorkspaceLeaf): void {
    this.shown = leaf;
    this.renderHeaders();
    if (this.dock.visible) void leaf.loadIfDeferred();
  }

  renderHeaders(): void {
    this.headersEl.empty();
    for (const leaf of this.leaves) {
      const active = leaf === this.shown;
      leaf.containerEl.toggle(active || this.stacked);
      const label = leaf.getDisplayText();
      const tab = this.headersEl.createDiv({
        cls: 'workspace-tab-header tappable',
        attr: {
          role: 'tab',
          'aria-label': label,
          'aria-selected': active,
          'data-type': leaf.view.getViewType(),
        },
      });
      tab.toggleClass('is-active', active);
      tab.toggleClass('mod-active', this.workspace.activeLeaf === leaf);
      const inner = tab.createDiv('workspace-tab-header-inner');
      setIcon(inner.createDiv('workspace-tab-header-inner-icon'), leaf.getIcon());
      inner.createDiv({ cls: 'workspace-tab-header-inner-title', text: label });
      const close = inner.createDiv({
        cls: 'workspace-tab-header-inner-close-button',
        attr: { 'aria-label': 'Close' },
      });
      setIcon(close, 'x');
      close.addEventListener('click', (event) => {
        event.stopPropagation();
        leaf.detach();
      });
      tab.addEventListener('contextmenu', (event) => {
        event.preventDefault();
        const menu = new Menu();
        menu.addItem((item) =>
          item
            .setTitle('Close')
            .setIcon('x')
            .onClick(() => leaf.detach()),
        );
        if (leaf.file) this.workspace.trigger('file-menu', menu, leaf.file, 'tab-header', leaf);
        menu.showAtMouseEvent(event);
      });
      tab.addEventListener('click', () => {
        this.show(leaf);
        this.workspace.setActiveLeaf(leaf, { focus: true });
        this.workspace.layoutChanged();
      });
    }
  }
}

/** The left or right sidebar, or the middle. */
export class Dock extends documented<Obsidian.WorkspaceSidedock>(Events) {
  override collapsed = false;
  readonly groups: TabGroup[] = [];
  readonly containerEl: HTMLElement;

  constructor(
    private readonly workspace: Workspace,
    parent: HTMLElement,
    readonly kind: 'left' | 'root' | 'right',
  ) {
    super();
    const cls = kind === 'root' ? 'mod-vertical mod-root' : `mod-horizontal mod-sidedock mod-${kind}-split`;
    this.containerEl = parent.createDiv(`workspace-split ${cls}`);
  }

  get visible(): boolean {
    return !this.collapsed;
  }

  get leaves(): WorkspaceLeaf[] {
    return this.groups.flatMap((group) => group.leaves);
  }

  addGroup(): TabGroup {
    const group = new TabGroup(this.workspace, this);
    this.groups.push(group);
    return group;
  }

  /** Closes all leaves but those to keep, and all groups but the first. */
  async clear(keeps: (leaf: WorkspaceLeaf) => boolean): Promise<void> {
    for (const leaf of this.leaves) {
      if (keeps(leaf)) continue;
      leaf.group.remove(leaf);
      await leaf.close();
    }
    for (const group of [...this.groups]) {
      if (group.leaves.length === 0) this.dropIfSpare(group);
      group.setStacked(false);
    }
  }

  /** The last group stays. */
  dropIfSpare(group: TabGroup): void {
    if (this.groups.length < 2) return;
    this.groups.splice(this.groups.indexOf(group), 1);
    group.containerEl.detach();
  }

  private set(collapsed: boolean): void {
    if (this.collapsed === collapsed) return;
    this.collapsed = collapsed;
    this.containerEl.toggleClass('is-sidedock-collapsed', collapsed);
    if (!collapsed) for (const { top } of this.groups) void top?.loadIfDeferred();
    this.workspace.layoutChanged();
    this.workspace.trigger('resize');
  }

  override collapse(): void {
    this.set(true);
  }

  override expand(): void {
    this.set(false);
  }

  override toggle(): void {
    this.set(!this.collapsed);
  }
}
