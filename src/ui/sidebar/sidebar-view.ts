// The sidebar: what is due today, the cards of the active note, and the decks.
import { ItemView, MarkdownView, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import type { Desk, Starting } from '../shell/desk.ts';
import { Redraw, replaceFocused } from '../parts/redraw.ts';
import { isFromRight } from '../parts/text-direction.ts';
import { sidebarViewType } from '../shell/screens.ts';
import { drawWhenReady } from '../shell/draw-when-ready.ts';
import { DecksTab } from './decks-tab.ts';
import { NoteTab } from './note-tab.ts';
import type { TabHost, TabPanel } from './tab.ts';
import { StatisticsTab } from './statistics-tab.ts';
import { TodayTab } from './today-tab.ts';

type TabName = 'today' | 'note' | 'decks' | 'statistics';

const tabNames: readonly TabName[] = ['today', 'note', 'decks', 'statistics'];

const makers: Readonly<Record<TabName, new (host: TabHost) => TabPanel>> = {
  today: TodayTab,
  note: NoteTab,
  decks: DecksTab,
  statistics: StatisticsTab,
};

/** ms between a change and the redraw. */
const drawAfter = 100;

export class SidebarView extends ItemView {
  override navigation = false;
  readonly #starting: Starting;
  #tab: TabName = 'today';
  #notePath: string | null = null;
  #desk: Desk | null = null;
  #panel: TabPanel | null = null;
  readonly #redraw = new Redraw(drawAfter, () => {
    // A button that is replaced between press and release never gets the click.
    if (this.contentEl.find(':active')) this.#redraw.soon();
    else replaceFocused(this.contentEl, () => this.#panel?.refresh());
  });

  constructor(leaf: WorkspaceLeaf, starting: Starting) {
    super(leaf);
    this.#starting = starting;
    this.icon = 'layers';
  }

  override getViewType(): string {
    return sidebarViewType;
  }

  override getDisplayText(): string {
    return this.#starting.locale.main.name;
  }

  override getState(): Record<string, unknown> {
    return { tab: this.#tab };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const { tab } = Object(state) as Record<string, unknown>;
    const found = tabNames.find((name) => name === tab);
    if (found === undefined || found === this.#tab) return;
    this.#tab = found;
    if (this.#desk) this.#draw(this.#desk);
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass('nf-sidebar');
    drawWhenReady(this, this.#starting, (desk) => this.#begin(desk));
    return Promise.resolve();
  }

  #begin(desk: Desk): void {
    this.#desk = desk;
    this.register(desk.flashcards.onChange(() => this.#redraw.soon()));
    this.registerEvent(this.app.workspace.on('file-open', () => this.#follow()));
    this.registerEvent(this.app.workspace.on('active-leaf-change', () => this.#follow()));
    // Learning cards become due, and days end.
    this.registerInterval(window.setInterval(() => this.#redraw.soon(), 60_000));
    this.register(() => this.#redraw.close());
    this.#notePath = this.#noteInFront();
    this.#draw(desk);
  }

  #noteInFront(): string | null {
    const file =
      this.app.workspace.getActiveViewOfType(MarkdownView)?.file ?? this.app.workspace.getActiveFile();
    return file?.extension === 'md' ? file.path : null;
  }

  #follow(): void {
    const path = this.#noteInFront();
    if (path === this.#notePath) return;
    this.#notePath = path;
    if (this.#panel?.followsNote) this.#redraw.soon();
  }

  #draw(desk: Desk): void {
    this.contentEl.empty();
    const tabs = this.contentEl.createDiv({ cls: 'nf-tabs', attr: { role: 'tablist' } });
    for (const name of tabNames) {
      const isShown = name === this.#tab;
      const tab = tabs.createEl('button', {
        cls: 'nf-tab',
        text: name === 'statistics' ? desk.locale.statistics.tab : desk.locale.main.sidebar[name],
        attr: {
          type: 'button',
          role: 'tab',
          'aria-selected': String(isShown),
          tabindex: isShown ? 0 : -1,
          'data-tab': name,
          id: `nf-tab-${name}`,
        },
      });
      tab.addEventListener('click', () => this.#show(name));
    }
    tabs.addEventListener('keydown', (event) => this.#moveTab(event));
    const el = this.contentEl.createDiv({
      cls: `nf-panel nf-panel-${this.#tab}`,
      attr: { role: 'tabpanel', 'aria-labelledby': `nf-tab-${this.#tab}` },
    });
    if (this.#panel) this.removeChild(this.#panel);
    this.#panel = this.addChild(new makers[this.#tab]({ desk, el, notePath: () => this.#notePath }));
    this.#panel.refresh();
  }

  #show(name: TabName): void {
    if (!this.#desk) return;
    this.#tab = name;
    void this.app.workspace.requestSaveLayout();
    this.#draw(this.#desk);
    this.contentEl.find('.nf-tab[aria-selected="true"]')?.focus();
  }

  #moveTab(event: KeyboardEvent): void {
    const along = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const by = isFromRight(this.contentEl) ? -along : along;
    const next = tabNames[(tabNames.indexOf(this.#tab) + by + tabNames.length) % tabNames.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    this.#show(next);
  }
}
