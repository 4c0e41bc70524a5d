// The options of a deck, which are those of its preset; or a preset with its decks. An empty field uses the value for
// all notes.
import { Modal, Setting } from 'obsidian';
import { nameControls } from '../../parts/name-controls.ts';
import { parseSettings } from '../../../core/settings.ts';
import {
  decksWith,
  freeName,
  missingPresets,
  presetNamed,
  tidyDeck,
  useOf,
  withDecks,
  withPreset,
  type DeckOptions,
  type NamedPreset,
} from '../../../core/study/decks/named-presets.ts';
import { deckKey } from '../../../core/study/decks/deck-names.ts';
import type { PresetOption } from '../../../core/study/decks/presets.ts';
import type { Desk } from '../../shell/desk.ts';
import { drawButtons } from '../../import/modal-buttons.ts';
import { fromText, getOption, toText } from '../option-text.ts';
import { wrongSentence } from '../wrong-sentence.ts';
import { controlOf, presetOptions, presetPaths } from './preset-options.ts';

export class PresetModal extends Modal {
  readonly #desk: Desk;
  /** Null where a preset is edited for itself. */
  readonly #deck: string | null;
  readonly #save: (decks: DeckOptions) => void;
  /** Name of the preset so far; null for a new one. */
  #before: string | null;
  #name = '';
  #decks: string;
  #more: Partial<NamedPreset> = {};
  /** Whether it was there when it was shown, and its end has not been told. */
  #isKnown = false;
  readonly #values = new Map<PresetOption, unknown>();
  #fieldsEl: HTMLElement | null = null;
  #problem: HTMLElement | null = null;

  constructor(
    desk: Desk,
    target: { readonly deck: string } | { readonly preset: string | null },
    save: (decks: DeckOptions) => void,
  ) {
    super(desk.app);
    this.#desk = desk;
    this.#save = save;
    this.#deck = 'deck' in target ? target.deck : null;
    this.#before = 'deck' in target ? (useOf(this.#all, target.deck)?.preset ?? null) : target.preset;
    this.#decks = decksWith(this.#all, this.#before ?? '').join('\n');
    this.#take();
  }

