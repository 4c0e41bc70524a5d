// One tab. Its view may be deferred: named, but not built before the tab is looked at.
import type * as Obsidian from 'obsidian';
import { documented } from './documented.ts';
import { Events } from './events.ts';
import { TFile } from './files.ts';
import { DeferredView, EmptyView } from './placeholder-views.ts';
import type { TabGroup } from './tab-group.ts';
import { View } from './view.ts';
import type { Workspace } from './workspace.ts';

interface State {
  readonly type: string;
  readonly state?: Record<string, unknown>;
  readonly active?: boolean;
}

const idOf = () => crypto.randomUUID().replaceAll('-', '').slice(0, 16);

export class WorkspaceLeaf extends documented<Obsidian.WorkspaceLeaf>(Events) {
  override hoverPopover: Obsidian.HoverPopover | null = null;
  override view: Obsidian.View;
  readonly id = idOf();
  readonly app: Obsidian.App;
  readonly containerEl = createDiv('workspace-leaf');
  /** When the tab was last active, as a count of such events. */
  activeTime = 0;
  pinned = false;
  private loading: Promise<void> | null = null;

  constructor(
    readonly workspace: Workspace,
    public group: TabGroup,
  ) {
    super();
    this.app = workspace.app;
    this.view = new EmptyView(this);
  }

  override get isDeferred(): boolean {
    return this.view instanceof DeferredView;
  }

  /** Whoever asks waits until the view is open, whoever asked first. */
  override async loadIfDeferred(): Promise<void> {
    if (this.view instanceof DeferredView) this.loading = this.build(this.view.kept);
    await this.loading;
  }

  /** Names the view only. */
  async defer(state: State): Promise<void> {
    await this.open(new DeferredView(this, state));
  }

  override getViewState(): Obsidian.ViewState {
    if (this.view instanceof DeferredView) return { ...this.view.kept };
    return { type: this.view.getViewType(), state: this.view.getState() };
  }

  override async setViewState(viewState: Obsidian.ViewState, eState?: unknown): Promise<void> {
    await this.build(viewState);
    if (eState) this.setEphemeralState(eState);
    if (viewState.active) this.workspace.setActiveLeaf(this, { focus: true });
    this.workspace.layoutChanged();
  }

  private async build({ type, state = {} }: State): Promise<void> {
    if (this.view.getViewType() !== type || this.isDeferred) {
      await this.open(this.workspace.createView(type, this, state));
    }
    await this.view.setState(state, { history: false });
    this.refresh();
  }

  override async open(view: Obsidian.View): Promise<Obsidian.View> {
    const before = this.view;
    this.view = view;
    if (before instanceof View) await before.close();
    this.containerEl.empty();
    if (view instanceof View) await view.open(this.containerEl);
    this.refresh();
    return view;
  }

  /** Brings the tab's name and icon up to date. */
  refresh(): void {
    this.group.renderHeaders();
  }

  override async openFile(file: Obsidian.TFile, openState: Obsidian.OpenViewState = {}): Promise<void> {
    const type = this.workspace.viewTypeOf(file);
    await this.build({ type, state: { ...openState.state, file: file.path } });
    if (openState.active ?? true) this.workspace.setActiveLeaf(this, { focus: true });
    if (openState.eState) this.setEphemeralState(openState.eState);
    this.workspace.layoutChanged();
  }

  override getEphemeralState(): Record<string, unknown> {
    return this.view.getEphemeralState();
  }

  override setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  override setPinned(pinned: boolean): void {
    this.pinned = pinned;
    this.trigger('pinned-change', pinned);
  }

  override togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  async close(): Promise<void> {
    if (this.view instanceof View) await this.view.close();
  }

  override detach(): void {
    this.group.remove(this);
    void this.close();
    this.workspace.left(this);
  }

  override getIcon(): string {
    return this.view.getIcon();
  }

  override getDisplayText(): string {
    return this.view.getDisplayText();
  }

  override onResize(): void {
    this.view.onResize();
  }

  override getRoot(): Obsidian.WorkspaceItem {
    return this.group.dock;
  }

  get file(): TFile | null {
    const file = (this.view as { file?: unknown }).file;
    return file instanceof TFile ? file : null;
  }
}
