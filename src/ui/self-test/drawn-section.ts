// A section of a note in a self-test: its covers, the buttons that lift them, and the grades of an answer that is shown.
import { setIcon } from 'obsidian';
import { sectionCovers, type Cover, type Covers, type SectionCovers } from '../../core/card/cover/covers.ts';
import type { Span } from '../../core/note/span.ts';
import { coverSection } from './cover-section.ts';
import type { Plan } from './plan.ts';
import { Veils } from './veil.ts';

export type CoverState = 'covered' | 'open' | 'done';

export interface Known {
  readonly state: CoverState;
  /** Reviews of the card, once it is done: an undo makes them fewer. */
  readonly reps: number;
}

export interface SectionPlan {
  readonly text: string;
  readonly covers: Covers;
  /** Asked at the top of this section, since their answers are in no section. */
  readonly top: readonly Cover[];
}

export interface TestWords {
  readonly show: string;
  question(id: string): string;
  answer(cover: Cover): string;
}

export class DrawnSection {
  readonly el: HTMLElement;
  readonly #words: TestWords;
  readonly #veils: Veils;
  readonly #covers: SectionCovers;
  readonly #top: readonly Cover[];
  readonly #topEl: HTMLElement | null = null;
  readonly #buttons = new Map<string, HTMLElement>();
  readonly #bars = new Map<string, HTMLElement>();

  constructor(el: HTMLElement, plan: SectionPlan, span: Span, words: TestWords) {
    this.el = el;
    this.#words = words;
    this.#top = plan.top;
    this.#veils = new Veils(el);
    this.#covers = sectionCovers(plan.text, plan.covers, span);
    coverSection(el, this.#veils, this.#covers);
    if (plan.top.length === 0) return;
    this.#topEl = createDiv('nf-test-top');
    el.prepend(this.#topEl);
    for (const cover of plan.top) {
      const row = this.#topEl.createDiv();
      row.createDiv({ cls: 'nf-test-question', text: words.question(cover.id), attr: { dir: 'auto' } });
      this.#veils.coverElement(cover.id, row.createDiv({ text: words.answer(cover), attr: { dir: 'auto' } }));
    }
  }

  get isEmpty(): boolean {
    return this.#covers.opens.length + this.#covers.closes.length + this.#top.length === 0;
  }

  /** Shows and hides; `drawBar` fills the bar of an answer that can be graded. */
  show(stateOf: (id: string) => CoverState, drawBar: (id: string, el: HTMLElement) => void): void {
    const { parts, opens, closes } = this.#covers;
    for (const id of this.#veils.ids) this.#veils.set(id, stateOf(id) === 'covered');
    if (parts.length > 0) this.el.addClass('nf-test-part');
    for (const { id } of [...this.#top, ...opens]) {
      if (stateOf(id) !== 'covered') this.#drop(this.#buttons, id);
      else if (!this.#buttons.has(id)) this.#buttons.set(id, this.#button(id));
    }
    for (const { id } of [...this.#top, ...closes]) {
      if (stateOf(id) !== 'open') this.#drop(this.#bars, id);
      else if (!this.#bars.has(id)) {
        const bar = createDiv({ cls: 'nf-test-bar', attr: { 'data-nf-test': id } });
        if (this.#topEl && this.#top.some((one) => one.id === id)) this.#topEl.append(bar);
        else this.el.append(bar);
        this.#bars.set(id, bar);
        drawBar(id, bar);
      }
    }
  }

  /** Leaves the section as it was. */
  lift(): void {
    for (const el of [...this.#buttons.values(), ...this.#bars.values()]) el.remove();
    this.#topEl?.remove();
    this.#veils.lift();
    this.el.removeClass('nf-test-part');
    this.el.removeAttribute('tabindex');
  }

  #drop(from: Map<string, HTMLElement>, id: string): void {
    from.get(id)?.remove();
    from.delete(id);
  }

  #button(id: string): HTMLElement {
    const button = createEl('button', { cls: 'nf-cover', attr: { type: 'button', 'data-nf-test': id } });
    setIcon(button, 'eye');
    button.createSpan({ cls: 'nf-unseen', text: `${this.#words.show}: ` });
    const veil = this.#veils.first(id);
    // What could not be found in the section is asked by name.
    button.createSpan({ cls: veil ? 'nf-unseen' : '', text: this.#words.question(id) });
    if (veil) veil.before(button);
    else this.el.append(button);
    return button;
  }
}

export interface Drawn extends Span {
  readonly section: DrawnSection;
  readonly plan: Plan;
}
