// Tables, formulas and code wider than their card scroll on their own; the card does not move. Only a part that scrolls
// is a tab stop, so that keys can scroll it.
import type { Component } from 'obsidian';
import { settleParts } from '../../rendered/later-parts.ts';
import { SizeWatch } from '../../parts/size-watch.ts';

/** @param owner measures as long as it is loaded */
export function scrollWideParts(el: HTMLElement, owner: Component): void {
  const seen = new Set<HTMLElement>();
  const measure = (): void => {
    for (const part of seen) {
      if (!el.contains(part)) seen.delete(part);
      else if (part.scrollWidth > part.clientWidth + 1) part.setAttr('tabindex', 0);
      // Otherwise the part would lose focus, and the review its keys.
      else if (part !== part.doc.activeElement) part.removeAttribute('tabindex');
    }
  };
  const sizes = new SizeWatch(el, measure);
  owner.register(() => sizes.close());
  settleParts(el, owner, () => {
    for (const table of el.findAll('table')) frame(table);
    for (const part of el.findAll('.nf-wide, .math-block, pre')) {
      if (!seen.has(part)) owner.registerDomEvent(part, 'blur', () => window.setTimeout(measure));
      seen.add(part);
      // Formulas render later, which changes the height of their block.
      for (const each of [part, ...Array.from(part.children)]) sizes.observe(each);
    }
  });
}

function frame(table: HTMLElement): void {
  if (table.parentElement?.hasClass('nf-wide')) return;
  const box = createDiv('nf-wide');
  table.replaceWith(box);
  box.append(table);
}
