// The editor of the boxes on a note's pictures. Closing it saves, as one action; Cancel gives the changes up.
import { Modal, Setting } from 'obsidian';
import {
  boxCards,
  boxLabel,
  isSameShape,
  longestLabel,
  type PictureBox,
  type Shares,
} from '../../core/picture/box.ts';
import { movedBy, newBoxId, regrouped, resizedBy } from '../../core/picture/edit-boxes.ts';
import { drawButtons } from '../import/modal-buttons.ts';
import { elementOf } from '../parts/event-element.ts';
import { nameControls } from '../parts/name-controls.ts';
import type { Desk } from '../shell/desk.ts';
import { BoxBoard } from './box-board.ts';
import type { NotePicture } from './note-pictures.ts';

/** Share of the picture by which a key moves a box. */
const keyStep = 0.01;
const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-keyStep, 0],
  ArrowRight: [keyStep, 0],
  ArrowUp: [0, -keyStep],
  ArrowDown: [0, keyStep],
};

export class BoxEditor extends Modal {
  readonly #desk: Desk;
  readonly #note: string;
  readonly #pictures: readonly NotePicture[];
  #shown: NotePicture;
  #before: readonly PictureBox[] = [];
  #boxes: readonly PictureBox[] = [];
  #hidesAll = false;
  #board: BoxBoard | null = null;
  #label: HTMLInputElement | null = null;
  #size: Pick<PictureBox, 'width' | 'height'> = { width: 1, height: 1 };

  constructor(desk: Desk, note: string, pictures: readonly NotePicture[], picture: string | null) {
    super(desk.app);
    this.#desk = desk;
    this.#note = note;
    this.#pictures = pictures;
    const none: NotePicture = { picture: '', name: '', src: '' };
    this.#shown = pictures.find((one) => one.picture === picture) ?? pictures[0] ?? none;
  }

