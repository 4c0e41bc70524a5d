// Rows of settings put a name beside a control; only to the eye do they belong together.

/** Gives each control inside that has no name of its own the name of its row, for screen readers. */
export function nameControls(el: HTMLElement): void {
  for (const control of el.querySelectorAll('input, select, textarea')) {
    const name = control.closest('.setting-item')?.querySelector('.setting-item-name')?.textContent;
    if (name && !control.hasAttribute('aria-label')) control.setAttribute('aria-label', name);
  }
}
