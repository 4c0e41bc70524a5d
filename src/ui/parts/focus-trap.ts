// Keeps the focus inside a modal: Tab goes from its last control to the first, and back.

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** For the `keydown` event of the modal's element. */
export function keepFocus(el: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const controls = [...el.querySelectorAll<HTMLElement>(focusable)].filter(
    (one) => one.offsetParent !== null,
  );
  const first = controls[0];
  const last = controls.at(-1);
  const active = el.doc.activeElement;
  const isOutside = !el.contains(active);
  if (event.shiftKey && (active === first || active === el || isOutside)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && (active === last || isOutside)) {
    event.preventDefault();
    first?.focus();
  }
}
