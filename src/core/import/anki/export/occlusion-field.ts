// Boxes on a picture as Anki's image occlusion writes them: one cloze each, with shares of the picture.
import type { Card } from '../../../card/card.ts';

/** `.25`, as Anki writes it. */
const share = (value: number): string => String(Math.round(value * 1e4) / 1e4).replace(/^0(?=\.)/, '');

/** @param cards of one picture, in the order of their numbers */
export function occlusionField(cards: readonly Card[]): string {
  return cards
    .flatMap(({ occlusion }, nth) =>
      (occlusion?.asked ?? []).map(({ shares: [left, top, width, height], hidesAll }) => {
        const place = `left=${share(left)}:top=${share(top)}:width=${share(width)}:height=${share(height)}`;
        return `{{c${String(nth + 1)}::image-occlusion:rect:${place}${hidesAll ? ':oi=1' : ''}}}<br>`;
      }),
    )
    .join('');
}
