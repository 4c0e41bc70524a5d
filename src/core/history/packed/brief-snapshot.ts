// Shortens the text of a snapshot's line by what the columns beside it say, and by what base64 adds: most of what is
// kept between starts is such lines.
import { decodeBytes, encodeBytes, utf8Of } from '../../text/base64url.ts';
import type { SnapshotKey } from '../event.ts';

const begin = '"m":"';

/** Characters of base64 whose bytes are whole. */
const group = 4;

/** How the line goes on after its encoded JSON, up to the sketch. */
const middleOf = ({ questionHash, answerHash }: SnapshotKey): string =>
  `","qh":"${questionHash}","ah":"${answerHash}","x":"`;

/** How the JSON begins. */
const headOf = ({ path, source }: SnapshotKey): string =>
  utf8Of(`{"p":${JSON.stringify(path)},"s":${JSON.stringify(source)},`);

/** Characters of one byte each; null if they would not restore the text. @param key of the card's last snapshot */
export function briefSnapshot(rest: string, key: SnapshotKey): string | null {
  const [middle, head] = [middleOf(key), headOf(key)];
  const at = rest.indexOf(middle);
  const json = at < 0 ? null : decodeBytes(rest.slice(begin.length, at));
  if (json?.startsWith(head) !== true) return null;
  const sketch = rest.slice(at + middle.length, -1);
  const bytes = decodeBytes(sketch.padEnd(Math.ceil(sketch.length / group) * group, 'A'));
  if (bytes === null || sketch.length > 0xff) return null;
  const brief = `${String.fromCharCode(sketch.length)}${bytes}${json.slice(head.length)}`;
  return fullSnapshot(brief, key) === rest ? brief : null;
}

/** The text of the line. */
export function fullSnapshot(brief: string, key: SnapshotKey): string {
  const length = brief.charCodeAt(0);
  const end = 1 + Math.ceil(length / group) * 3;
  const sketch = encodeBytes(brief.slice(1, end)).slice(0, length);
  return `${begin}${encodeBytes(headOf(key) + brief.slice(end))}${middleOf(key)}${sketch}"`;
}
