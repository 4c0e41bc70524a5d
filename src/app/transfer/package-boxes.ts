// The boxes of an Anki package's image occlusions. Their cards are made by the boxes, not by a text of the note.
import type { CardSnapshot } from '../../core/history/event.ts';
import { snapshotOf } from '../../core/identity/fingerprint/fingerprint.ts';
import { packageCardId } from '../../core/import/anki/history/package-device.ts';
import type { PackageNote } from '../../core/import/anki/package-notes.ts';
import { boxPrefix, type PictureBox } from '../../core/picture/box.ts';
import { pictureSize } from '../../core/picture/picture-size.ts';
import type { PlannedNotes } from './package-plan.ts';

type OccludedNotes = readonly Pick<PackageNote, 'path' | 'occlusions'>[];

/** The first box of a card leads its group. */
const boxId = (device: string, card: number, nth: number): string =>
  `${boxPrefix}${packageCardId(device, card)}${nth === 0 ? '' : `-${String(nth)}`}`;

/** What the cards look like, by Anki's id. */
export function boxLooks(notes: OccludedNotes, device: string): ReadonlyMap<number, CardSnapshot> {
  const looks = new Map<number, CardSnapshot>();
  for (const { path, occlusions } of notes) {
    for (const { card } of occlusions.flatMap(({ cards }) => cards)) {
      const id = boxId(device, card, 0);
      looks.set(
        card,
        snapshotOf({
          note: path,
          source: 'occlusion',
          question: id,
          answer: id,
          headings: [],
          ordinal: 0,
          line: 1,
        }),
      );
    }
  }
  return looks;
}

/** Reads each picture for its size. One that is missing or damaged has no boxes. */
export async function packageBoxes(
  notes: OccludedNotes,
  media: PlannedNotes['media'],
  device: string,
): Promise<readonly PictureBox[]> {
  const files = new Map(media.map(({ file, path }) => [file.name, { file, path }]));
  const boxes: PictureBox[] = [];
  for (const { path: note, occlusions } of notes) {
    for (const { picture, hidesAll, cards } of occlusions) {
      const found = files.get(picture.normalize('NFC'));
      const bytes = await found?.file.read().catch(() => null);
      if (!found || !bytes) continue;
      const size = pictureSize(bytes) ?? { width: 1, height: 1 };
      for (const { card, boxes: own } of cards) {
        const group = own.length > 1 ? boxId(device, card, 0) : null;
        for (const [nth, shares] of own.entries()) {
          const id = boxId(device, card, nth);
          boxes.push({ id, picture: found.path, note, ...size, shares, label: '', hidesAll, group });
        }
      }
    }
  }
  return boxes;
}
