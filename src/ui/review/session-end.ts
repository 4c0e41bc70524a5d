// What the screen shows when there is no card: a break until a learning card is due, or the end of the session.
import type { Review } from '../../app/study/review.ts';
import { gradedCards, phaseOf, waitingUntil } from '../../core/study/session/session-state.ts';
import type { Desk } from '../shell/desk.ts';

export interface EndActions {
  undo(): void;
  rest(): void;
  close(): void;
}

/** Draws it; returns the button that should get the focus. */
export function drawEnd(el: HTMLElement, desk: Desk, review: Review, actions: EndActions): HTMLElement {
  el.empty();
  const box = el.createDiv({ cls: 'nf-end', attr: { role: 'status' } });
  const { session } = review;
  const { study } = desk.flashcards;
  const { answers, again, time } = session.stats;
  const { done, nothing, waiting, waitingTitle } = desk.locale.main.review;
  const wait = waitingUntil(session);
  const isNote = review.request.scope.kind === 'note';
  if (phaseOf(session) === 'waiting' && wait !== null) {
    box.createEl('h3', { text: waitingTitle });
    box.createEl('p', { text: waiting(Math.max(1, (wait - study.moment().now) / 60_000)) });
  } else {
    box.createEl('h3', { text: answers > 0 ? done.title : nothing.title });
    if (answers === 0) box.createEl('p', { text: isNote ? nothing.note : nothing.all });
  }
  if (answers > 0) {
    box.createEl('p', {
      text: `${done.summary(gradedCards(session), answers, time)} ${done.again(again, again / answers)}`,
    });
  }
  box.createEl('p', { cls: 'nf-hint', text: done.next(study.forecast(2)[1] ?? 0) });
  const buttons = box.createDiv('nf-end-buttons');
  const add = (text: string, run: () => void): HTMLElement => {
    const made = buttons.createEl('button', { text, attr: { type: 'button' } });
    made.addEventListener('click', run);
    return made;
  };
  const rest = review.request.scope.kind === 'all' || session.practice ? 0 : countRest(review);
  const restButton = rest > 0 ? add(done.rest(rest), () => actions.rest()) : null;
  const closeButton = add(done.close, () => actions.close());
  closeButton.addClass('mod-cta');
  add(done.undo, () => actions.undo());
  return restButton ?? closeButton;
}

function countRest(review: Review): number {
  const { due, new: newCards } = review.rest();
  return due.length + newCards.length;
}
