// Tables, formulas and code that are wider than their card scroll by themselves, and the card stands still. What
// scrolls is a stop of the Tab key, so that keys can scroll it; what fits is none.
import type { Component } from 'obsidian';

/** @param owner measures for as long as it is loaded */
export function scrollWideParts(el: HTMLElement, owner: Component): void {
  for (const table of el.findAll('table')) {
    const frame = createDiv('nf-wide');
    table.replaceWith(frame);
    frame.append(table);
  }
  const parts = el.findAll('.nf-wide, .math-block, pre');
  const measure = (): void => {
    for (const part of parts) {
      if (part.scrollWidth > part.clientWidth + 1) part.setAttr('tabindex', 0);
      // Without it the part would lose the focus, and the review its keys.
      else if (part !== part.doc.activeElement) part.removeAttribute('tabindex');
    }
  };
  const sizes = new ResizeObserver(measure);
  for (const part of parts) owner.registerDomEvent(part, 'blur', () => window.setTimeout(measure));
  // A formula is drawn in its own time, and then its block has another height.
  for (const part of parts) for (const each of [part, ...Array.from(part.children)]) sizes.observe(each);
  owner.register(() => sizes.disconnect());
}
