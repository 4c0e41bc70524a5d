// Embeds, diagrams, formulas and what other plugins draw come after Markdown was rendered.
import type { Component } from 'obsidian';

/**
 * Calls `settle` now and each time that something was added inside an element.
 * @param owner watches for as long as it is loaded
 * @param settle may change the element itself; doing it again to what it has settled must change nothing
 */
export function settleParts(el: HTMLElement, owner: Component, settle: () => void): void {
  const changes = new MutationObserver(() => {
    settle();
    // What `settle` did itself is no news.
    changes.takeRecords();
  });
  settle();
  changes.observe(el, { childList: true, subtree: true });
  owner.register(() => changes.disconnect());
}
