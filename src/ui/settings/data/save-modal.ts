// Saves text as a new file in the vault, under a name that the user chooses.
import { Modal, Setting } from 'obsidian';
import type { Desk } from '../../shell/desk.ts';
import { nameControls } from '../../parts/name-controls.ts';
import { drawButtons } from '../../import/modal-buttons.ts';
import { createNew, takenPaths, tidyPath } from '../../import/new-file.ts';

export interface SaveModalOptions {
  readonly title: string;
  /** Of the file, without number and extension. */
  readonly name: string;
  readonly ending: string;
  text(): Promise<string>;
}

export class SaveModal extends Modal {
  readonly #desk: Desk;
  readonly #options: SaveModalOptions;
  #path: string;
  #problem: HTMLElement | null = null;

  constructor(desk: Desk, options: SaveModalOptions) {
    super(desk.app);
    this.#desk = desk;
    this.#options = options;
    this.#path = freePath(desk, options);
  }

  override onOpen(): void {
    const { data: dataWords } = this.#desk.locale;
    this.modalEl.addClass('nf-import');
    this.setTitle(this.#options.title);
    new Setting(this.contentEl)
      .setName(dataWords.path)
      .setDesc(dataWords.pathDesc)
      .addText((text) =>
        text.setValue(this.#path).onChange((path) => {
          this.#path = path;
          this.#problem?.setText(this.#check() ?? '');
        }),
      );
    nameControls(this.contentEl);
    this.#problem = this.contentEl.createEl('p', { cls: 'nf-import-problem', attr: { role: 'status' } });
    drawButtons(this.contentEl, [
      { text: dataWords.save, isYes: true, run: () => this.#save() },
      { text: dataWords.cancel, run: () => this.close() },
    ]);
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  /** Why the file cannot be created, or null. */
  #check(): string | null {
    const { data: dataWords } = this.#desk.locale;
    const path = tidyPath(this.#path);
    if (path === null || path === '') return dataWords.badPath;
    return takenPaths(this.#desk.app).has(path.toLowerCase()) ? dataWords.exists(path) : null;
  }

  async #save(): Promise<void> {
    const problem = this.#check();
    this.#problem?.setText(problem ?? '');
    if (problem !== null) return;
    const path = tidyPath(this.#path) ?? '';
    try {
      await createNew(this.#desk.app, path, await this.#options.text());
    } catch (error) {
      this.#problem?.setText(this.#desk.locale.failed(error));
      return;
    }
    this.#desk.tell(this.#desk.locale.data.saved(path));
    this.close();
  }
}

/** An unused file name in the root of the vault. */
function freePath(desk: Desk, { name, ending }: SaveModalOptions): string {
  const taken = takenPaths(desk.app);
  for (let nth = 1; ; nth += 1) {
    const path = `${name}${nth === 1 ? '' : ` ${String(nth)}`}${ending}`;
    if (!taken.has(path.toLowerCase())) return path;
  }
}
