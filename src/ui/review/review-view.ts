// A review in the sidebar or in a tab.
import { ItemView, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import type { Session } from '../../core/study/session/session-state.ts';
import type { StudyRequest } from '../../core/study/scope.ts';
import { answersSince } from '../../app/statistics/answers-since.ts';
import type { Review } from '../../app/study/review.ts';
import type { Desk, Starting } from '../shell/desk.ts';
import { drawWhenReady } from '../shell/draw-when-ready.ts';
import { drawUnknown } from '../shell/unknown-history.ts';
import { fromState, sinceOf, toState } from './request-state.ts';
import { NoteBlur } from './note-blur.ts';
import { whenRead } from './when-read.ts';
import { ReviewScreen } from './review-screen.ts';

export const reviewViewType = 'note-flashcards-review';

export class ReviewView extends ItemView {
  override navigation = false;
  readonly #starting: Starting;
  /** Cancels a review that is waiting for its notes. */
  #callOff = (): void => undefined;
  /** Null until the app has said what to review. */
  #request: StudyRequest | null = null;
  /** When the review began, in ms since 1970; null until it does. */
  #since: number | null = null;
  #desk: Desk | null = null;
  #running: { readonly desk: Desk; readonly review: Review; readonly screen: ReviewScreen } | null = null;

  constructor(leaf: WorkspaceLeaf, starting: Starting) {
    super(leaf);
    this.#starting = starting;
    this.icon = 'layers';
  }

  override getViewType(): string {
    return reviewViewType;
  }

  override getDisplayText(): string {
    return this.#starting.locale.main.review.title;
  }

  override getState(): Record<string, unknown> {
    return {
      ...toState(this.#request ?? { scope: { kind: 'all' } }),
      ...(this.#since !== null && { since: this.#since }),
    };
  }

  /** Starts the review that the state asks for; also after a restart. */
  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    this.#request = fromState(state);
    this.#since = sinceOf(state);
    if (this.#desk) this.#begin(this.#desk, this.#request);
  }

  #begin(desk: Desk, request: StudyRequest): void {
    this.#end();
    const hint = this.contentEl.createDiv();
    const draw = (): void => {
      // Never replace a button while it is pressed.
      if (hint.find(':active')) return;
      hint.empty();
      if (!drawUnknown(hint, desk))
        hint.createDiv({ cls: 'nf-hint', text: desk.locale.main.sidebar.reading });
    };
    draw();
    const forget = desk.flashcards.onChange(draw);
    const callOff = whenRead(desk.flashcards, request, () => {
      forget();
      hint.remove();
      this.#start(desk, request);
    });
    this.#callOff = () => {
      callOff();
      forget();
      hint.remove();
    };
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass('nf-review-view');
    drawWhenReady(this, this.#starting, (desk) => {
      this.#desk = desk;
      if (this.#request) this.#begin(desk, this.#request);
    });
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.#end();
    return Promise.resolve();
  }

  focus(): void {
    this.#running?.screen.focus();
  }

  #start(desk: Desk, request: StudyRequest): void {
    const review = desk.flashcards.startReview(request);
    const { study } = desk.flashcards;
    const { now } = study.moment();
    const since = this.#since ?? now;
    if (study.dayOf(since) < study.today || request.practice) this.#since = now;
    else {
      this.#since = since;
      let undone = -1;
      // An undo may reach what was answered before.
      const count = ({ undoneEarlier }: Session): void => {
        if (undone !== undoneEarlier) review.earlier = answersSince(desk.flashcards, request, since, now);
        undone = undoneEarlier;
      };
      if (since < now) {
        review.onChange(count);
        count(review.session);
      }
    }
    void this.app.workspace.requestSaveLayout();
    const screen = new ReviewScreen(desk, review, this.contentEl, {
      close: () => this.leaf.detach(),
      // The note opens beside it.
      stepAside: () => undefined,
    });
    this.#running = { desk, review, screen };
    this.addChild(screen);
    screen.addChild(new NoteBlur(desk, review, this.contentEl));
    screen.focus();
  }

  #end(): void {
    this.#callOff();
    if (!this.#running) return;
    const { desk, review, screen } = this.#running;
    this.#running = null;
    this.removeChild(screen);
    desk.flashcards.endReview(review);
  }
}
