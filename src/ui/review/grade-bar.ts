// The buttons under a card: show the answer, then the grades.
import type { Grade } from '../../core/history/event.ts';
import type { Outcomes } from '../../core/schedule/schedule.ts';
import { nameBy } from '../parts/accessible-name.ts';
import type { Locale } from '../locale.ts';

export function gradeName(locale: Locale, grade: Grade): string {
  const { main: words } = locale;
  return { 1: words.again, 2: words.hard, 3: words.good, 4: words.easy }[grade];
}

export interface BarActions {
  reveal(): void;
  revealAll(): void;
  grade(grade: Grade): void;
}

/** Draws the question's buttons. */
export function drawReveal(
  locale: Locale,
  el: HTMLElement,
  stepByStep: boolean,
  started: boolean,
  actions: BarActions,
): void {
  el.empty();
  const { showAnswer, showNext, showAll } = locale.main.review;
  const main = button(el, 'nf-reveal mod-cta', stepByStep && started ? showNext : showAnswer);
  main.addEventListener('click', () => actions.reveal());
  if (stepByStep) button(el, '', showAll).addEventListener('click', () => actions.revealAll());
}

/** The grades on offer. */
export function gradesOf(twoButtons: boolean): readonly Grade[] {
  return twoButtons ? [1, 3] : [1, 2, 3, 4];
}

/** Draws the grades. `outcomes` is null in practice. */
export function drawGrades(
  locale: Locale,
  el: HTMLElement,
  grades: readonly { readonly grade: Grade; readonly key: string }[],
  outcomes: Outcomes | null,
  actions: BarActions,
): void {
  const { main: words } = locale;
  el.empty();
  const group = el.createDiv({ cls: 'nf-grades', attr: { role: 'group' } });
  nameBy(group, words.review.grades);
  for (const { grade, key } of grades) {
    const made = button(group, `nf-grade nf-grade-${String(grade)}`, '');
    made.setAttr('data-grade', grade);
    const nameEl = made.createSpan({ cls: 'nf-grade-name', text: gradeName(locale, grade) });
    nameEl.createEl('kbd', { cls: 'nf-grade-key', text: key, attr: { 'aria-hidden': 'true' } });
    const outcome = outcomes?.[grade - 1];
    if (outcome) {
      made.createSpan({ cls: 'nf-unseen', text: words.review.comesBack });
      made.createSpan({ cls: 'nf-grade-interval', text: locale.format.interval(outcome.minutes) });
    }
    made.addEventListener('click', () => actions.grade(grade));
  }
}

function button(el: HTMLElement, cls: string, text: string): HTMLButtonElement {
  return el.createEl('button', { text, ...(cls !== '' && { cls }), attr: { type: 'button' } });
}
