// What plugins see of CodeMirror in the app's editor, over a plain text area: this is not CodeMirror. View plugins get
// their view and its updates, and places come from the text area; there are no decorations and no states to extend.
import type * as Obsidian from 'obsidian';

interface Update {
  readonly view: CodeView;
  readonly docChanged: boolean;
  readonly geometryChanged: boolean;
  readonly viewportChanged: boolean;
  readonly changes: { mapPos(at: number, side?: number): number };
}

interface PluginValue {
  update?(update: Update): void;
  destroy?(): void;
}

interface Measure {
  readonly key?: unknown;
  read(view: CodeView): unknown;
  write?(read: unknown, view: CodeView): void;
}

export class ViewPlugin {
  private constructor(readonly create: (view: CodeView) => PluginValue) {}

  static define(create: (view: CodeView) => PluginValue): ViewPlugin {
    return new ViewPlugin(create);
  }

  static fromClass(type: new (view: CodeView) => PluginValue): ViewPlugin {
    return ViewPlugin.define((view) => new type(view));
  }
}

class StateField {
  constructor(readonly read: (view: CodeView) => unknown) {}
}

const info = new StateField((view) => view.host.info());

/** As the app exports them. */
export const editorFields = {
  editorEditorField: new StateField((view) => view),
  editorInfoField: info,
  editorViewField: info,
  editorLivePreviewField: new StateField((view) => view.host.isLive()),
  livePreviewState: ViewPlugin.define(() => ({})),
};

const views = new Set<CodeView>();

/** The view plugins of all editors; those that are open take up a new one at once. */
class EditorPlugins {
  private readonly all = new Set<ViewPlugin>();

  [Symbol.iterator](): Iterator<ViewPlugin> {
    return this.all.values();
  }

  add(plugin: ViewPlugin): void {
    this.all.add(plugin);
    for (const view of views) view.restart();
  }

  delete(plugin: ViewPlugin): void {
    this.all.delete(plugin);
    for (const view of views) view.restart();
  }
}

export const editorPlugins = new EditorPlugins();

interface Host {
  info(): Obsidian.MarkdownFileInfo;
  isLive(): boolean;
}

/** ms that plugins took for the last updates, their measuring included; a measurement reads it. */
export const updateTimes: number[] = [];

export class CodeView {
  readonly dom: HTMLElement;
  readonly scrollDOM: HTMLElement;
  readonly contentDOM: HTMLElement;
  private plugins: PluginValue[] = [];
  private text: string;
  private tops: number[] | null = null;
  private starts: number[] | null = null;
  private measures = new Map<unknown, Measure>();
  private frame = 0;
  private readonly watch: ResizeObserver;

  constructor(
    private readonly area: HTMLTextAreaElement,
    box: HTMLElement,
    readonly host: Host,
  ) {
    this.dom = box;
    this.scrollDOM = box;
    this.contentDOM = area;
    this.text = area.value;
    area.addEventListener('scroll', () => this.update(null));
    // Only then do lines have their places.
    this.watch = new ResizeObserver(() => this.moved());
    this.watch.observe(area);
    views.add(this);
    this.restart();
  }

  destroy(): void {
    views.delete(this);
    this.watch.disconnect();
    for (const plugin of this.plugins.splice(0)) plugin.destroy?.();
  }

  restart(): void {
    for (const plugin of this.plugins.splice(0)) plugin.destroy?.();
    this.plugins = [...editorPlugins].map(({ create }) => create(this));
  }

  get state() {
    const { text } = this;
    const line = (number: number) => {
      const lines = text.split('\n');
      const from = lines.slice(0, number - 1).reduce((sum, one) => sum + one.length + 1, 0);
      const shown = lines[number - 1];
      if (shown === undefined) throw new RangeError(`Invalid line number ${number}`);
      return { number, from, to: from + shown.length, text: shown };
    };
    return {
      doc: { length: text.length, lines: text.split('\n').length, line, toString: () => text },
      field: (field: StateField) => field.read(this),
    };
  }

