// After the answer: the notes the card links to, each with a preview on tap, read only then.
import { Component, type HoverParent, type HoverPopover } from 'obsidian';
import { cardLinks } from '../../../core/card/card-links.ts';
import type { Card } from '../../../core/card/card.ts';
import { noteTitle } from '../../../core/card/extract.ts';
import type { Desk } from '../../shell/desk.ts';
import { closePreview, followLinks, hoverSource } from '../../rendered/follow-links.ts';
import { renderMarkdown } from '../../rendered/markdown.ts';
import { readPeek } from './read-peek.ts';

export class PeekRow extends Component implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  readonly #leave: () => void;
  #open: { readonly path: string; readonly owner: Component } | null = null;

  constructor(desk: Desk, card: Card, parent: HTMLElement, leave: () => void) {
    super();
    this.#desk = desk;
    this.#leave = leave;
    this.#el = parent.createDiv('nf-peek');
    const links = cardLinks(card, desk.flashcards.links.resolve);
    const paths = new Set(links.flatMap(({ path }) => (path !== null && /\.md$/i.test(path) ? [path] : [])));
    paths.delete(card.note);
    if (paths.size === 0) return;
    this.#el.createDiv({ cls: 'nf-peek-title', text: desk.locale.main.review.peek });
    const rowEl = this.#el.createDiv('nf-peek-row');
    for (const path of paths) this.#addNote(rowEl, path, card.note);
    this.register(() => closePreview(this));
  }

  #addNote(rowEl: HTMLElement, path: string, from: string): void {
    const count = this.#desk.flashcards.note(path)?.cards.length ?? 0;
    const button = rowEl.createEl('button', {
      cls: 'nf-peek-note',
      text: noteTitle(path),
      attr: { 'aria-expanded': 'false', type: 'button' },
    });
    if (count > 0) button.createSpan({ cls: 'nf-count', text: this.#desk.locale.main.cards(count) });
    this.registerDomEvent(button, 'click', () => void this.#toggle(path, button));
    this.registerDomEvent(button, 'mouseover', (event) => {
      this.#desk.app.workspace.trigger('hover-link', {
        event,
        source: hoverSource,
        hoverParent: this,
        targetEl: button,
        linktext: path,
        sourcePath: from,
      });
    });
  }

  async #toggle(path: string, button: HTMLElement): Promise<void> {
    const { main: words } = this.#desk.locale;
    const was = this.#open?.path;
    this.#close();
    if (was === path) return;
    button.setAttr('aria-expanded', 'true');
    const owner = this.addChild(new PeekedNote());
    this.#open = { path, owner };
    const el = this.#el.createDiv('nf-peek-text');
    owner.register(() => el.remove());
    const text = await readPeek(this.#desk.app, path, this.#desk.flashcards.settings.cards.summaryKeys);
    if (this.#open.owner !== owner) return;
    if (text === null) el.createDiv({ cls: 'nf-hint', text: words.review.peekEmpty });
    else {
      const target = { desk: this.#desk, el: el.createDiv(), source: path, owner, leave: this.#leave };
      followLinks(target);
      await renderMarkdown({ ...target, markdown: text });
    }
    const open = el.createEl('button', { text: words.review.openNote, attr: { type: 'button' } });
    owner.registerDomEvent(open, 'click', () => {
      this.#leave();
      void this.#desk.openLine(path, 1, 'beside');
    });
  }

  #close(): void {
    if (this.#open) this.removeChild(this.#open.owner);
    this.#open = null;
    for (const button of this.#el.findAll('.nf-peek-note')) button.setAttr('aria-expanded', 'false');
  }
}

class PeekedNote extends Component implements HoverParent {
  hoverPopover: HoverPopover | null = null;
}
