// A picture with its boxes as HTML, for Anki.
import type { Occlusion } from '../card/card.ts';
import type { PictureBox } from '../picture/box.ts';

/** @param image its HTML */
export function occlusionHtml(
  image: string,
  { asked, others, hidesAll }: Occlusion,
  isOpen: boolean,
): string {
  const draw = (boxes: readonly PictureBox[], look: string): string =>
    boxes
      .map(({ shares }) => {
        const [left, top, width, height] = shares.map((share) => `${String(Math.round(share * 1e4) / 100)}%`);
        return `<div style="position:absolute;box-sizing:border-box;left:${left};top:${top};width:${width};height:${height};${look}"></div>`;
      })
      .join('');
  const closed = hidesAll ? draw(others, 'background:#bbb;border:1px solid #555') : '';
  const own = draw(asked, isOpen ? 'border:3px solid #c33' : 'background:#c33;border:1px solid #555');
  return `<div style="position:relative;display:inline-block">${image}${closed}${own}</div>`;
}
