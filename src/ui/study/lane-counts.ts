// How many new, learning and due cards there are, in Anki's order and colors.
import type { Counts, Lane } from '../../core/study/study-card.ts';
import type { Locale } from '../locale.ts';

export const shownLanes = ['new', 'learning', 'due'] as const satisfies readonly Lane[];

/** @param current the lane of the card on screen, if any */
export function drawLaneCounts(el: HTMLElement, locale: Locale, counts: Counts, current?: Lane): void {
  for (const lane of shownLanes) {
    const countEl = el.createSpan({ cls: `nf-lane-${lane}`, text: locale.format.number(counts[lane]) });
    countEl.toggleClass('nf-lane-current', current === lane);
    countEl.createSpan({ cls: 'nf-lane-name', text: ` ${locale.main.sidebar[lane]}` });
  }
}
