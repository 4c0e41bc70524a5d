// Fades the bottom of a scroll area while there is more below, so that nobody mistakes the edge for the end.
import type { Component } from 'obsidian';
import { SizeWatch } from '../parts/size-watch.ts';

/** @param content everything that `el` scrolls */
export function fadeBelow(el: HTMLElement, content: HTMLElement, owner: Component): void {
  const measure = (): void => {
    // Half a line: a fraction of a pixel does not count as more.
    el.toggleClass('nf-more-below', el.scrollHeight - el.clientHeight - el.scrollTop > 12);
  };
  const sizes = new SizeWatch(el, measure);
  sizes.observe(el);
  sizes.observe(content);
  owner.register(() => sizes.close());
  owner.registerDomEvent(el, 'scroll', measure, { passive: true });
}
