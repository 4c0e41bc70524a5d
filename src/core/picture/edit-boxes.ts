// How the boxes of a picture change while they are edited.
import { boxCard, boxPrefix, leastShare, type PictureBox, roundShare, type Shares } from './box.ts';

/** @param random 16 bytes */
export function newBoxId(random: Uint8Array): string {
  return boxPrefix + Array.from(random, (byte) => (byte % 32).toString(32)).join('');
}

const within = (value: number, low: number, high: number): number =>
  roundShare(Math.min(high, Math.max(low, value)));

/** Moved as far as the picture goes. */
export function movedBy([x, y, width, height]: Shares, dx: number, dy: number): Shares {
  return [within(x + dx, 0, 1 - width), within(y + dy, 0, 1 - height), width, height];
}

/** With its lower right corner moved. */
export function resizedBy([x, y, width, height]: Shares, dx: number, dy: number): Shares {
  const least = 2 * leastShare;
  return [x, y, within(width + dx, least, 1 - x), within(height + dy, least, 1 - y)];
}

/** From one corner to the other. */
export function between(ax: number, ay: number, bx: number, by: number): Shares {
  return [Math.min(ax, bx), Math.min(ay, by), Math.abs(bx - ax), Math.abs(by - ay)];
}

/** Makes some boxes, with the groups they are in, one card; or many again, if they are one. */
export function regrouped(boxes: readonly PictureBox[], ids: ReadonlySet<string>): readonly PictureBox[] {
  const cards = new Set(boxes.filter(({ id }) => ids.has(id)).map(boxCard));
  const members = boxes.filter((box) => cards.has(boxCard(box)));
  const [lead] = cards;
  if (lead === undefined || members.length < 2) return boxes;
  const group = cards.size > 1 ? lead : null;
  return boxes.map((box) => (members.includes(box) ? { ...box, group } : box));
}
