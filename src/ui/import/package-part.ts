// The import of an Anki package, below the choices of its dialog: what would come along and what would not, the import,
// which can be stopped, and its undo.
import { openPackage } from '../../core/import/anki/open-package.ts';
import type { ByteSource } from '../../core/import/anki/collection.ts';
import type { Message } from '../../core/text/message.ts';
import type { PackageChoices } from '../../app/transfer/package-plan.ts';
import type { PackageImport, PackagePlan, PackageResult } from '../../app/transfer/package-import.ts';
import { makePause } from '../../app/work/slices.ts';
import type { Desk } from '../shell/desk.ts';
import { drawButtons, type ModalButton } from './modal-buttons.ts';

/** Any more are counted, not drawn. */
const shownReasons = 30;
const shownExamples = 3;
const shownNotes = 100;
/** ms of typing after which a folder counts. */
const typingPause = 400;

function sourceOf(file: File): ByteSource {
  return {
    size: file.size,
    read: async (from, length) => {
      const bytes = new Uint8Array(await file.slice(from, from + length).arrayBuffer());
      if (bytes.length !== length) throw new RangeError(`${file.name}: ${String(from)}`);
      return bytes;
    },
  };
}

export interface PackagePartHost {
  readonly desk: Desk;
  readonly el: HTMLElement;
  /** Null while a folder has no valid name. */
  readonly choices: () => PackageChoices | null;
  readonly close: () => void;
}

export class PackagePart {
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  readonly #choices: PackagePartHost['choices'];
  readonly #closeModal: () => void;
  #import: PackageImport | null = null;
  /** Incremented by each piece of work: an older one stops. */
  #work = 0;
  #waiting = (): void => undefined;
  #isClosed = false;
  /** Its choices can no longer be changed. */
  #isRunning = false;

  constructor({ desk, el, choices, close }: PackagePartHost) {
    this.#desk = desk;
    this.#el = el;
    this.#choices = choices;
    this.#closeModal = close;
  }

  /** Stops whatever it does. */
  close(): void {
    this.#isClosed = true;
    this.#work += 1;
    this.#waiting();
  }

  async open(file: File): Promise<void> {
    const { slices, locale } = this.#desk;
    const { isOff, line } = this.#start(locale.import.deck.start);
    const opened = await openPackage(sourceOf(file), {
      // Also while it reads media, much later.
      pause: makePause(slices, () => !this.#isClosed),
      progress: (share) => line.setText(locale.import.package.reading(share)),
    });
    if (opened === null || isOff()) return;
    if ('problem' in opened) this.#say([locale.say(opened.problem)], []);
    else {
      this.#import = this.#desk.packageImport(opened);
      await this.#plan();
    }
  }

  /** The choices are others. */
  change(): void {
    if (!this.#import || this.#isRunning) return;
    this.#waiting();
    this.#work += 1;
    this.#waiting = this.#desk.slices.after(typingPause, () => void this.#plan());
  }

  /** A line that tells how far the work is, and whether other work has started since. */
  #start(text: string, buttons: readonly ModalButton[] = []) {
    const work = (this.#work += 1);
    this.#el.empty();
    const line = this.#el.createEl('p', { text, attr: { role: 'status' } });
    drawButtons(this.#el, buttons.length > 0 ? buttons : [this.#cancel()]);
    return { line, isOff: () => work !== this.#work };
  }

  #cancel(): ModalButton {
    return { text: this.#desk.locale.import.cancel, run: this.#closeModal };
  }

  /** Sentences with buttons. */
  #say(sentences: readonly string[], buttons: readonly ModalButton[]): void {
    this.#el.empty();
    for (const text of sentences) this.#el.createEl('p', { text, attr: { role: 'status' } });
    drawButtons(this.#el, buttons.length > 0 ? buttons : [this.#cancel()]);
  }

  async #plan(): Promise<void> {
    const { import: said, failed } = this.#desk.locale;
    const work = this.#import;
    const choices = this.#choices();
    if (!work) return;
    if (!choices) {
      this.#say([said.deck.badFolder], []);
      return;
    }
    const { isOff, line } = this.#start(said.deck.start);
    try {
      const progress = (share: number): void => void line.setText(said.package.reading(share));
      const plan = await work.plan(choices, { progress, isCancelled: isOff });
      if (plan && !isOff()) this.#drawPlan(work, plan);
    } catch (error) {
      if (!isOff()) this.#say([failed(error)], []);
    }
  }

  #drawPlan(work: PackageImport, plan: PackagePlan): void {
    const { deck, package: said } = this.#desk.locale.import;
    const { cards, decks, newReviews } = plan;
    this.#el.empty();
    const isNew = cards + newReviews > 0;
    this.#el.createEl('p', { text: isNew ? deck.found(cards, decks) : said.nothing });
    this.#drawNotes(plan);
    if (isNew) this.#el.createEl('p', { text: said.more(newReviews, plan.media.length) });
    this.#drawLeft(plan);
    drawButtons(this.#el, [
      ...(isNew ? [{ text: said.yes(cards), isYes: true, run: () => this.#run(work, plan) }] : []),
      this.#cancel(),
    ]);
  }

  #drawNotes({ notes }: PackagePlan): void {
    const { locale } = this.#desk;
    const list = this.#el.createEl('ul', { cls: 'nf-import-files' });
    for (const { path, isThere } of notes.slice(0, shownNotes)) {
      const item = list.createEl('li', { text: path, attr: { dir: 'auto' } });
      if (isThere) item.createDiv({ cls: 'nf-row-hint', text: locale.import.deck.exists });
    }
    if (notes.length > shownNotes) list.createEl('li', { text: locale.tidy.more(notes.length - shownNotes) });
  }

  #drawLeft({ left, damaged, rows }: PackagePlan): void {
    const { locale } = this.#desk;
    const { deck, package: said } = locale.import;
    const lost = rows.gone + rows.left + rows.wrongTime + rows.previews;
    const cards = left.filter(({ isCard }) => isCard);
    const parts = left.filter(({ isCard }) => !isCard);
    this.#drawReasons(deck.problems(cards.length + damaged.length + lost), [
      ...damaged.map((reason) => ({ reason, text: '' })),
      ...cards,
      ...(lost > 0 ? [{ reason: said.rows(lost), text: '' }] : []),
    ]);
    this.#drawReasons(said.changed(parts.length), parts);
  }

