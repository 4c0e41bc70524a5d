// Fades the end of what scrolls while more of it is below, so that nobody takes the edge for the end.
import type { Component } from 'obsidian';
import { SizeWatch } from '../parts/size-watch.ts';

/** @param content all that `el` scrolls */
export function fadeBelow(el: HTMLElement, content: HTMLElement, owner: Component): void {
  const measure = (): void => {
    // Half a line: the rest of a pixel is no more.
    el.toggleClass('nf-more-below', el.scrollHeight - el.clientHeight - el.scrollTop > 12);
  };
  const sizes = new SizeWatch(el, measure);
  sizes.observe(el);
  sizes.observe(content);
  owner.register(() => sizes.close());
  owner.registerDomEvent(el, 'scroll', measure, { passive: true });
}
