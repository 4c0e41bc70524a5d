// What a card looked like, as recorded in the log.
import { isRecord } from '../text/is-record.ts';
import type { CardEvent, CardSnapshot } from './event.ts';
import { decodeText, encodeText } from '../text/base64url.ts';

/** Longer questions are cut: the hash in `qh` covers the whole question. */
const questionLimit = 160;

/** The fields of a `c` event that describe the card's snapshot. */
export type SnapshotFields = Pick<CardEvent, 'm' | 'qh' | 'ah' | 'x'>;

export function encodeSnapshot(snapshot: CardSnapshot): SnapshotFields {
  const { path: p, source: s, headings: h, ordinal: n } = snapshot;
  const q = [...snapshot.question].slice(0, questionLimit).join('');
  return {
    m: encodeText(JSON.stringify({ p, s, h, q, n })),
    ...(snapshot.questionHash !== '' && { qh: snapshot.questionHash }),
    ...(snapshot.answerHash !== '' && { ah: snapshot.answerHash }),
    ...(snapshot.sketch !== '' && { x: snapshot.sketch }),
  };
}

/** Returns null if `m` is malformed; the card then has a history but no snapshot. */
export function decodeSnapshot(event: SnapshotFields): CardSnapshot | null {
  const json = decodeText(event.m);
  if (json === null) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(raw)) return null;
  const { p, s, h, q, n } = raw;
  if (typeof p !== 'string' || typeof s !== 'string' || typeof q !== 'string') return null;
  if (!Array.isArray(h) || !h.every((heading): heading is string => typeof heading === 'string')) return null;
  if (typeof n !== 'number' || !Number.isSafeInteger(n)) return null;
  return {
    path: p,
    source: s,
    headings: h,
    question: q,
    ordinal: n,
    questionHash: event.qh ?? '',
    answerHash: event.ah ?? '',
    sketch: event.x ?? '',
  };
}
