// Tabs, sidebars, and which of them is active.
import type * as Obsidian from 'obsidian';
import { debounce } from './debounce.ts';
import { documented } from './documented.ts';
import { Events } from './events.ts';
import type { TFile } from './files.ts';
import { WorkspaceLeaf } from './leaf.ts';
import { parseLinktext } from './paths.ts';
import { UnknownView } from './placeholder-views.ts';
import { Popout } from './popout.ts';
import { Dock } from './tab-group.ts';
import type { ViewTypes } from './view-types.ts';
import { readLayout, restoreLayout, type Layout } from './workspace-layout.ts';
import { activate, type AppWindow } from '../dom/windows.ts';

/** ms for the views in sight to open at the start. */
const heldUpAfter = 5000;

class HeldUp extends Error {
  constructor(types: readonly string[]) {
    super(`A view in sight holds up the start of the app, one of: ${types.join(', ')}`);
  }
}

export class Workspace extends documented<Obsidian.Workspace>(Events) {
  override activeLeaf: WorkspaceLeaf | null = null;
  override layoutReady = false;
  override containerEl: HTMLElement;
  declare leftSplit: Dock;
  declare rightSplit: Dock;
  override rootSplit: Obsidian.WorkspaceRoot;
  override activeEditor: Obsidian.MarkdownFileInfo | null = null;
  /** The middle; typed apart, since a sidebar's class serves here as well. */
  readonly middle: Dock;
  override requestSaveLayout: Obsidian.Debouncer<[], Promise<void>>;
  private readonly popouts: Popout[] = [];
  private readonly waiting: (() => unknown)[] = [];
  private readonly recent: string[] = [];
  private clock = 0;
  private lastFile: TFile | null = null;

  constructor(
    readonly app: Obsidian.App,
    private readonly views: ViewTypes,
    parent: HTMLElement,
  ) {
    super();
    this.containerEl = parent.createDiv('workspace');
    this.leftSplit = new Dock(this, this.containerEl, 'left');
    this.middle = new Dock(this, this.containerEl, 'root');
    this.rightSplit = new Dock(this, this.containerEl, 'right');
    this.rootSplit = this.middle as unknown as Obsidian.WorkspaceRoot;
    for (const dock of [this.leftSplit, this.middle, this.rightSplit]) dock.addGroup();
    this.requestSaveLayout = debounce(
      () => {
        if (this.layoutReady) this.app.saveLocalStorage('host-layout', readLayout(this));
        return Promise.resolve();
      },
      50,
      true,
    );
    views.onChange((type, registered) => void this.viewTypeChanged(type, registered));
  }

  get docks(): readonly Dock[] {
    return [this.leftSplit, this.middle, this.rightSplit, ...this.popouts.map(({ dock }) => dock)];
  }

  /**
   * As the app: the layout is ready once `onOpen` and `setState` of every view in sight have resolved. The app gives up
   * after some ten seconds, at "Loading workspace…"; here that is a failure, and sooner.
   */
  async start(layout: Layout): Promise<void> {
    let timer = 0;
    const tooLong = new Promise<never>((_, reject) => {
      timer = window.setTimeout(() => reject(new HeldUp(this.visibleTypes())), heldUpAfter);
    });
    performance.mark('layout-restoring');
    await Promise.race([restoreLayout(this, layout), tooLong]);
    performance.mark('layout-ready');
    window.clearTimeout(timer);
    this.layoutReady = true;
    for (const callback of this.waiting.splice(0)) this.ready(callback);
    this.trigger('layout-change');
  }

  /** The windows beside the main one. */
  get windows(): readonly Dock[] {
    return this.popouts.map(({ dock }) => dock);
  }

  openWindow(): Dock {
    return this.popOut().dock;
  }

  /** As the app quits: the windows go, and what was open stays as it was saved. */
  quit(): void {
    this.layoutReady = false;
    for (const popout of [...this.popouts]) popout.close();
  }

  override getLayout(): Record<string, unknown> {
    return { ...readLayout(this) };
  }

  /** Closes what is open and opens the tabs of a layout, as when a saved workspace is loaded. */
  override async changeLayout(layout: unknown): Promise<void> {
    this.activeLeaf = null;
    for (const popout of [...this.popouts]) {
      await popout.dock.clear(() => false);
      popout.close();
    }
    for (const dock of [this.middle, this.leftSplit, this.rightSplit])
      await dock.clear(({ view }) => view.getViewType() === 'file-explorer');
    await restoreLayout(this, layout as Layout);
    this.layoutChanged();
  }

  private visibleTypes(): string[] {
    return this.docks
      .filter(({ visible }) => visible)
      .flatMap(({ groups }) => groups.flatMap(({ top }) => top?.view.getViewType() ?? []));
  }

  private ready(callback: () => unknown): void {
    try {
      callback();
    } catch (error) {
      reportError(error);
    }
  }