  /** What is seen and as much above and below it. */
  get viewport(): { from: number; to: number } {
    const { scrollTop, clientHeight } = this.area;
    const tops = this.lineTops();
    const first = tops.filter((top) => top < scrollTop - clientHeight).length;
    const last = tops.filter((top) => top <= scrollTop + 2 * clientHeight).length;
    const starts = this.lineStarts();
    return { from: starts[first] ?? 0, to: (starts[last] ?? this.text.length + 1) - 1 };
  }

  private lineStarts(): number[] {
    this.starts ??= [0, ...[...this.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    return this.starts;
  }

  get documentTop(): number {
    const padding = Number.parseFloat(getComputedStyle(this.area).paddingTop);
    return this.area.getBoundingClientRect().top + padding - this.area.scrollTop;
  }

  lineBlockAt(at: number): { from: number; top: number; height: number } {
    const starts = this.lineStarts();
    let [line, high] = [0, starts.length - 1];
    while (line < high) {
      const middle = (line + high + 1) >> 1;
      if ((starts[middle] ?? Infinity) <= at) line = middle;
      else high = middle - 1;
    }
    const tops = this.lineTops();
    const top = tops[line] ?? 0;
    return { from: at, top, height: (tops[line + 1] ?? top) - top };
  }

  /** Pixels from the top of the text to each line, measured on a copy. */
  private lineTops(): number[] {
    if (this.tops) return this.tops;
    const copy = createDiv({ cls: this.area.className, parent: this.dom });
    const { width, paddingLeft, paddingRight, lineHeight, font, letterSpacing } = getComputedStyle(this.area);
    copy.setCssStyles({ width, paddingLeft, paddingRight, font, lineHeight, letterSpacing, height: 'auto' });
    copy.setCssStyles({ position: 'absolute', visibility: 'hidden', paddingTop: '0', paddingBottom: '0' });
    copy.setCssStyles({ top: '0', whiteSpace: 'pre-wrap', overflowWrap: 'break-word' });
    const lines = this.text
      .split('\n')
      .map((text) => copy.createDiv({ text: text === '' ? '\u200B' : text }));
    this.tops = lines.map((line) => line.offsetTop);
    copy.detach();
    return this.tops;
  }

  requestMeasure(measure: Measure): void {
    this.measures.set(measure.key ?? measure, measure);
    this.frame ||= window.requestAnimationFrame(() => {
      this.frame = 0;
      this.measure();
    });
  }

  private measure(): void {
    if (!this.area.isShown()) return;
    // The text area's own places, which CodeMirror knows without measuring, are no part of what plugins take.
    this.lineTops();
    this.lineStarts();
    const all = [...this.measures.values()];
    this.measures.clear();
    const start = performance.now();
    const read = all.map((one) => one.read(this));
    all.forEach((one, nth) => one.write?.(read[nth], this));
    updateTimes.push(performance.now() - start);
  }

  /** The text is another one: from the first difference to the last. */
  changed(): void {
    const [before, after] = [this.text, this.area.value];
    if (before === after) return;
    let start = 0;
    while (start < before.length && before[start] === after[start]) start += 1;
    let same = 0;
    const most = Math.min(before.length, after.length) - start;
    while (same < most && before.at(-1 - same) === after.at(-1 - same)) same += 1;
    const end = before.length - same;
    const grown = after.length - before.length;
    this.text = after;
    this.starts = null;
    this.tops = null;
    this.update((at, side = -1) => {
      if (at < start || (at === start && side < 0)) return at;
      return at >= end ? at + grown : start;
    });
  }

  /** What is around the text has changed. */
  moved(): void {
    this.tops = null;
    this.update(null);
  }

  private update(mapPos: ((at: number, side?: number) => number) | null): void {
    const update: Update = {
      view: this,
      docChanged: mapPos !== null,
      geometryChanged: true,
      viewportChanged: false,
      changes: { mapPos: mapPos ?? ((at) => at) },
    };
    const start = performance.now();
    for (const plugin of this.plugins) plugin.update?.(update);
    updateTimes.push(performance.now() - start);
  }
}
