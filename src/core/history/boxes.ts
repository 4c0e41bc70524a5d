// The boxes on pictures, as events of the log hold them.
import { isRecord } from '../text/is-record.ts';
import { insidePicture, longestLabel, type PictureBox, type Shares } from '../picture/box.ts';
import { decodeText, encodeText } from '../text/base64url.ts';
import type { BoxEvent, HistoryEvent } from './event.ts';
import type { MoveIndex } from './moves.ts';
import { compareEvents } from './order.ts';

/** A box as it is from now on. */
export function encodeBox(box: PictureBox): Pick<BoxEvent, 'k' | 'c' | 'm'> {
  const { id, picture, note, width, height, shares, label, hidesAll, group } = box;
  const row = {
    p: picture,
    n: note,
    w: width,
    h: height,
    b: shares,
    ...(label !== '' && { l: label }),
    ...(hidesAll && { a: 1 }),
    ...(group !== null && { g: group }),
  };
  return { k: 'o', c: id, m: encodeText(JSON.stringify(row)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isSize = (value: unknown): value is number => typeof value === 'number' && value > 0;

/** Null if it is deleted, damaged, or outside its picture. */
function decodeBox({ c, m }: BoxEvent): PictureBox | null {
  const row = parsed(decodeText(m ?? '') ?? '');
  if (!isRecord(row) || !isText(row.p) || !isText(row.n) || !isSize(row.w) || !isSize(row.h)) return null;
  if (!Array.isArray(row.b) || !row.b.every((share) => typeof share === 'number')) return null;
  const [x = NaN, y = NaN, width = NaN, height = NaN] = row.b;
  const shares: Shares | null = insidePicture([x, y, width, height]);
  if (!shares) return null;
  return {
    id: c,
    picture: row.p,
    note: row.n,
    width: row.w,
    height: row.h,
    shares,
    label: isText(row.l) ? row.l.slice(0, longestLabel) : '',
    hidesAll: row.a === 1,
    group: isText(row.g) ? row.g : null,
  };
}

/**
 * By id; of several events for one box the last counts.
 * @param events those that count, at their effective times; others than of boxes are left out
 */
export function readBoxes(events: readonly HistoryEvent[], moves: MoveIndex): PictureBox[] {
  const last = new Map<string, BoxEvent>();
  for (const event of [...events].sort(compareEvents)) if (event.k === 'o') last.set(event.c, event);
  return [...last.values()].flatMap((event) => {
    const box = decodeBox(event);
    if (!box) return [];
    return { ...box, picture: moves.movedPath(box.picture, event), note: moves.movedPath(box.note, event) };
  });
}
