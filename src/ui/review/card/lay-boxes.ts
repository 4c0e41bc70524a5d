// Lays the boxes of an occlusion card over its picture, however the app rendered that. It scales with the picture.
import type { Component } from 'obsidian';
import type { Occlusion } from '../../../core/card/card.ts';
import { settleParts } from '../../rendered/later-parts.ts';

/** @param el what the embed was rendered into */
export function layBoxes(el: HTMLElement, { asked, others, hidesAll }: Occlusion, owner: Component): void {
  settleParts(el, owner, () => {
    const image = el.querySelector('img');
    if (!image || image.closest('.nf-boxed')) return;
    const frame = createSpan('nf-boxed');
    image.before(frame);
    frame.append(image);
    const svg = frame.createSvg('svg', {
      attr: { viewBox: '0 0 1 1', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    });
    const draw = (boxes: Occlusion['asked'], cls: string): void => {
      for (const { shares } of boxes) {
        const [x, y, width, height] = shares;
        svg.createSvg('rect', { cls, attr: { x, y, width, height } });
      }
    };
    if (hidesAll) draw(others, 'nf-box-other');
    draw(asked, 'nf-box-asked');
  });
}