  /** Each reason once, with how often and the first texts it concerns. */
  #drawReasons(
    title: string,
    list: readonly { readonly reason: Message | string; readonly text: string }[],
  ): void {
    if (list.length === 0) return;
    const { locale } = this.#desk;
    const texts = new Map<string, string[]>();
    for (const { reason, text } of list) {
      const sentence = typeof reason === 'string' ? reason : locale.say(reason);
      const known = texts.get(sentence);
      if (known) known.push(text);
      else texts.set(sentence, [text]);
    }
    const details = this.#el.createEl('details', { cls: 'nf-details' });
    details.createEl('summary', { text: title });
    const el = details.createEl('ul', { cls: 'nf-import-files' });
    for (const [sentence, of] of [...texts].slice(0, shownReasons)) {
      const count = of.length > 1 ? ` (${locale.format.number(of.length)})` : '';
      const item = el.createEl('li', { text: sentence + count });
      const examples = of.filter((text) => text !== '').slice(0, shownExamples);
      for (const text of examples) item.createDiv({ cls: 'nf-row-hint', text, attr: { dir: 'auto' } });
    }
    if (texts.size > shownReasons) el.createEl('li', { text: locale.tidy.more(texts.size - shownReasons) });
  }

  async #run(work: PackageImport, plan: PackagePlan): Promise<void> {
    const { schedules, package: said } = this.#desk.locale.import;
    this.#isRunning = true;
    let isStopped = false;
    const stop = (): void => {
      isStopped = true;
    };
    const { isOff, line } = this.#start(said.importing(0), [{ text: schedules.stop, run: stop }]);
    try {
      const result = await work.run(plan, {
        progress: (share) => line.setText(said.importing(share)),
        isCancelled: () => isStopped || isOff(),
      });
      if (!isOff()) this.#drawResult(work, plan, result);
      else if (result.isStopped) this.#desk.tell(said.stopped);
    } catch (error) {
      const sentence = this.#desk.locale.failed(error);
      if (isOff()) this.#desk.tell(sentence);
      else this.#say([sentence], [this.#goOn(work, plan), this.#cancel()]);
    }
  }

  #goOn(work: PackageImport, plan: PackagePlan): ModalButton {
    return { text: this.#desk.locale.import.schedules.goOn, isYes: true, run: () => this.#run(work, plan) };
  }

  #drawResult(work: PackageImport, plan: PackagePlan, result: PackageResult): void {
    const { close, schedules, package: said } = this.#desk.locale.import;
    const { isStopped, failed, reviews } = result;
    this.#el.empty();
    const text = isStopped ? said.stopped : said.done(plan.cards, reviews);
    this.#el.createEl('p', { text, attr: { role: 'status' } });
    this.#drawReasons(
      said.failed(failed.length),
      failed.map(({ path, reason }) => ({ reason, text: path })),
    );
    drawButtons(this.#el, [
      ...(isStopped ? [this.#goOn(work, plan)] : []),
      { text: close, isYes: !isStopped, run: this.#closeModal },
      { text: schedules.undo, run: () => this.#undo(work) },
    ]);
  }

  async #undo(work: PackageImport): Promise<void> {
    const { close, package: said } = this.#desk.locale.import;
    const { isOff } = this.#start(said.undoing);
    try {
      const { trashed, stay } = await work.undo();
      const done = said.undone(trashed);
      if (isOff()) this.#desk.tell(done);
      else this.#say([done, ...stay.map(said.stays)], [{ text: close, isYes: true, run: this.#closeModal }]);
    } catch (error) {
      this.#desk.tell(this.#desk.locale.failed(error));
    }
  }
}
