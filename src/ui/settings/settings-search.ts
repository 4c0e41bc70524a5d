// A search over the rows of the page, for versions of Obsidian without one.
import { prepareSimpleSearch, SearchComponent } from 'obsidian';
import type { Locale } from '../locale.ts';

interface Found {
  readonly headingEl: HTMLElement;
  readonly rows: { readonly el: HTMLElement; readonly text: string }[];
}

export class SettingsSearch {
  readonly #locale: Locale;
  readonly #groups: Found[] = [];
  readonly #nothingEl: HTMLElement;

  constructor(locale: Locale, el: HTMLElement) {
    const { settings } = locale;
    this.#locale = locale;
    const search = new SearchComponent(el.createDiv('nf-settings-search'));
    search.setPlaceholder(settings.search).onChange((query) => this.#show(query));
    search.inputEl.setAttr('aria-label', settings.search);
    // Obsidian gives it a name but no role, and only elements with a role may have a name.
    search.clearButtonEl.setAttr('role', 'button');
    this.#nothingEl = el.createEl('p', { cls: 'nf-hint', text: '', attr: { role: 'status' } });
  }

  addGroup(headingEl: HTMLElement): void {
    this.#groups.push({ headingEl, rows: [] });
  }

  /** A row of the most recently added group. */
  addRow(el: HTMLElement, text: string): void {
    this.#groups.at(-1)?.rows.push({ el, text });
  }

  #show(query: string): void {
    const wanted = query.trim();
    const search = wanted === '' ? () => true : prepareSimpleSearch(wanted);
    let any = false;
    for (const { headingEl, rows } of this.#groups) {
      const hits = rows.filter(({ text }) => search(text));
      for (const row of rows) row.el.toggle(hits.includes(row));
      headingEl.toggle(hits.length > 0);
      any ||= hits.length > 0;
    }
    this.#nothingEl.setText(any ? '' : this.#locale.settings.nothingFound);
  }
}
