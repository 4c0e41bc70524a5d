// The ways to the editor of boxes: the command, a card's menu, and a picture's context menu in a note.
import { MarkdownView, Menu, type Plugin } from 'obsidian';
import { elementOf } from '../parts/event-element.ts';
import type { Desk, Starting } from '../shell/desk.ts';
import { BoxEditor } from './box-editor.ts';
import { picturesOf } from './note-pictures.ts';

/** @param picture path or address of the one to begin with; null for the note's first */
export async function openBoxEditor(desk: Desk, note: string, picture: string | null = null): Promise<void> {
  if (!desk.flashcards.note(note)) await desk.flashcards.settle();
  const pictures = await picturesOf(desk, note);
  if (pictures.length === 0) desk.tell(desk.locale.occlusion.none);
  else if (desk.flashcards.note(note) || (await desk.offerTag(note)))
    new BoxEditor(desk, note, pictures, picture).open();
}

/** Edits the boxes of a card's picture. */
export async function editBoxesOf(desk: Desk, id: string): Promise<void> {
  const card = await desk.flashcards.texts.find(id);
  if (card?.occlusion) await openBoxEditor(desk, card.note, card.occlusion.picture);
}

/** Adds the editor to pictures that the app gives no menu of its own. */
export function addPictureMenu(plugin: Plugin, { locale, ready }: Starting): void {
  plugin.registerDomEvent(activeDocument, 'contextmenu', (event) => {
    const image = elementOf(event)?.closest('img');
    const file = plugin.app.workspace.getActiveViewOfType(MarkdownView)?.file;
    if (event.defaultPrevented || !image?.closest('.workspace-leaf') || !file) return;
    event.preventDefault();
    const menu = new Menu();
    menu.addItem((item) =>
      item
        .setTitle(locale.occlusion.command)
        .setIcon('picture-in-picture')
        .onClick(async () => {
          const desk = await ready;
          const shown = (await picturesOf(desk, file.path)).find(({ src }) => src === image.src);
          await openBoxEditor(desk, file.path, shown?.picture);
        }),
    );
    menu.showAtMouseEvent(event);
  });
}
