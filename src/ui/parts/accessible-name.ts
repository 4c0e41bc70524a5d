// Names for screen readers alone: Obsidian shows an `aria-label` as a tooltip, which a whole region must not have.

/** Names an element by words that nobody sees. */
export function nameBy(el: HTMLElement, text: string): void {
  const id = `nf-name-${el.win.crypto.randomUUID()}`;
  el.createSpan({ cls: 'nf-unseen', text, attr: { id } });
  el.setAttr('aria-labelledby', id);
}
