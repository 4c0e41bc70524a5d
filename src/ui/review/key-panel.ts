// All keys of a review, at a glance.
import { Modal, Platform } from 'obsidian';
import type { Locale } from '../locale.ts';
import type { Desk } from '../shell/desk.ts';
import { actionKeys, keyLabel, keysOf, type OwnKeys } from './keys.ts';

export class KeyPanel extends Modal {
  readonly #locale: Locale;
  readonly #own: OwnKeys;
  readonly #closed: () => void;

  constructor(desk: Desk, closed: () => void) {
    super(desk.app);
    this.#locale = desk.locale;
    this.#own = desk.flashcards.settings.general.keys;
    this.#closed = closed;
  }

  override onOpen(): void {
    const { main: words } = this.#locale;
    this.setTitle(words.keys.title);
    const table = this.contentEl.createEl('table', { cls: 'nf-keys' });
    const body = table.createEl('tbody');
    for (const { name } of actionKeys) {
      const keys = [...keysOf(name, this.#own), ...(name === 'flag' ? ['Mod+1–7'] : [])];
      if (keys.length === 0) continue;
      const row = body.createEl('tr');
      const cell = row.createEl('th', { attr: { scope: 'row' } });
      keys.forEach((key, index) => {
        if (index > 0) cell.appendText(` ${words.keys.or} `);
        cell.createEl('kbd', { text: keyLabel(this.#locale, key, Platform.isMacOS) });
      });
      row.createEl('td', { text: words.actions[name] });
    }
  }

  override onClose(): void {
    this.contentEl.empty();
    this.#closed();
  }
}
