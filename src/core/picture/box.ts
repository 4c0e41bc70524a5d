// A box on a picture: what image occlusion hides. Boxes live in the log, never in a note.

/** Left, top, width and height in shares of the picture, 0–1. */
export type Shares = readonly [x: number, y: number, width: number, height: number];

export interface PictureBox {
  readonly id: string;
  /** Path of the picture from the vault root, or its address. */
  readonly picture: string;
  /** Path of the note whose card it is. */
  readonly note: string;
  /** Size of the picture when the box was drawn, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly shares: Shares;
  /** Its answer; empty: its number. */
  readonly label: string;
  /** Whether the other boxes are closed, too, while it is asked. */
  readonly hidesAll: boolean;
  /** Boxes of one group are one card; the id of the box that leads it, or null. */
  readonly group: string | null;
}

/** Tells ids of boxes from those of cards. The rest is random, so that no two are similar. */
export const boxPrefix = 'box-';

/** Longest label, in characters. */
export const longestLabel = 300;

/** The id of a box's card: what its history is known by, whatever becomes of picture, place and label. */
export function boxCard({ id, group }: Pick<PictureBox, 'id' | 'group'>): string {
  return group ?? id;
}

/** The smallest width and height: less is a slip of the pointer. */
export const leastShare = 0.004;

const places = 1e4;
export const roundShare = (share: number): number => Math.round(share * places) / places;

/** The part inside the picture; null if there is none, or next to none. */
export function insidePicture([x, y, width, height]: Shares): Shares | null {
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  const [left, top] = [roundShare(clamp(x)), roundShare(clamp(y))];
  const [right, bottom] = [roundShare(clamp(x + width)), roundShare(clamp(y + height))];
  const [wide, high] = [roundShare(right - left), roundShare(bottom - top)];
  // NaN, too.
  return wide >= leastShare && high >= leastShare ? [left, top, wide, high] : null;
}

/** A picture replaced by one of this shape keeps its boxes. */
export function isSameShape(
  one: Pick<PictureBox, 'width' | 'height'>,
  width: number,
  height: number,
): boolean {
  return Math.abs((one.width * height) / (one.height * width) - 1) <= 0.01;
}

function inReadingOrder(a: PictureBox, b: PictureBox): number {
  return a.shares[1] - b.shares[1] || a.shares[0] - b.shares[0] || (a.id < b.id ? -1 : 1);
}

/** Boxes by their card, from top to bottom. */
export function boxCards(boxes: readonly PictureBox[]): ReadonlyMap<string, readonly PictureBox[]> {
  const cards = new Map<string, PictureBox[]>();
  for (const box of [...boxes].sort(inReadingOrder)) {
    const card = cards.get(boxCard(box));
    if (card) card.push(box);
    else cards.set(boxCard(box), [box]);
  }
  return cards;
}

/** The name of a card; its number if it has none. */
export function boxLabel(boxes: readonly PictureBox[], number: number): string {
  return boxes.find(({ label }) => label !== '')?.label ?? String(number);
}

/** Whether a picture is outside the vault. */
export function isAddress(target: string): boolean {
  return /^https?:\/\//i.test(target);
}
