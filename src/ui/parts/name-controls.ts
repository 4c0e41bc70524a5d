// Names the controls in settings rows, whose visible name is only visually linked to its control.

/** Gives each control without its own name the name of its row, for screen readers. */
export function nameControls(el: HTMLElement): void {
  for (const control of el.querySelectorAll('input, select, textarea')) {
    const name = control.closest('.setting-item')?.querySelector('.setting-item-name')?.textContent;
    if (name && !control.hasAttribute('aria-label')) control.setAttribute('aria-label', name);
  }
}
