// Names for screen readers alone: Obsidian shows an `aria-label` as a tooltip, which a whole region must not have.

/** Names an element by words that nobody sees. */
export function nameBy(el: HTMLElement, text: string): void {
  const id = `nf-name-${randomName()}`;
  el.createSpan({ cls: 'nf-unseen', text, attr: { id } });
  el.setAttr('aria-labelledby', id);
}

/** For an id that no other element of the page has; `crypto.randomUUID` is not there on each phone. */
export function randomName(): string {
  return Math.random().toString(36).slice(2);
}