  get #all(): DeckOptions {
    return this.#desk.flashcards.settings.decks;
  }

  override onOpen(): void {
    const { decks: deckWords } = this.#desk.locale;
    this.modalEl.addClass('nf-import');
    this.setTitle(this.#deck === null ? deckWords.preset : deckWords.title(this.#deck));
    if (this.#deck !== null) this.#drawChoice();
    this.#fieldsEl = this.contentEl.createDiv();
    this.#drawFields();
    this.#problem = this.contentEl.createEl('p', { cls: 'nf-import-problem', attr: { role: 'status' } });
    drawButtons(this.contentEl, [
      { text: deckWords.save, isYes: true, run: () => this.#finish() },
      { text: deckWords.cancel, run: () => this.close() },
    ]);
    // Not the button, to which a phone would scroll.
    this.contentEl.find('select, input').focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  /** The values of the preset called `before`. */
  #take(): void {
    const preset = presetNamed(this.#all, this.#before ?? '');
    this.#more = preset ?? {};
    this.#isKnown = preset !== undefined;
    this.#name = preset?.name ?? this.#before ?? '';
    this.#values.clear();
    for (const name of presetOptions) if (preset?.[name] !== undefined) this.#values.set(name, preset[name]);
  }

  /** Which preset the deck uses; a new one begins with the values shown. */
  #drawChoice(): void {
    const { decks: deckWords } = this.#desk.locale;
    const [isDefault, isNew] = ['', '+'];
    const setting = new Setting(this.contentEl).setName(deckWords.preset);
    setting.settingEl.setAttr('data-option', 'preset');
    const isGone = missingPresets(this.#all).includes(this.#before ?? '');
    if (isGone) {
      setting.setDesc(deckWords.deleted(this.#name));
      this.#choose(null, '');
    }
    setting.addDropdown((dropdown) => {
      dropdown.addOption(isDefault, deckWords.asAll);
      // A name is marked, so that it is never taken for the others.
      for (const { name } of this.#all.named) dropdown.addOption(`=${name}`, name);
      dropdown
        .addOption(isNew, deckWords.add)
        .setValue(this.#before === null ? isDefault : `=${this.#name}`)
        .onChange((value) => {
          if (value === isNew) this.#before = null;
          else this.#choose(value === isDefault ? null : value.slice(1), '');
          if (value === isNew) this.#name = freeName(this.#all, this.#name || (this.#deck ?? ''));
          this.#drawFields();
        });
    });
    nameControls(setting.settingEl);
  }

  #choose(preset: string | null, name: string): void {
    this.#before = preset;
    this.#take();
    if (preset === null) this.#name = name;
  }

  #drawFields(): void {
    const el = this.#fieldsEl;
    if (!el) return;
    const { decks: deckWords } = this.#desk.locale;
    el.empty();
    const name = new Setting(el).setName(deckWords.nameField);
    name.settingEl.setAttr('data-option', 'name');
    const others = decksWith(this.#all, this.#before ?? '').filter((deck) => !this.#isOwn(deck));
    if (this.#deck !== null && others.length > 0) name.setDesc(deckWords.usedBy(others.join(', ')));
    name.addText((text) =>
      text
        .setPlaceholder(this.#deck ?? '')
        .setValue(this.#name)
        .onChange((value) => (this.#name = value.trim())),
    );
    if (this.#deck === null)
      new Setting(el)
        .setName(deckWords.deck)
        .setDesc(deckWords.deckDesc)
        .addTextArea((text) => text.setValue(this.#decks).onChange((value) => (this.#decks = value)));
    for (const option of presetOptions) this.#drawOption(el, option);
    nameControls(el);
  }

  #isOwn(deck: string): boolean {
    return this.#deck !== null && deckKey(deck) === deckKey(this.#deck);
  }

  #drawOption(el: HTMLElement, name: PresetOption): void {
    const path = presetPaths[name];
    const control = controlOf(name);
    const setting = new Setting(el).setName(this.#desk.locale.options[path].name);
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
    const deck = this.#deck;
    if (deck !== null && this.#before === null && this.#name === '' && this.#values.size === 0) {
      this.#save(withDecks(this.#all, null, [deck]));
      this.close();
      return;
    }
    const isUnnamed = this.#name === '' && deck !== null;
    const name = isUnnamed ? freeName(this.#all, deck) : this.#name;
    const preset: Record<string, unknown> = { ...this.#more, name };
    for (const option of presetOptions) {
      if (this.#values.has(option)) preset[option] = this.#values.get(option);
      else delete preset[option];
    }
    const problem = this.#check(name, preset);
    this.#problem?.setText(problem ?? '');
    if (problem !== null) return;
    const own = this.#decks
      .split('\n')
      .map(tidyDeck)
      .filter((line) => line !== '');
    const all = withPreset(
      this.#all,
      this.#before,
      preset as unknown as NamedPreset,
      deck === null ? own : null,
    );
    const users = deck === null ? own : [...decksWith(all, name), deck];
    this.#save(withDecks(all, name, users));
    this.close();
  }

  #check(name: string, preset: Readonly<Record<string, unknown>>): string | null {
    const { locale } = this.#desk;
    if (name === '') return locale.decks.needsName;
    if (this.#before !== null && this.#isKnown && !presetNamed(this.#all, this.#before)) {
      // Told once: whoever saves again wants it back.
      this.#isKnown = false;
      return locale.decks.gone(this.#before);
    }
    const other = presetNamed(this.#all, name);
    if (other && other !== presetNamed(this.#all, this.#before ?? '')) return locale.decks.taken(name);
    const isRight = (one: object): boolean =>
      parseSettings({ decks: { named: [{ name: 'x', ...one }] } }).wrong.length === 0;
    const wrong = presetOptions.find((option) => option in preset && !isRight({ [option]: preset[option] }));
    if (wrong === undefined) return null;
    const path = presetPaths[wrong];
    const reason = wrongSentence(locale, path, controlOf(wrong), preset[wrong]);
    return `${locale.options[path].name}: ${reason}`;
  }
}
