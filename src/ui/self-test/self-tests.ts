// Self-tests: the command and the button of a note that turn its reading view into a test, and back.
import { MarkdownView, type Plugin } from 'obsidian';
import { Redraw } from '../parts/redraw.ts';
import type { Desk, Starting } from '../shell/desk.ts';
import { SelfTest, type Sections } from './self-test.ts';

/** ms between a change and the buttons. */
const drawAfter = 200;

class SelfTests {
  readonly #plugin: Plugin;
  readonly #starting: Starting;
  readonly #sections: Sections;
  readonly #buttons = new Map<MarkdownView, HTMLElement>();
  readonly #redraw = new Redraw(drawAfter, () => this.#follow());
  #desk: Desk | null = null;
  #test: SelfTest | null = null;

  constructor(plugin: Plugin, starting: Starting, sections: Sections) {
    this.#plugin = plugin;
    this.#starting = starting;
    this.#sections = sections;
    const { workspace } = plugin.app;
    plugin.addCommand({
      id: 'self-test',
      name: starting.locale.main.commands.selfTest,
      checkCallback: (checking) => {
        const view = workspace.getActiveViewOfType(MarkdownView);
        if (!view || !this.#hasCards(view)) return false;
        if (!checking) void this.#toggle(view);
        return true;
      },
    });
    for (const event of ['layout-change', 'active-leaf-change', 'file-open'] as const)
      plugin.registerEvent(workspace.on(event as 'layout-change', () => this.#follow()));
    plugin.register(() => this.#close());
    starting.ready.then(
      (desk) => {
        this.#desk = desk;
        plugin.register(desk.flashcards.onChange(() => this.#redraw.soon()));
        this.#follow();
      },
      () => undefined,
    );
  }

  #hasCards({ file }: MarkdownView): boolean {
    return file !== null && (this.#desk?.flashcards.note(file.path)?.cards.length ?? 0) > 0;
  }

  /** A button for each view of a note with cards; a test ends with its view, and where that shows something else. */
  #follow(): void {
    const views = new Set<MarkdownView>();
    this.#plugin.app.workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView && this.#hasCards(view)) views.add(view);
    });
    for (const [view, button] of this.#buttons) {
      if (views.has(view)) continue;
      button.remove();
      this.#buttons.delete(view);
    }
    const { selfTest } = this.#starting.locale.main.commands;
    for (const view of views)
      if (!this.#buttons.has(view))
        this.#buttons.set(
          view,
          view.addAction('graduation-cap', selfTest, () => void this.#toggle(view)),
        );
    const test = this.#test;
    if (
      test &&
      (!views.has(test.view) || test.view.file?.path !== test.path || test.view.getMode() !== 'preview')
    )
      this.#end();
  }

  async #toggle(view: MarkdownView): Promise<void> {
    const desk = this.#desk;
    const path = view.file?.path;
    const isRunning = this.#test?.view === view;
    this.#end();
    if (!desk || path === undefined || isRunning) return;
    if (!desk.flashcards.progress || !desk.flashcards.linker.notes.has(path)) await desk.flashcards.settle();
    if (desk.flashcards.knowledge !== 'known') {
      desk.tell(desk.locale.main.missing.reading);
      return;
    }
    if (view.getMode() !== 'preview') {
      const state = view.leaf.getViewState();
      await view.leaf.setViewState({ ...state, state: { ...state.state, mode: 'preview' } });
    }
    if (view.file?.path !== path || view.getMode() !== 'preview') return;
    this.#end();
    this.#test = new SelfTest(desk, view, path, this.#sections, () => this.#end());
    this.#plugin.addChild(this.#test);
    this.#buttons.get(view)?.addClass('is-active');
  }

  #end(): void {
    const test = this.#test;
    this.#test = null;
    if (!test) return;
    this.#buttons.get(test.view)?.removeClass('is-active');
    this.#plugin.removeChild(test);
  }

  #close(): void {
    this.#redraw.close();
    this.#end();
    for (const button of this.#buttons.values()) button.remove();
    this.#buttons.clear();
  }
}

/** Adds self-tests. What the app draws is only noted: it is drawn over once a test runs, before the browser paints. */
export function addSelfTests(plugin: Plugin, starting: Starting): void {
  const sections: Sections = new WeakMap();
  plugin.registerMarkdownPostProcessor((el, context) => void sections.set(el, context));
  new SelfTests(plugin, starting, sections);
}
