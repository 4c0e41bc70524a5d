// Memory in the margin: how well each card is known, beside its heading, callout or lead-in. Off by default.
import { MarkdownView, type MarkdownPostProcessorContext, type Plugin } from 'obsidian';
import { Redraw } from '../parts/redraw.ts';
import type { Desk, Starting } from '../shell/desk.ts';
import { EditorMarks } from './editor-marks.ts';
import { editorExtension } from './editor-types.ts';
import { markedCards, type MarkedCard } from './marked-cards.ts';
import { drawMarks, dropMarks } from './reading-marks.ts';

/** ms between a change and the marks. */
const drawAfter = 300;

interface Section {
  readonly el: WeakRef<HTMLElement>;
  readonly context: MarkdownPostProcessorContext;
}

class MemoryMarks {
  readonly #desk: Desk;
  /** What the app has drawn since marks are on. */
  #sections: Section[] = [];
  readonly #cards = new Map<string, readonly MarkedCard[]>();
  readonly #listeners = new Set<() => void>();
  readonly #redraw = new Redraw(drawAfter, () => this.#draw());
  #isOn = false;

  constructor(plugin: Plugin, desk: Desk) {
    this.#desk = desk;
    plugin.register(
      desk.flashcards.onChange(() => {
        if (this.#isOn || desk.flashcards.settings.general.margin) this.#redraw.soon();
      }),
    );
    plugin.register(() => {
      this.#redraw.close();
      this.#isOn = false;
      for (const { el } of this.#sections) this.#drop(el.deref());
    });
    const extension = editorExtension(
      (view) =>
        new EditorMarks(
          {
            desk,
            cards: (path) => (this.#isOn ? this.#cardsOf(path) : []),
            onChange: (listener) => {
              this.#listeners.add(listener);
              return () => this.#listeners.delete(listener);
            },
          },
          view,
        ),
    );
    if (extension !== null) plugin.registerEditorExtension(extension);
    this.#draw();
  }

  /** A section that the app has drawn; its note may be read later. Without cards it costs a look into a map. */
  drawn(el: HTMLElement, context: MarkdownPostProcessorContext): void {
    if (!this.#isOn) return;
    const section = { el: new WeakRef(el), context };
    this.#sections.push(section);
    this.#mark(section);
  }

  #cardsOf(path: string): readonly MarkedCard[] {
    const known = this.#cards.get(path) ?? markedCards(this.#desk.flashcards, path);
    this.#cards.set(path, known);
    return known;
  }

  #mark({ el: ref, context }: Section): void {
    const el = ref.deref();
    const cards = el ? this.#cardsOf(context.sourcePath) : [];
    const info = cards.length > 0 && el ? context.getSectionInfo(el) : null;
    if (el && info) drawMarks(this.#desk, el, info, cards);
  }

  #drop(el: HTMLElement | undefined): void {
    if (el) dropMarks(el);
  }

  /** Draws all marks again. */
  #draw(): void {
    const { flashcards, app } = this.#desk;
    const wasOn = this.#isOn;
    this.#isOn = flashcards.settings.general.margin && flashcards.knowledge === 'known';
    this.#cards.clear();
    this.#sections = this.#sections.filter(({ el }) => el.deref());
    for (const section of this.#sections) {
      this.#drop(section.el.deref());
      if (this.#isOn) this.#mark(section);
    }
    for (const listener of this.#listeners) listener();
    if (wasOn === this.#isOn) return;
    this.#sections = [];
    // What is drawn already was not looked at.
    if (this.#isOn)
      app.workspace.iterateAllLeaves(({ view }) => {
        if (view instanceof MarkdownView) view.previewMode.rerender(true);
      });
  }
}

export function addMemoryMarks(plugin: Plugin, { ready }: Starting): void {
  let marks: MemoryMarks | null = null;
  plugin.registerMarkdownPostProcessor((el, context) => marks?.drawn(el, context));
  ready.then(
    (desk) => {
      marks = new MemoryMarks(plugin, desk);
    },
    () => undefined,
  );
}
