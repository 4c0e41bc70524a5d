// What becomes a card in the open note, what does not, and why: redrawn on every settings change.
import type { Desk } from '../shell/desk.ts';
import { extractCards, type NoteCards } from '../../core/card/extract.ts';
import type { CardOptions } from '../../core/card/options.ts';
import { isInFolders } from '../../core/note/folder.ts';
import { cardLine } from '../../core/note/plain-text.ts';
import type { Locale } from '../locale.ts';

/** Rows of each kind; any more are only counted. */
const most = 12;

export class Preview {
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  #turn = 0;

  constructor(desk: Desk, el: HTMLElement) {
    this.#desk = desk;
    this.#el = el;
    el.addClass('nf-preview');
    el.setAttr('role', 'status');
  }

  async draw(): Promise<void> {
    const { preview: previewWords } = this.#desk.locale;
    this.#turn += 1;
    const turn = this.#turn;
    const { app, flashcards: cards } = this.#desk;
    const file = app.workspace.getActiveFile();
    const isNote = file !== null && file.extension.toLowerCase() === 'md';
    const text = isNote ? await app.vault.cachedRead(file) : null;
    // Another change may have come in while the note was being read.
    if (turn !== this.#turn) return;
    this.#el.empty();
    if (!file || text === null) {
      this.#el.createEl('p', { cls: 'nf-hint', text: previewWords.noNote });
      return;
    }
    const options = cards.settings.cards;
    const note = extractCards({ path: file.path, text }, options);
    this.#el.createEl('p', {
      cls: 'nf-preview-count',
      text: note.watched
        ? previewWords.count(note.title, note.cards.length)
        : previewWords.unwatched(note.title, whyNot(this.#desk.locale, { path: file.path, text }, options)),
    });
    this.#drawRows(note);
  }

  #drawRows({ cards, skipped }: NoteCards): void {
    const { main: words } = this.#desk.locale;
    const list = this.#el.createEl('ul', { cls: 'nf-preview-rows' });
    for (const { source, question, questionSpan } of cards.slice(0, most)) {
      const item = list.createEl('li', {});
      item.createSpan({ cls: 'nf-chip', text: words.sources[source] ?? source });
      item.createSpan({
        text: cardLine({ question, asksName: questionSpan === null }),
        attr: { dir: 'auto' },
      });
    }
    for (const { text, reason, line } of skipped.slice(0, most)) {
      const item = list.createEl('li', { cls: 'nf-preview-skipped' });
      item.createSpan({ text: text === '' ? words.sidebar.line(line) : text, attr: { dir: 'auto' } });
      item.createSpan({ cls: 'nf-row-hint', text: words.skipped[reason] });
    }
    const rest = Math.max(0, cards.length - most) + Math.max(0, skipped.length - most);
    if (rest > 0) this.#el.createEl('p', { cls: 'nf-hint', text: this.#desk.locale.preview.more(rest) });
  }
}

/** Why a note produces no cards at all. */
function whyNot(locale: Locale, file: { path: string; text: string }, options: CardOptions): string {
  const { preview: previewWords } = locale;
  if (isInFolders(file.path, options.foldersOff)) return previewWords.why.folder;
  const withTags = extractCards(file, { ...options, tagsOff: [] });
  return withTags.watched ? previewWords.why.tagOff : previewWords.why.noTag;
}
