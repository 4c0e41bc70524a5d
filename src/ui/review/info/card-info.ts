// What is known about a card, in words: why it is due, its reviews, and how it is being forgotten.
import { Modal } from 'obsidian';
import type { Source } from '../../../core/card/card.ts';
import { cardLine } from '../../../core/note/plain-text.ts';
import type { Schedule } from '../../../core/schedule/schedule.ts';
import type { Desk } from '../../shell/desk.ts';

import type { Stop } from './curve-scale.ts';
import { stabilityText } from '../../format.ts';
import { drawForgettingCurve } from './forgetting-curve.ts';
import { gradeName } from '../grade-bar.ts';

/** How well a card is known, and when it is due, in a sentence or two. */
export function whyDue({ locale, flashcards }: Desk, schedule: Schedule): string {
  const { format } = locale;
  const { info: infoWords } = locale.main;
  const { today, scheduler } = flashcards.study;
  if (schedule.suspended) return infoWords.suspended;
  if (schedule.state === 'new' || schedule.dueDay === null) return infoWords.isNew;
  if (schedule.state !== 'review') return infoWords.learning;
  const recall = format.percent(scheduler.retrievability(schedule, today));
  const wanted = format.percent(scheduler.options.desiredRetention);
  const due = format.day(schedule.dueDay);
  return schedule.dueDay <= today
    ? infoWords.isDue(recall, wanted, due)
    : infoWords.notDue(recall, wanted, due);
}

export class CardInfoModal extends Modal {
  readonly #desk: Desk;
  readonly #id: string;
  readonly #closed: () => void;

  constructor(desk: Desk, id: string, closed: () => void) {
    super(desk.app);
    this.#desk = desk;
    this.#id = id;
    this.#closed = closed;
  }

  override onOpen(): void {
    const { flashcards: cards } = this.#desk;
    const schedule = cards.study.schedule(this.#id);
    const tracked = cards.card(this.#id);
    this.modalEl.addClass('nf-info');
    this.setTitle(this.#desk.locale.main.info.title);
    if (tracked) {
      this.contentEl.createDiv({
        cls: 'nf-info-card',
        text: [...tracked.card.context, cardLine(tracked.card)].join(' › '),
      });
    }
    this.contentEl.createEl('p', { text: whyDue(this.#desk, schedule) });
    this.#drawAhead();
    this.#drawFacts(schedule, tracked?.card.source);
    this.#drawCurve();
    this.#drawReviews();
  }

  override onClose(): void {
    this.contentEl.empty();
    this.#closed();
  }

  /** The last review, if recorded by a clock that ran ahead. */
  #drawAhead(): void {
    const { info: infoWords } = this.#desk.locale.main;
    const { history } = this.#desk.flashcards;
    const last = history.ahead().find(({ c }) => history.canonical(c) === this.#id);
    if (!last) return;
    const el = this.contentEl.createDiv();
    el.createEl('p', { text: infoWords.ahead(this.#desk.locale.format.moment(last.t)) });
    const button = el.createEl('button', { text: infoWords.aheadUndo, attr: { type: 'button' } });
    button.addEventListener('click', () => {
      history.takeBack(last);
      this.contentEl.empty();
      this.onOpen();
    });
  }

  #drawFacts({ memory, lastDay, dueDay, interval, reps, lapses }: Schedule, source?: Source): void {
    const { format } = this.#desk.locale;
    const { info: infoWords, sources } = this.#desk.locale.main;
    const list = this.contentEl.createEl('dl', { cls: 'nf-facts' });
    const add = (name: string, value: string): void => {
      list.createEl('dt', { text: name });
      list.createEl('dd', { text: value });
    };
    const { facts } = infoWords;
    if (source) add(facts.source, sources[source] ?? source);
    if (lastDay !== null) add(facts.last, format.day(lastDay));
    if (dueDay !== null) add(facts.due, format.day(dueDay));
    if (interval > 0) add(facts.interval, format.days(interval));
    if (memory) {
      add(facts.stability, infoWords.stability(stabilityText(format.longDays, memory.stability)));
      add(facts.difficulty, infoWords.difficulty(format.number(memory.difficulty)));
    }
    add(facts.reps, format.number(reps));
    add(facts.lapses, format.number(lapses));
  }

  #drawCurve(): void {
    const { history, study } = this.#desk.flashcards;
    const { scheduler, today } = study;
    const card = history.cards.get(this.#id);
    if (!card) return;
    const stops: Stop[] = [];
    const stopAt = ({ memory, lastDay }: Schedule, isKnown: boolean): void => {
      if (memory === null || lastDay === null) return;
      const day = Math.max(lastDay, stops.at(-1)?.day ?? lastDay);
      stops.push({ day, stability: memory.stability, isKnown });
    };
    let schedule = scheduler.replay({ ...card, reviews: [] });
    stopAt(schedule, true);
    for (const review of card.reviews) {
      schedule = scheduler.step(schedule, review);
      stopAt(schedule, review.g > 1);
    }
    drawForgettingCurve(this.#desk.locale, this.contentEl, {
      recall: (stability, days) => scheduler.recall(stability, days),
      stops,
      today,
      wanted: scheduler.options.desiredRetention,
    });
  }

  #drawReviews(): void {
    const { format } = this.#desk.locale;
    const reviews = this.#desk.flashcards.history.cards.get(this.#id)?.reviews ?? [];
    if (reviews.length === 0) return;
    const table = this.contentEl.createEl('table', { cls: 'nf-reviews' });
    const head = table.createEl('thead').createEl('tr');
    for (const text of this.#desk.locale.main.info.columns)
      head.createEl('th', { text, attr: { scope: 'col' } });
    const body = table.createEl('tbody');
    for (const { t, g, d } of [...reviews].reverse()) {
      const row = body.createEl('tr');
      for (const text of [format.moment(t), gradeName(this.#desk.locale, g), format.time(d)])
        row.createEl('td', { text });
    }
  }
}
