// The options of one deck. An empty field uses the value for all notes.
import { Modal, Setting } from 'obsidian';
import { nameControls } from '../../parts/name-controls.ts';
import { parseSettings } from '../../../core/settings.ts';
import type { DeckNode } from '../../../core/study/decks/deck-tree.ts';
import type { DeckPreset, PresetOption } from '../../../core/study/decks/presets.ts';
import type { Desk } from '../../shell/desk.ts';
import { drawButtons } from '../../import/modal-buttons.ts';
import { fromText, getOption, toText } from '../option-text.ts';
import { wrongSentence } from '../wrong-sentence.ts';
import { controlOf, presetOptions, presetPaths } from './preset-options.ts';
import { trimSigns } from '../../../core/text/trim-signs.ts';

export class PresetModal extends Modal {
  readonly #desk: Desk;
  readonly #before: DeckPreset | null;
  readonly #save: (preset: DeckPreset) => void;
  #deck: string;
  readonly #values = new Map<PresetOption, unknown>();
  #problem: HTMLElement | null = null;

  constructor(desk: Desk, before: DeckPreset | null, save: (preset: DeckPreset) => void) {
    super(desk.app);
    this.#desk = desk;
    this.#before = before;
    this.#save = save;
    this.#deck = before?.deck ?? '';
    for (const name of presetOptions) if (before?.[name] !== undefined) this.#values.set(name, before[name]);
  }

  override onOpen(): void {
    const { decks: deckWords } = this.#desk.locale;
    this.modalEl.addClass('nf-import');
    this.setTitle(this.#deck === '' ? deckWords.titleNew : deckWords.title(this.#deck));
    if (!this.#before) this.#drawDeck();
    for (const name of presetOptions) this.#drawOption(name);
    nameControls(this.contentEl);
    this.#problem = this.contentEl.createEl('p', { cls: 'nf-import-problem', attr: { role: 'status' } });
    drawButtons(this.contentEl, [
      { text: deckWords.save, isYes: true, run: () => this.#finish() },
      { text: deckWords.cancel, run: () => this.close() },
    ]);
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  #drawDeck(): void {
    const { decks: deckWords } = this.#desk.locale;
    const list = this.contentEl.createEl('datalist', { attr: { id: 'nf-decks' } });
    const add = ({ deck, children }: DeckNode): void => {
      if (deck !== '') list.createEl('option', { attr: { value: deck } });
      children.forEach(add);
    };
    add(this.#desk.flashcards.study.decks());
    new Setting(this.contentEl)
      .setName(deckWords.deck)
      .setDesc(deckWords.deckDesc)
      .addText((text) => {
        text.inputEl.setAttr('list', 'nf-decks');
        text.onChange((deck) => (this.#deck = trimSigns(deck.trim(), '/#')));
      });
  }

  #drawOption(name: PresetOption): void {
    const path = presetPaths[name];
    const control = controlOf(name);
    const setting = new Setting(this.contentEl).setName(this.#desk.locale.options[path].name);
    setting.settingEl.setAttr('data-option', name);
    const all = getOption(this.#desk.flashcards.settings, path);
    const value = this.#values.get(name);
    if (control === 'choice') {
      setting.addDropdown((dropdown) =>
        dropdown
          .addOption('', this.#desk.locale.decks.asAll)
          .addOptions({ ...this.#desk.locale.choices[path] })
          .setValue(typeof value === 'string' ? value : '')
          .onChange((next) => this.#set(name, next === '' ? undefined : next)),
      );
      return;
    }
    setting.addText((text) =>
      text
        .setPlaceholder(toText(control, all))
        .setValue(value === undefined ? '' : toText(control, value))
        .onChange((next) => this.#set(name, next.trim() === '' ? undefined : fromText(control, next))),
    );
  }

  #set(name: PresetOption, value: unknown): void {
    if (value === undefined) this.#values.delete(name);
    else this.#values.set(name, value);
  }

  #finish(): void {
    const preset = { ...this.#before, deck: this.#deck } as Record<string, unknown>;
    for (const name of presetOptions) {
      if (this.#values.has(name)) preset[name] = this.#values.get(name);
      else delete preset[name];
    }
    const problem = this.#check(preset);
    this.#problem?.setText(problem ?? '');
    if (problem !== null) return;
    this.#save(preset as unknown as DeckPreset);
    this.close();
  }

  #check(preset: Readonly<Record<string, unknown>>): string | null {
    const { decks: deckWords } = this.#desk.locale;
    if (this.#deck === '') return deckWords.needsDeck;
    const { presets } = this.#desk.flashcards.settings.decks;
    const isTaken = presets.some(
      (other) => other !== this.#before && other.deck.toLowerCase() === this.#deck.toLowerCase(),
    );
    if (isTaken) return deckWords.taken(this.#deck);
    const isRight = (one: object): boolean => parseSettings({ decks: { presets: [one] } }).wrong.length === 0;
    const wrong = presetOptions.find((name) => !isRight({ deck: 'deck', [name]: preset[name] }));
    if (wrong === undefined) return null;
    const { locale } = this.#desk;
    const path = presetPaths[wrong];
    const reason = wrongSentence(locale, path, controlOf(wrong), preset[wrong]);
    return `${locale.options[path].name}: ${reason}`;
  }
}
