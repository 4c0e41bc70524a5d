// Optimizes the FSRS parameters: asks, shows the results on held-out answers, and applies them on a yes.
import { Component } from 'obsidian';
import { optimize, withParameters } from '../../app/statistics/optimizer.ts';
import type { Fit } from '../../core/training/fit.ts';
import {
  fewestAnswers,
  type NotOptimized,
  type OptimizedParameters,
} from '../../core/training/optimize-parameters.ts';
import type { Desk } from '../shell/desk.ts';
import { addButton } from '../sidebar/tab.ts';

/** Four digits are enough to tell two fits apart. */
const precise = (value: number): string => value.toFixed(4);

export class ParametersPanel extends Component {
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  #isOff = false;

  constructor(desk: Desk, el: HTMLElement) {
    super();
    this.#desk = desk;
    this.#el = el.createDiv({ cls: 'nf-figure nf-parameters' });
  }

  override onload(): void {
    this.#drawStart(null);
  }

  override onunload(): void {
    this.#isOff = true;
  }

  /** Draws the frame and returns the button row. */
  #draw(line: string | null): HTMLElement {
    const { parameters: said } = this.#desk.locale.statistics;
    const { schedule } = this.#desk.flashcards.settings;
    this.#el.empty();
    this.#el.createDiv({ cls: 'nf-figure-title', text: said.title });
    this.#el.createDiv({ cls: 'nf-hint', text: said.about });
    this.#el.createEl('p', { text: schedule.weights === null ? said.usual : said.own });
    this.#el.createEl('p', { cls: 'nf-parameters-said', text: line ?? '', attr: { role: 'status' } });
    return this.#el.createDiv('nf-buttons');
  }

  #drawStart(line: string | null): void {
    const { parameters: said } = this.#desk.locale.statistics;
    const buttons = this.#draw(line);
    addButton(buttons, said.learn, 'learn', () => void this.#learn());
    if (this.#desk.flashcards.settings.schedule.weights !== null)
      addButton(buttons, said.reset, 'reset', () => void this.#use(null, said.wasReset));
  }

  async #learn(): Promise<void> {
    const { parameters: said } = this.#desk.locale.statistics;
    const buttons = this.#draw(said.progress(0));
    const status = this.#el.find('.nf-parameters-said');
    let isStopped = false;
    addButton(buttons, said.stop, 'stop', () => (isStopped = true));
    const { flashcards: cards, slices } = this.#desk;
    const found = await optimize(cards, slices, {
      isOff: () => isStopped || this.#isOff,
      progress: (share) => status.setText(said.progress(share)),
    });
    if (this.#isOff) return;
    if (found === null) this.#drawStart(null);
    else this.#show(found);
  }

  #show(found: OptimizedParameters | NotOptimized): void {
    const { parameters: said } = this.#desk.locale.statistics;
    if (found.kind === 'refused') {
      const { few, ...others } = said.refused;
      this.#drawStart(found.why === 'few' ? few(found.answers, fewestAnswers) : others[found.why]);
      return;
    }
    const buttons = this.#draw(found.isBetter ? said.better : said.noBetter);
    this.#drawFits(buttons, found.now, found.own);
    if (!found.isBetter) {
      addButton(buttons, said.keep, 'keep', () => this.#drawStart(null));
      return;
    }
    addButton(buttons, said.apply, 'apply', () => void this.#use(found.parameters, said.applied)).addClass(
      'mod-cta',
    );
    addButton(buttons, said.keep, 'keep', () => this.#drawStart(null));
  }

  #drawFits(before: HTMLElement, now: Fit, own: Fit): void {
    const { parameters: said } = this.#desk.locale.statistics;
    const box = createDiv();
    before.before(box);
    box.createDiv({ cls: 'nf-hint', text: said.heldOut(own.answers) });
    const table = box.createEl('table', { cls: 'nf-table' });
    const head = table.createEl('thead').createEl('tr');
    for (const name of [said.measure, said.now, said.learned])
      head.createEl('th', { text: name, attr: { scope: 'col' } });
    const body = table.createEl('tbody');
    for (const [name, ofNow, ofOwn] of [
      [said.logLoss, now.logLoss, own.logLoss],
      [said.rmse, now.rmse, own.rmse],
    ] as const) {
      const row = body.createEl('tr');
      row.createEl('th', { text: name, attr: { scope: 'row' } });
      for (const value of [ofNow, ofOwn]) row.createEl('td', { text: precise(value) });
    }
  }

  async #use(parameters: readonly number[] | null, line: string): Promise<void> {
    await this.#desk.useSettings(withParameters(this.#desk.flashcards.settings, parameters));
    if (!this.#isOff) this.#drawStart(line);
  }
}
