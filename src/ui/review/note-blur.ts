// Blurs the note of the card on screen where it is open beside the review, until the answer is shown. Only a class on
// the view of the note: nothing in it is changed, and a click into it shows it.
import { Component, MarkdownView } from 'obsidian';
import type { Review } from '../../app/study/review.ts';
import type { Desk } from '../shell/desk.ts';

const blurred = 'nf-blurred';

export class NoteBlur extends Component {
  readonly #desk: Desk;
  readonly #review: Review;
  readonly #el: HTMLElement;
  readonly #views = new Set<HTMLElement>();

  /** @param el the review; one that nobody sees blurs nothing */
  constructor(desk: Desk, review: Review, el: HTMLElement) {
    super();
    this.#desk = desk;
    this.#review = review;
    this.#el = el;
  }

  override onload(): void {
    const { workspace } = this.#desk.app;
    const follow = (): void => this.#follow();
    this.registerEvent(workspace.on('file-open', follow));
    this.registerEvent(workspace.on('layout-change', follow));
    this.registerEvent(workspace.on('active-leaf-change', follow));
    this.registerEvent(workspace.on('resize', follow));
    this.register(this.#review.onChange(follow));
    this.register(this.#desk.flashcards.onChange(follow));
    this.register(() => this.#blur(new Set()));
    follow();
  }

  #follow(): void {
    const note = this.#note();
    const views = this.#desk.app.workspace
      .getLeavesOfType('markdown')
      .flatMap(({ view }) =>
        view instanceof MarkdownView && view.file?.path === note ? [view.containerEl] : [],
      );
    this.#blur(new Set(note === null ? [] : views));
  }

  /** The note that has the answer; null if it may be seen. */
  #note(): string | null {
    const { flashcards } = this.#desk;
    const { current, closed } = this.#review.session;
    const isOpen = current && !current.revealed && !closed && this.#el.isShown();
    return isOpen && flashcards.settings.general.blurNote
      ? (flashcards.card(current.card.id)?.card.note ?? null)
      : null;
  }

  #blur(views: ReadonlySet<HTMLElement>): void {
    for (const el of this.#views) if (!views.has(el)) el.removeClass(blurred);
    this.#views.clear();
    for (const el of views) {
      el.addClass(blurred);
      this.#views.add(el);
    }
  }
}
