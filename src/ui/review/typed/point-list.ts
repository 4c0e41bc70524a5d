// The points of a long answer, to tick those that were known.

export interface PointActions {
  readonly tick: (index: number, isKnown: boolean) => void;
  readonly leave: () => void;
}

export function drawPoints(
  parent: HTMLElement,
  points: readonly string[],
  known: readonly boolean[],
  { tick, leave }: PointActions,
): void {
  const el = parent.createDiv({ cls: 'nf-points' });
  points.forEach((text, index) => {
    const label = el.createEl('label', { cls: 'nf-point' });
    const box = label.createEl('input', { type: 'checkbox' });
    box.checked = known[index] ?? false;
    label.createSpan({ text, attr: { dir: 'auto' } });
    box.addEventListener('change', () => tick(index, box.checked));
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
      leave();
    });
  });
}