  override onOpen(): void {
    this.modalEl.addClass('nf-occlusion');
    this.setTitle(this.#desk.locale.occlusion.title);
    this.modalEl.addEventListener('keydown', (event) => this.#press(event));
    this.#draw();
  }

  override onClose(): void {
    this.#save();
    this.contentEl.empty();
  }

  #draw(): void {
    const { occlusion: said, import: words } = this.#desk.locale;
    const { contentEl: el } = this;
    el.empty();
    this.#before = this.#boxes = this.#desk.flashcards.boxes.on(this.#shown.picture);
    this.#hidesAll = this.#boxes.some(({ hidesAll }) => hidesAll);
    if (this.#pictures.length > 1)
      new Setting(el).setName(said.picture).addDropdown((dropdown) => {
        for (const { picture, name } of this.#pictures) dropdown.addOption(picture, name);
        dropdown.setValue(this.#shown.picture).onChange((picture) => {
          this.#save();
          this.#shown = this.#pictures.find((one) => one.picture === picture) ?? this.#shown;
          this.#draw();
        });
      });
    new Setting(el).setName(said.hide).addDropdown((dropdown) =>
      dropdown
        .addOptions({ one: said.hideOne, all: said.hideAll })
        .setValue(this.#hidesAll ? 'all' : 'one')
        .onChange((mode) => {
          this.#hidesAll = mode === 'all';
          this.#boxes = this.#boxes.map((box) => ({ ...box, hidesAll: this.#hidesAll }));
        }),
    );
    this.#board = new BoxBoard(el, this.#shown, said, {
      loaded: (width, height) => this.#loaded(width, height),
      drawn: (shares) => this.#add(shares),
      changed: (id, shares) => this.#change(new Set([id]), () => ({ shares })),
      selected: () => this.#show(),
    });
    new Setting(el).setName(said.label).addText((text) => {
      this.#label = text.inputEl;
      text.inputEl.maxLength = longestLabel;
      text.onChange((label) => this.#change(this.#targets, () => ({ label: label.trim() })));
    });
    const tools = el.createDiv('nf-occlusion-tools');
    for (const [text, run] of [
      [said.add, () => this.#addInside()],
      [said.group, () => this.#group()],
      [said.delete, () => this.#delete()],
    ] as const)
      tools.createEl('button', { text, attr: { type: 'button' } }).addEventListener('click', run);
    el.createEl('p', { cls: 'nf-hint', text: said.help });
    nameControls(el);
    drawButtons(el, [
      { text: said.done, isYes: true, run: () => this.close() },
      {
        text: words.cancel,
        run: () => {
          this.#boxes = this.#before;
          this.close();
        },
      },
    ]);
    this.#board.focus();
    this.#show();
  }

  get #targets(): ReadonlySet<string> {
    return this.#board?.targets ?? new Set();
  }

  #show(): void {
    const { occlusion: said } = this.#desk.locale;
    const names = new Map<string, string>();
    let number = 0;
    for (const boxes of boxCards(this.#boxes).values()) {
      number += 1;
      for (const { id } of boxes) names.set(id, boxLabel(boxes, number));
    }
    this.#board?.show(this.#boxes, (id) => said.box(names.get(id) ?? ''));
    if (!this.#label) return;
    const chosen = this.#boxes.filter(({ id }) => this.#targets.has(id));
    this.#label.disabled = chosen.length === 0;
    if (!this.#label.isActiveElement())
      this.#label.value = chosen.find(({ label }) => label !== '')?.label ?? '';
  }

  #loaded(width: number, height: number): void {
    const { occlusion: said } = this.#desk.locale;
    this.#size = { width, height };
    const [first] = this.#boxes;
    if (!first || isSameShape(first, width, height)) return;
    const asks = createDiv({ cls: 'nf-occlusion-shape', attr: { role: 'alert' } });
    asks.createEl('p', { text: said.shape });
    const answer = (boxes: readonly PictureBox[]): void => {
      this.#boxes = boxes;
      asks.remove();
      this.#show();
    };
    drawButtons(asks, [
      { text: said.keep, run: () => answer(this.#boxes.map((box) => ({ ...box, width, height }))) },
      { text: said.deleteAll, run: () => answer([]) },
    ]);
    this.contentEl.prepend(asks);
  }

  #change(ids: ReadonlySet<string>, change: (box: PictureBox) => Partial<PictureBox>): void {
    this.#boxes = this.#boxes.map((box) => (ids.has(box.id) ? { ...box, ...change(box) } : box));
    this.#show();
  }

  #add(shares: Shares): void {
    const id = newBoxId(crypto.getRandomValues(new Uint8Array(16)));
    const home = this.#before[0]?.note ?? '';
    const box: PictureBox = {
      id,
      picture: this.#shown.picture,
      note: this.#desk.flashcards.note(home) ? home : this.#note,
      ...this.#size,
      shares,
      label: '',
      hidesAll: this.#hidesAll,
      group: null,
    };
    this.#boxes = [...this.#boxes, box];
    this.#show();
    this.#board?.select(id);
  }

  /** In the middle, beside the ones that were added there before. */
  #addInside(): void {
    const shift = 0.05 * (this.#boxes.length % 8);
    this.#add([0.3 + shift, 0.3 + shift, 0.25, 0.15]);
  }

  #group(): void {
    this.#boxes = regrouped(this.#boxes, this.#targets);
    this.#show();
  }

  #delete(): void {
    const gone = this.#targets;
    this.#boxes = this.#boxes.filter(({ id }) => !gone.has(id));
    this.#show();
    this.#board?.focus();
  }

  #press(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const target = elementOf(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target?.matches('input, select')) {
      if (key !== 'Enter' || target !== this.#label) return;
      this.#board?.focus();
    } else if (arrows[key] && this.#targets.size > 0) {
      const [dx, dy] = arrows[key];
      const by = shiftKey ? resizedBy : movedBy;
      this.#change(this.#targets, ({ shares }) => ({ shares: by(shares, dx, dy) }));
    } else if (key === 'Delete' || key === 'Backspace') this.#delete();
    else if (key === 'n' || key === 'N') this.#addInside();
    else if (key === 'g' || key === 'G') this.#group();
    else if (key === 'Enter' && this.#board?.isFocused === true) this.#label?.focus();
    else return;
    event.preventDefault();
  }

  #save(): void {
    const before = new Map(this.#before.map((box) => [box.id, JSON.stringify(box)]));
    const changed = this.#boxes.filter((box) => before.get(box.id) !== JSON.stringify(box));
    const now = new Set(this.#boxes.map(({ id }) => id));
    const gone = [...before.keys()].filter((id) => !now.has(id));
    this.#before = this.#boxes;
    if (changed.length + gone.length > 0) this.#desk.flashcards.saveBoxes(changed, gone);
  }
}
