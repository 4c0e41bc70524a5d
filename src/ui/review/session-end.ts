// What the screen shows when there is no card: a break until a learning card is due, or the end of the session.
import type { Review } from '../../app/study/review.ts';
import { cardPrompt } from '../../app/cards/card-prompt.ts';
import { dayRecall } from '../../app/statistics/day-recall.ts';
import { gradedCards, hardCards, phaseOf, waitingUntil } from '../../core/study/session/session-state.ts';
import type { Scope } from '../../core/study/scope.ts';
import type { Desk } from '../shell/desk.ts';
import { gradeName } from './grade-bar.ts';

export interface EndActions {
  undo(): void;
  rest(): void;
  close(): void;
  /** Shows a card in its note. */
  open(id: string): void;
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
  const isWaiting = phaseOf(session) === 'waiting' && wait !== null;
  if (isWaiting) {
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
  if (!isWaiting) drawDay(box.createDiv('nf-end-day nf-hint'), desk, review.request.scope);
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
  if (!isWaiting) drawHard(box, desk, review, actions);
  return restButton ?? closeButton;
}

/** The day over all decks, as far as it is known. */
function drawDay(el: HTMLElement, { flashcards, habits, locale }: Desk, scope: Scope): void {
  const { done } = locale.main.review;
  const { study, history, isIndexed, knowledge } = flashcards;
  if (knowledge !== 'known') return;
  const { asked, known } = dayRecall(history, study.today);
  const streak = habits.streak(study.today);
  if (asked > 0) el.createDiv({ text: done.retention(known / asked, known, asked) });
  // A note that was not read yet may have more.
  if (isIndexed) {
    const siblings = study.siblings(scope);
    if (siblings > 0) el.createDiv({ text: locale.main.sidebar.siblings(siblings) });
    el.createDiv({ text: done.next(study.forecast(2)[1] ?? 0) });
  }
  if (streak > 0) el.createDiv({ text: locale.main.sidebar.streak(streak) });
}

function drawHard(box: HTMLElement, { flashcards, locale }: Desk, review: Review, actions: EndActions): void {
  const { grade, ids } = hardCards(review.session);
  const cards = ids.flatMap((id) => flashcards.card(id) ?? []);
  if (cards.length === 0) return;
  box.createEl('h4', { text: locale.main.review.done.hard(gradeName(locale, grade)) });
  const list = box.createEl('ul', { cls: 'nf-end-hard' });
  for (const { id, card } of cards) {
    const text = cardPrompt(card, locale.app.prompt);
    const link = list.createEl('li').createEl('button', { text, attr: { type: 'button', dir: 'auto' } });
    link.addEventListener('click', () => actions.open(id));
  }
}

function countRest(review: Review): number {
  const { due, new: newCards } = review.rest();
  return due.length + newCards.length;
}
