// Names for screen readers only: Obsidian shows an `aria-label` as a tooltip, which a whole region must not have.

/** Names an element with hidden text. */
export function nameBy(el: HTMLElement, text: string): void {
  const id = `nf-name-${randomName()}`;
  el.createSpan({ cls: 'nf-unseen', text, attr: { id } });
  el.setAttr('aria-labelledby', id);
}

/** For an id unique on the page; `crypto.randomUUID` is not available on every phone. */
export function randomName(): string {
  return Math.random().toString(36).slice(2);
}