  override onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) window.setTimeout(() => this.ready(callback));
    else this.waiting.push(callback);
  }

  createView(type: string, leaf: WorkspaceLeaf, state: Record<string, unknown>): Obsidian.View {
    return this.views.get(type)?.(leaf) ?? new UnknownView(leaf, { type, state });
  }

  viewTypeOf(file: Obsidian.TFile): string {
    return file.extension === 'md' ? 'markdown' : 'image';
  }

  /** Open leaves of a plugin that goes show a placeholder, and their view again when it is back. */
  private async viewTypeChanged(type: string, registered: boolean): Promise<void> {
    for (const leaf of this.getLeavesOfType(type)) {
      const { state = {} } = leaf.getViewState();
      if (leaf.isDeferred) continue;
      if (!registered) await leaf.open(new UnknownView(leaf, { type, state }));
      else if (leaf.view instanceof UnknownView) {
        await leaf.open(this.createView(type, leaf, state));
        await leaf.view.setState(state, { history: false });
      }
    }
  }

  layoutChanged(): void {
    if (!this.layoutReady) return;
    void this.requestSaveLayout();
    this.trigger('layout-change');
  }

  /** A leaf was closed: another one becomes active. */
  left(leaf: WorkspaceLeaf): void {
    if (this.activeLeaf === leaf) {
      this.activeLeaf = null;
      const next = this.getMostRecentLeaf() ?? this.newLeaf(this.middle);
      this.setActiveLeaf(next);
    }
    if (this.middle.leaves.length === 0) this.newLeaf(this.middle);
    for (const popout of this.popouts) if (popout.dock.leaves.length === 0) popout.close();
    this.layoutChanged();
  }

  newLeaf(dock: Dock, group = dock.groups[0]): WorkspaceLeaf {
    const home = group ?? dock.addGroup();
    const leaf = new WorkspaceLeaf(this, home);
    home.add(leaf);
    return leaf;
  }

  override getLeaf(how?: Obsidian.PaneType | boolean): WorkspaceLeaf {
    if (!how) return this.getUnpinnedLeaf();
    if (how === 'window') return this.openPopoutLeaf();
    // Beside the tab in front, in its own window.
    const isOut = this.popouts.some(({ dock }) => dock === this.activeLeaf?.group.dock);
    const current = isOut ? this.activeLeaf : this.getMostRecentLeaf();
    const dock = current?.group.dock ?? this.middle;
    const group = how === 'split' ? dock.addGroup() : current?.group;
    const leaf = this.newLeaf(dock, group);
    group?.show(leaf);
    return leaf;
  }

  private popOut(): Popout {
    const popout = new Popout(this, () => {
      this.popouts.splice(this.popouts.indexOf(popout), 1);
      for (const leaf of popout.dock.leaves) leaf.detach();
    });
    this.popouts.push(popout);
    return popout;
  }

  override moveLeafToPopout(leaf: Obsidian.WorkspaceLeaf): Obsidian.WorkspaceWindow {
    if (!(leaf instanceof WorkspaceLeaf)) throw new Error('not a leaf of this workspace');
    const popout = this.popOut();
    leaf.group.remove(leaf);
    popout.take(leaf);
    this.setActiveLeaf(leaf, { focus: true });
    this.layoutChanged();
    return popout as unknown as Obsidian.WorkspaceWindow;
  }

  override openPopoutLeaf(): WorkspaceLeaf {
    return this.newLeaf(this.popOut().dock);
  }

  override handleLinkContextMenu(menu: Obsidian.Menu, linktext: string, sourcePath: string): boolean {
    const file = this.app.metadataCache.getFirstLinkpathDest(parseLinktext(linktext).path, sourcePath);
    if (!file) return false;
    menu.addItem((item) =>
      item
        .setTitle('Open in new tab')
        .setIcon('file-plus')
        .onClick(() => void this.openLinkText(linktext, sourcePath, 'tab')),
    );
    this.trigger('file-menu', menu, file, 'link-context-menu');
    return true;
  }

  override getUnpinnedLeaf(): WorkspaceLeaf {
    const recent = this.getMostRecentLeaf();
    const usable = (leaf: WorkspaceLeaf) =>
      !leaf.pinned && (leaf.view.navigation || leaf.view.getViewType() === 'empty');
    if (recent && usable(recent)) return recent;
    return this.middle.leaves.find(usable) ?? this.getLeaf('tab');
  }

  override getMostRecentLeaf(): WorkspaceLeaf | null {
    const sorted = [...this.middle.leaves].sort((a, b) => b.activeTime - a.activeTime);
    return sorted[0] ?? null;
  }

  override getLeftLeaf(split: boolean): WorkspaceLeaf | null {
    return this.sideLeaf(this.leftSplit, split);
  }

  override getRightLeaf(split: boolean): WorkspaceLeaf | null {
    return this.sideLeaf(this.rightSplit, split);
  }

  private sideLeaf(dock: Dock, split: boolean): WorkspaceLeaf {
    return this.newLeaf(dock, split ? dock.addGroup() : dock.groups[0]);
  }

  override async ensureSideLeaf(
    type: string,
    side: Obsidian.Side,
    options: { active?: boolean; split?: boolean; reveal?: boolean; state?: unknown } = {},
  ): Promise<WorkspaceLeaf> {
    const { active = false, split = false, reveal = true, state } = options;
    let leaf = this.getLeavesOfType(type)[0];
    if (!leaf || state !== undefined) {
      leaf ??= this.sideLeaf(side === 'left' ? this.leftSplit : this.rightSplit, split);
      await leaf.setViewState({ type, state: (state ?? {}) as Record<string, unknown> });
    }
    if (reveal) await this.revealLeaf(leaf);
    if (active) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  override async revealLeaf(leaf: Obsidian.WorkspaceLeaf): Promise<void> {
    if (!(leaf instanceof WorkspaceLeaf)) return;
    if (leaf.group.dock !== this.middle) leaf.group.dock.expand();
    leaf.group.show(leaf);
    await leaf.loadIfDeferred();
    this.setActiveLeaf(leaf, { focus: true });
    this.layoutChanged();
  }

  override setActiveLeaf(
    leaf: Obsidian.WorkspaceLeaf,
    how?: boolean | { focus?: boolean },
    focusToo?: boolean,
  ): void {
    if (!(leaf instanceof WorkspaceLeaf)) return;
    leaf.activeTime = this.clock += 1;
    const changed = this.activeLeaf !== leaf;
    this.activeLeaf?.containerEl.removeClass('mod-active');
    this.activeLeaf = leaf;
    leaf.containerEl.addClass('mod-active');
    activate(leaf.containerEl.win as AppWindow);
    leaf.group.show(leaf);
    if (focusToo ?? (typeof how === 'object' && how.focus)) leaf.view.containerEl.focus();
    this.activeEditor =
      leaf.view.getViewType() === 'markdown' ? (leaf.view as unknown as Obsidian.MarkdownFileInfo) : null;
    if (changed) this.trigger('active-leaf-change', leaf);
    this.fileShown();
  }

  /** Tells of another file in the middle, once. */
  fileShown(): void {
    const file = this.getActiveFile();
    if (file === this.lastFile) return;
    this.lastFile = file;
    if (file) this.recent.unshift(...this.recent.splice(this.recent.indexOf(file.path) >>> 0, 1), file.path);
    this.trigger('file-open', file);
  }

  override getActiveFile(): TFile | null {
    return this.activeLeaf?.file ?? this.getMostRecentLeaf()?.file ?? null;
  }

  override getActiveViewOfType<T extends Obsidian.View>(type: Obsidian.Constructor<T>): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  override iterateAllLeaves(callback: (leaf: Obsidian.WorkspaceLeaf) => unknown): void {
    // As in the app, `true` ends the walk.
    for (const leaf of this.docks.flatMap((dock) => dock.leaves)) if (callback(leaf) === true) return;
  }

  override iterateRootLeaves(callback: (leaf: Obsidian.WorkspaceLeaf) => unknown): void {
    for (const leaf of this.middle.leaves) if (callback(leaf) === true) return;
  }

  override getLeavesOfType(type: string): WorkspaceLeaf[] {
    return this.docks.flatMap((dock) => dock.leaves).filter(({ view }) => view.getViewType() === type);
  }

  override getLeafById(id: string): WorkspaceLeaf | null {
    return this.docks.flatMap((dock) => dock.leaves).find((leaf) => leaf.id === id) ?? null;
  }

  override detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }

  override getLastOpenFiles(): string[] {
    return [...new Set(this.recent)].slice(0, 10);
  }

  override async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: Obsidian.PaneType | boolean,
    openViewState: Obsidian.OpenViewState = {},
  ): Promise<void> {
    const { path, subpath } = parseLinktext(linktext);
    let file: Obsidian.TFile | null = this.app.metadataCache.getFirstLinkpathDest(path, sourcePath);
    if (!file) {
      // As in the app, a click on a missing link creates the note.
      const folder = this.app.fileManager.getNewFileParent(sourcePath).path;
      const name = /\.md$/i.test(path) ? path : `${path}.md`;
      const whole = folder === '/' || name.includes('/') ? name : `${folder}/${name}`;
      file = await this.app.vault.create(whole, '');
    }
    const eState = { ...openViewState.eState, ...(subpath !== '' && { subpath }) };
    await this.getLeaf(newLeaf).openFile(file, { ...openViewState, eState });
  }

  override updateOptions(): void {
    this.trigger('css-change');
  }
}
