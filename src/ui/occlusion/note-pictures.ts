// The pictures of a note, and where each is shown from.
import { picturesIn } from '../../core/links/pictures.ts';
import { mask } from '../../core/note/mask.ts';
import { isAddress } from '../../core/picture/box.ts';
import type { Desk } from '../shell/desk.ts';

export interface NotePicture {
  /** Path or address. */
  readonly picture: string;
  readonly name: string;
  readonly src: string;
}

/** Each picture once, in the order of the note; also those that are missing, without a source. */
export async function picturesOf({ app, flashcards }: Desk, note: string): Promise<readonly NotePicture[]> {
  const file = app.vault.getFileByPath(note);
  if (!file) return [];
  const found = new Map<string, NotePicture>();
  for (const { target } of picturesIn(mask(await app.vault.cachedRead(file)).text)) {
    const picture = flashcards.boxes.pathOf(note, target) ?? target;
    const shown = app.vault.getFileByPath(picture);
    const src = isAddress(picture) ? picture : shown ? app.vault.getResourcePath(shown) : '';
    found.set(picture, { picture, name: picture.slice(picture.lastIndexOf('/') + 1), src });
  }
  return [...found.values()];
}
