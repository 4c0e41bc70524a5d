// Handles content that arrives after Markdown is rendered: embeds, diagrams, formulas and other plugins' output.
import type { Component } from 'obsidian';

/**
 * Calls `settle` now and whenever something is added inside an element.
 * @param owner watches as long as it is loaded
 * @param settle may change the element; must be idempotent
 */
export function settleParts(el: HTMLElement, owner: Component, settle: () => void): void {
  const changes = new MutationObserver(() => {
    settle();
    // Ignore the changes `settle` itself made.
    changes.takeRecords();
  });
  settle();
  changes.observe(el, { childList: true, subtree: true });
  owner.register(() => changes.disconnect());
}
