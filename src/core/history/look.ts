// What a card looked like, as recorded in the log.
import { isRecord } from '../text/is-record.ts';
import type { CardEvent, Look } from './event.ts';
import { decodeText, encodeText } from '../text/base64url.ts';

/** Longer questions are cut: the hash in `qh` covers the whole question. */
const questionLimit = 160;

/** The fields of a `c` event that describe the card's look. */
export type LookFields = Pick<CardEvent, 'm' | 'qh' | 'ah' | 'x'>;

export function encodeLook(look: Look): LookFields {
  const { path: p, source: s, headings: h, ordinal: n } = look;
  const q = [...look.question].slice(0, questionLimit).join('');
  return {
    m: encodeText(JSON.stringify({ p, s, h, q, n })),
    ...(look.questionHash !== '' && { qh: look.questionHash }),
    ...(look.answerHash !== '' && { ah: look.answerHash }),
    ...(look.sketch !== '' && { x: look.sketch }),
  };
}

/** Returns null if `m` is malformed; the card then has a history but no look. */
export function decodeLook(event: LookFields): Look | null {
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
