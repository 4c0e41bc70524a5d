// All keys of a review, at a glance.
import { Modal, Platform, type App } from 'obsidian';
import { actionKeys, keyLabel } from './keys.ts';
import { words } from '../strings.ts';

export class KeyPanel extends Modal {
  readonly #closed: () => void;

  constructor(app: App, closed: () => void) {
    super(app);
    this.#closed = closed;
  }

  override onOpen(): void {
    this.setTitle(words.keys.title);
    const table = this.contentEl.createEl('table', { cls: 'nf-keys' });
    const body = table.createEl('tbody');
    for (const { name, keys } of actionKeys) {
      const row = body.createEl('tr');
      const cell = row.createEl('th', { attr: { scope: 'row' } });
      keys.forEach((key, index) => {
        if (index > 0) cell.appendText(` ${words.keys.or} `);
        cell.createEl('kbd', { text: keyLabel(key, Platform.isMacOS) });
      });
      row.createEl('td', { text: words.actions[name] });
    }
  }

  override onClose(): void {
    this.contentEl.empty();
    this.#closed();
  }
}
