// Tooltips: the text of `aria-label`, shown over the element while the pointer rests on it.
import type * as Obsidian from 'obsidian';

export function setTooltip(el: HTMLElement, tooltip: string, options?: Obsidian.TooltipOptions): void {
  el.setAttr('aria-label', tooltip);
  if (options?.placement) el.setAttr('data-tooltip-position', options.placement);
  if (options?.delay !== undefined) el.setAttr('data-tooltip-delay', options.delay);
}

/** ms that the pointer rests before the text is shown. */
const wait = 300;

export function showTooltips(doc: Document = document): void {
  let shown: HTMLElement | null = null;
  let timer = 0;
  const hide = () => {
    window.clearTimeout(timer);
    shown?.detach();
    shown = null;
  };
  doc.addEventListener('pointerover', (event) => {
    hide();
    const { targetNode, win } = event;
    const el = targetNode?.instanceOf(Element) ? targetNode.closest<HTMLElement>('[aria-label]') : null;
    // Names of regions and fields are for screen readers only.
    if (
      !el ||
      event.pointerType === 'touch' ||
      el.matches('input, textarea, select, [role=dialog], nav, main')
    )
      return;
    timer = window.setTimeout(() => {
      if (!el.isConnected) return;
      shown = createDiv({ cls: 'tooltip', text: el.getAttr('aria-label') ?? '', parent: doc.body });
      const box = el.getBoundingClientRect();
      const left = box.left + box.width / 2 - shown.offsetWidth / 2;
      const above = box.bottom + shown.offsetHeight + 8 > win.innerHeight;
      shown.setCssStyles({
        left: `${Math.max(4, Math.min(left, win.innerWidth - shown.offsetWidth - 4))}px`,
        top: `${above ? box.top - shown.offsetHeight - 6 : box.bottom + 6}px`,
      });
    }, wait);
  });
  doc.addEventListener('pointerdown', hide, { capture: true });
}
