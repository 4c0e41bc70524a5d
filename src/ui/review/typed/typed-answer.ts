// A field before the answer, and once the answer is shown, what was typed compared with it. Nothing typed is kept.
import { Component, Platform, Scope } from 'obsidian';
import type { TypedAnswers } from '../../../core/settings.ts';
import { compareTyped } from '../../../core/typed/compare.ts';
import type { Expected } from '../../../core/typed/expected.ts';
import { namedPoints } from '../../../core/typed/points.ts';
import { proposedGrade } from '../../../core/typed/propose.ts';
import type { Desk } from '../../shell/desk.ts';
import { gradeName } from '../grade-bar.ts';
import { drawDifference, differenceSentence } from './difference.ts';
import { drawPoints } from './point-list.ts';

export interface TypedActions {
  readonly typing: Exclude<TypedAnswers, 'off'>;
  /** Shows the answer, or its next part. */
  readonly reveal: () => void;
  /** Takes the focus from the field, or from a point, to the buttons. */
  readonly leave: () => void;
}

type State = 'waiting' | 'open' | 'none' | 'shown';

export class TypedAnswer extends Component {
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  readonly #areaEl: HTMLTextAreaElement;
  readonly #statusEl: HTMLElement;
  readonly #actions: TypedActions;
  readonly #scope: Scope;
  #expected: Expected | null = null;
  #state: State = 'waiting';
  #proposed: 1 | 2 | 3 | null = null;

  constructor(desk: Desk, el: HTMLElement, expected: Promise<Expected | null>, actions: TypedActions) {
    super();
    this.#desk = desk;
    this.#el = el;
    el.addClass('nf-typed');
    el.hide();
    this.#actions = actions;
    const { typed } = desk.locale.main.review;
    this.#areaEl = el.createEl('textarea', {
      cls: 'nf-typed-field',
      attr: {
        'aria-label': typed.field,
        placeholder: typed.field,
        rows: 1,
        dir: 'auto',
        // The keyboard of a phone would tell the answer.
        spellcheck: false,
        autocomplete: 'off',
        autocorrect: 'off',
        autocapitalize: 'off',
        enterkeyhint: 'done',
      },
    });
    this.#statusEl = el.createDiv({ cls: 'nf-typed-status nf-hint', attr: { role: 'status' } });
    // In a dialog, Escape would close it before the field sees the key.
    this.#scope = new Scope(el.closest('.modal') ? undefined : desk.app.scope);
    this.#scope.register([], 'Escape', () => {
      actions.leave();
      return false;
    });
    void expected.then(
      (found) => this.#open(found),
      () => this.#open(null),
    );
  }

  override onload(): void {
    const { keymap } = this.#desk.app;
    this.registerDomEvent(this.#areaEl, 'focus', () => keymap.pushScope(this.#scope));
    this.registerDomEvent(this.#areaEl, 'blur', () => keymap.popScope(this.#scope));
    this.register(() => keymap.popScope(this.#scope));
    this.registerDomEvent(this.#areaEl, 'input', () => this.#grow());
    // The Enter that takes a word of an input method is none of ours; WebKit tells of it after the word.
    let hasComposed = false;
    this.registerDomEvent(this.#areaEl, 'compositionend', () => {
      hasComposed = true;
    });
    this.registerDomEvent(this.#areaEl, 'keyup', () => {
      hasComposed = false;
    });
    this.registerDomEvent(this.#areaEl, 'keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || hasComposed) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) this.#actions.reveal();
    });
  }

  /** What the comparison suggests; null if nothing was typed. */
  get proposed(): 1 | 2 | 3 | null {
    return this.#proposed;
  }

  /** Whether it is not known yet if there is a field: keys pressed now may be meant for it. */
  get isWaiting(): boolean {
    return this.#state === 'waiting';
  }

  /** The field, if it should get the focus: a phone would open its keyboard over the question. */
  get target(): HTMLElement | null {
    return this.#state === 'open' && !Platform.isMobile ? this.#areaEl : null;
  }

  /** The answer is shown: compares, once. */
  compare(): void {
    if (this.#state === 'shown') return;
    this.#state = 'shown';
    const typed = this.#areaEl.value;
    this.#desk.app.keymap.popScope(this.#scope);
    this.#areaEl.remove();
    const isTyped = this.#expected !== null && typed.trim() !== '';
    this.#el.toggle(isTyped);
    if (!this.#expected || !isTyped) return;
    if (this.#expected.kind === 'words') this.#compareWords(this.#expected, typed);
    else this.#comparePoints(this.#expected.points, typed);
  }

  #open(expected: Expected | null): void {
    if (this.#state !== 'waiting') return;
    const isWanted = expected !== null && (expected.isShort || this.#actions.typing === 'all');
    this.#state = isWanted ? 'open' : 'none';
    if (!isWanted) return;
    this.#expected = expected;
    this.#el.show();
    const { activeElement, body } = this.#el.doc;
    const isHere = activeElement === body || activeElement?.closest('.nf-review')?.contains(this.#el);
    if (isHere) this.target?.focus({ preventScroll: true });
  }

  #grow(): void {
    // Only without a height does it say how much it needs.
    this.#areaEl.setCssProps({ '--nf-typed': 'auto' });
    this.#areaEl.setCssProps({ '--nf-typed': `${String(this.#areaEl.scrollHeight + 2)}px` });
  }

  /** Above the status, which stays where it is so that it is read out. */
  #before(): HTMLElement {
    const el = createDiv('nf-typed-text');
    this.#statusEl.before(el);
    return el;
  }

  #compareWords({ text, isCode }: { readonly text: string; readonly isCode: boolean }, typed: string): void {
    const { typedStrict } = this.#desk.flashcards.settings.general;
    const found = compareTyped(text, typed, isCode ? 'code' : typedStrict ? 'strict' : 'forgiving');
    drawDifference(this.#before(), found, isCode);
    const { words } = this.#desk.locale.main.review.typed;
    this.#propose(found.share, words(found.right, found.of), differenceSentence(this.#desk.locale, found));
  }

  #comparePoints(points: readonly string[], typed: string): void {
    const { typed: words } = this.#desk.locale.main.review;
    const textEl = this.#before();
    textEl.setText(typed.trim());
    textEl.setAttr('dir', 'auto');
    const known = [...namedPoints(points, typed)];
    const count = (): void => {
      const ticked = known.filter(Boolean).length;
      this.#propose(ticked / points.length, words.points(ticked, points.length));
    };
    drawPoints(this.#el, points, known, {
      tick: (index, isKnown) => {
        known[index] = isKnown;
        count();
      },
      leave: this.#actions.leave,
    });
    count();
  }

  /** `unseen` is for screen readers only. */
  #propose(share: number, seen: string, unseen = ''): void {
    const { locale, flashcards } = this.#desk;
    this.#proposed = proposedGrade(share, !flashcards.settings.general.twoButtons);
    const { grade } = locale.main.review.typed;
    this.#statusEl.setText(seen);
    this.#statusEl.createSpan({ cls: 'nf-unseen', text: unseen });
    this.#statusEl.appendText(`. ${grade(gradeName(locale, this.#proposed))}`);
  }
}
