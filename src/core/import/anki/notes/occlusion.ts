// Reads the boxes of Anki's image occlusion from its field: `{{c1::image-occlusion:rect:left=.1:top=.2:…}}`.
import { insidePicture, type Shares } from '../../../picture/box.ts';

/** A picture with boxes: Anki's image occlusion. Its cards come with the boxes, and no text of the note makes them. */
export interface PackageOcclusion {
  /** Name of the picture among the media; the note embeds it once. */
  readonly picture: string;
  readonly hidesAll: boolean;
  /** Each with the boxes that it asks; boxes of one card are a group. */
  readonly cards: readonly { readonly card: number; readonly boxes: readonly Shares[] }[];
}

export interface OcclusionBoxes {
  readonly hidesAll: boolean;
  /** By the number of the card. */
  readonly boxes: ReadonlyMap<number, readonly Shares[]>;
}

const shape = /\{\{c(\d+)::image-occlusion:([a-z]+):([^{}]*)\}\}/gi;

function valuesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(':').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1)] as const;
    }),
  );
}

/** The box around a shape; null for one that hides nothing. */
function boxOf(kind: string, values: ReadonlyMap<string, string>): Shares | null {
  const number = (name: string): number => Number(values.get(name) ?? NaN);
  const [left, top] = [number('left'), number('top')];
  if (kind === 'rect') return insidePicture([left, top, number('width'), number('height')]);
  if (kind === 'ellipse') return insidePicture([left, top, 2 * number('rx'), 2 * number('ry')]);
  if (kind !== 'polygon') return null;
  const points = (values.get('points') ?? '').trim().split(/\s+/);
  const along = (axis: 0 | 1): number[] => points.map((point) => Number(point.split(',')[axis] ?? NaN));
  const [xs, ys] = [along(0), along(1)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return insidePicture([x, y, Math.max(...xs) - x, Math.max(...ys) - y]);
}

export function occlusionBoxes(field: string): OcclusionBoxes {
  const boxes = new Map<number, Shares[]>();
  let hidesAll = false;
  for (const [, number, kind = '', rest = ''] of field.matchAll(shape)) {
    const values = valuesOf(rest);
    const box = boxOf(kind.toLowerCase(), values);
    if (values.get('oi') === '1') hidesAll = true;
    if (!box) continue;
    const card = boxes.get(Number(number));
    if (card) card.push(box);
    else boxes.set(Number(number), [box]);
  }
  return { hidesAll, boxes };
}
