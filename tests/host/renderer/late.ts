// What the app draws after `MarkdownRenderer.render` has resolved: formulas, diagrams and embeds, each in its own time.

/** ms; long enough that whoever reads at once sees nothing yet. */
const lateness = 40;

/** Runs a step later, unless the element is gone by then. */
export function later(el: HTMLElement, step: () => void | Promise<void>): void {
  window.setTimeout(() => {
    if (el.isConnected) Promise.resolve(step()).catch(reportError);
  }, lateness);
}
