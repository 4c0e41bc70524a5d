// A review on screen, the same in a modal, in the sidebar and in a tab. Shows the session and sends it actions.
import type { Outcomes } from '../../core/schedule/schedule.ts';
import { Component, Platform, setIcon } from 'obsidian';
import type { Grade } from '../../core/history/event.ts';
import type { Review, ReviewAction } from '../../app/study/review.ts';
import type { StudyCard } from '../../core/study/study-card.ts';
import { cardLine } from '../../core/note/plain-text.ts';
import { shortened } from '../../core/text/shortened.ts';
import { outcomes, remaining, waitingUntil } from '../../core/study/session/session-state.ts';
import type { Desk } from '../shell/desk.ts';
import { nameBy } from '../parts/accessible-name.ts';
import { drawLaneCounts } from '../study/lane-counts.ts';
import { elementOf } from '../parts/event-element.ts';
import { actionKeys, actionOf, flagOf, gradeActions, keyLabel, keysOf, type ActionName } from './keys.ts';
import { ReadAloud } from './aloud/read-aloud.ts';
import { CardFace } from './card/card-face.ts';
import { drawGrades, drawReveal, gradesOf } from './grade-bar.ts';
import { runAction, setFlag } from './run-action.ts';
import { fadeBelow } from './fade-below.ts';
import { drawEnd } from './session-end.ts';
import type { ReviewShell, ReviewStage } from './stage.ts';
import { watchSwipes } from './swipe.ts';
import type { TypedActions } from './typed/typed-answer.ts';
import { typingOf } from './typed/typing-of.ts';
import { Toast, type Said } from './toast.ts';

/** Characters of a question that names its card. */
const longestName = 60;

export class ReviewScreen extends Component implements ReviewStage {
  readonly desk: Desk;
  readonly review: Review;
  readonly shell: ReviewShell;
  readonly el: HTMLElement;
  readonly #countsEl: HTMLElement;
  readonly #barEl: HTMLElement;
  readonly #bodyEl: HTMLElement;
  readonly #columnEl: HTMLElement;
  readonly #toast: Toast;
  readonly #footEl: HTMLElement;
  readonly aloud: ReadAloud;
  #face: CardFace | null = null;
  #offered: Outcomes | null = null;
  #faceKey = '';
  #footKey = '';
  #drawing = false;
  #timer = 0;

  constructor(desk: Desk, review: Review, parent: HTMLElement, shell: ReviewShell) {
    super();
    const { main: words } = desk.locale;
    this.desk = desk;
    this.review = review;
    this.shell = shell;
    this.el = parent.createDiv({
      cls: 'nf-review',
      attr: { tabindex: -1, role: 'region' },
    });
    nameBy(this.el, words.review.title);
    this.#barEl = this.el.createDiv({
      cls: 'nf-progress-bar',
      attr: { role: 'progressbar', 'aria-valuemin': 0 },
    });
    nameBy(this.#barEl, words.review.progressName);
    const head = this.el.createDiv('nf-review-head');
    this.#countsEl = head.createDiv('nf-progress-text');
    if (review.session.practice) head.createDiv({ cls: 'nf-practice', text: words.review.practice });
    const tools = head.createDiv('nf-tools');
    this.#bodyEl = this.el.createDiv('nf-review-body');
    this.#columnEl = this.#bodyEl.createDiv('nf-column');
    this.#toast = this.addChild(new Toast(this.el, words.actions.undo));
    this.#footEl = this.el.createDiv('nf-review-foot');
    this.aloud = this.addChild(new ReadAloud(desk, this.el, (text) => this.say(text)));
    for (const name of ['undo', 'edit', 'jump', 'more'] as const) this.#addTool(tools, name);
  }

  override onload(): void {
    this.registerDomEvent(this.el, 'keydown', (event) => this.#pressed(event));
    const isOn = (): boolean => this.desk.flashcards.settings.general.swipe;
    this.#bodyEl.toggleClass('nf-swipes', isOn());
    watchSwipes(this, this.#bodyEl, isOn, (way) => this.#swiped(way));
    fadeBelow(this.#bodyEl, this.#columnEl, this);
    this.register(
      this.review.onChange((_session, leaving) => {
        const { review, due } = this.desk.locale.main;
        if (leaving) {
          const name = shortened(this.#nameOf(leaving.card), longestName);
          if (leaving.kind === 'gone') this.say(review.gone(name), { isProblem: true });
          else this.say(leaving.how === 'answered' ? review.elsewhere(name) : `${name}: ${due[leaving.how]}`);
        }
        this.#drawSoon();
      }),
    );
    // Moving to another window loses the focus, and with it the review's keys.
    this.register(this.el.onWindowMigrated(() => window.setTimeout(() => this.focus())));
    this.register(() => window.clearTimeout(this.#timer));
    this.register(() => this.el.remove());
    this.#draw();
  }

  get face(): CardFace | null {
    return this.#face;
  }

  get offered(): Outcomes | null {
    return this.#offered;
  }

  focus(): void {
    (this.#face?.typed?.target ?? this.#button()).focus({ preventScroll: true });
  }

  switchTyping(): void {
    this.review.isTyped = typingOf(this) === 'off';
    this.#faceKey = '';
    this.#draw();
    this.focus();
  }

  /** What Enter is to press: the answer, or the grade that is suggested. */
  #button(): HTMLElement {
    return (
      this.#footEl.find(`.mod-cta, [data-grade="${String(this.#face?.typed?.proposed ?? 3)}"]`) ?? this.el
    );
  }

  say(text: string, how?: Said): void {
    this.#toast.say(text, how);
  }

  run(name: ActionName | 'more', event?: MouseEvent): void {
    runAction(name, this, event).catch((error: unknown) => {
      console.error(error);
      this.say(this.desk.locale.failed(error), { isProblem: true });
    });
  }

  send(action: ReviewAction): boolean {
    try {
      this.review.dispatch(action);
      return true;
    } catch (error) {
      this.say(this.desk.locale.failed(error), { isProblem: true });
      return false;
    }
  }

  #addTool(el: HTMLElement, name: ActionName | 'more'): void {
    const { main: words } = this.desk.locale;
    const key = actionKeys.find((one) => one.name === name);
    const label = name === 'more' ? words.review.more : words.actions[name];
    const button = el.createEl('button', {
      cls: `clickable-icon nf-tool nf-tool-${name}`,
      attr: { 'aria-label': label, type: 'button' },
    });
    setIcon(button, name === 'more' ? 'ellipsis-vertical' : (key?.icon ?? 'circle'));
    button.addEventListener('click', (event) => this.run(name, event));
  }

  #pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const onControl = elementOf(event)?.closest('button, a, input, textarea, select, summary');
    const presses = event.key === ' ' || event.key === 'Enter';
    if (presses && onControl) {
      // The browser presses the control, but a key held down must not grade a run of cards.
      if (event.repeat) event.preventDefault();
      return;
    }
    // What is typed is no key of the review.
    const isEarly = this.#face?.typed?.isWaiting && event.key.length === 1 && event.key !== ' ';
    if (isEarly || onControl?.matches('textarea')) return;
    const name = actionOf(event, this.desk.flashcards.settings.general.keys);
    const flag = name === null ? flagOf(event) : null;
    if (name === null && flag === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (name !== null) this.run(name);
    else if (flag !== null)
      setFlag(this, this.review.session.current?.card.schedule.flag === flag ? 0 : flag);
  }

  #swiped(way: 'left' | 'right'): void {
    const { session } = this.review;
    if (!session.current) return;
    if (!session.current.revealed) this.run('reveal');
    else this.run(way === 'right' ? 'good' : 'again');
  }

  /** One action may change the session several times; the screen updates once. */
  #drawSoon(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => {
      this.#drawing = false;
      if (this.el.isConnected) this.#draw();
    });
  }

  #draw(): void {
    const { session } = this.review;
    const hadFocus =
      this.el.contains(this.el.doc.activeElement) || this.el.doc.activeElement === this.el.doc.body;
    window.clearTimeout(this.#timer);
    this.#drawProgress();
    const { current } = session;
    const tracked = current && this.desk.flashcards.card(current.card.id);
    if (!current || !tracked) {
      this.#dropFace();
      this.aloud.follow(null, 'question');
      this.#offered = null;
      this.#footKey = '';
      this.#footEl.empty();
      const focused = drawEnd(this.#columnEl, this.desk, this.review, {
        undo: () => this.run('undo'),
        rest: () => this.review.studyRest(),
        close: () => this.shell.close(),
        open: (id) => void this.#openNote(id),
      });
      if (hadFocus) focused.focus({ preventScroll: true });
      this.#wakeUp();
      return;
    }
    const key = `${current.card.id} ${String(current.since)}`;
    if (!this.#face || key !== this.#faceKey || this.#face.differsFrom(tracked)) {
      this.#dropFace();
      this.#columnEl.find('.nf-end')?.remove();
      this.#bodyEl.scrollTop = 0;
      this.#face = this.addChild(
        new CardFace(this.desk, tracked, this.#columnEl, {
          leave: () => this.shell.stepAside(),
          showRest: () => {
            this.run('all');
            this.focus();
          },
          typed: this.#typed(current.revealed),
        }),
      );
      this.#faceKey = key;
    }
    this.#face.mark(current.card.schedule);
    const { parts, revealed, collapsed } = current;
    void this.#face.show({ parts, whole: revealed && !collapsed, collapsed });
    this.aloud.follow(this.#face, revealed ? 'answer' : 'question');
    this.#drawFoot(hadFocus);
  }

  #typed(isRevealed: boolean): TypedActions | null {
    const typing = typingOf(this);
    if (typing === 'off' || isRevealed) return null;
    const leave = (): void => this.#button().focus();
    return { typing, leave, reveal: () => this.run('reveal') };
  }

  #drawFoot(hadFocus: boolean): void {
    const { session } = this.review;
    const { current, practice } = session;
    if (!current) return;
    const { reps, lastAt } = current.card.schedule;
    const key = JSON.stringify([this.#faceKey, current.revealed, current.parts > 0, reps, lastAt]);
    if (key === this.#footKey) return;
    this.#footKey = key;
    const actions = {
      reveal: () => this.run('reveal'),
      revealAll: () => this.run('all'),
      grade: (grade: Grade) => this.run(gradeActions[grade]),
    };
    const { general } = this.desk.flashcards.settings;
    const stepByStep = this.#face?.opening(general) === 'steps';
    this.#offered =
      current.revealed && !practice ? outcomes(session, this.desk.flashcards.study.moment()) : null;
    const keyed = gradesOf(general.twoButtons).map((grade) => {
      const [key] = keysOf(gradeActions[grade], general.keys);
      return { grade, key: key === undefined ? '' : keyLabel(this.desk.locale, key, Platform.isMacOS) };
    });
    if (current.revealed) drawGrades(this.desk.locale, this.#footEl, keyed, this.#offered, actions);
    else drawReveal(this.desk.locale, this.#footEl, stepByStep, current.parts > 0, actions);
    if (hadFocus) this.#button().focus({ preventScroll: true });
  }

  #drawProgress(): void {
    const { main: words } = this.desk.locale;
    const { session } = this.review;
    const left = remaining(session);
    const toGo = left.due + left.learning + left.new;
    const answers = session.stats.answers + this.review.earlier;
    this.#countsEl.empty();
    drawLaneCounts(this.#countsEl, this.desk.locale, left, session.current?.lane);
    this.#barEl.setAttrs({
      'aria-valuenow': answers,
      'aria-valuemax': answers + toGo,
      'aria-valuetext': words.review.leftToDo(toGo),
    });
    this.#barEl.setCssProps({ '--nf-done': String(answers / Math.max(1, answers + toGo)) });
  }

  async #openNote(id: string): Promise<void> {
    const card = this.desk.flashcards.card(id)?.card;
    if (!card) return;
    this.shell.stepAside();
    await this.desk.openLine(card.note, card.line, 'here');
  }

  #dropFace(): void {
    if (this.#face) this.removeChild(this.#face);
    this.#face = null;
  }

  /** Resumes when a learning card is due. */
  #wakeUp(): void {
    const at = waitingUntil(this.review.session);
    if (at === null) return;
    // Checking every minute keeps the text on screen current.
    const wait = Math.min(Math.max(at - this.desk.flashcards.study.moment().now, 0) + 50, 60_000);
    this.#timer = window.setTimeout(() => this.review.dispatch({ kind: 'tick' }), wait);
  }

  #nameOf({ id }: StudyCard): string {
    const shown = this.#face?.tracked;
    const card = shown?.id === id ? shown.card : this.desk.flashcards.card(id)?.card;
    return card ? cardLine(card) : this.desk.locale.main.review.question;
  }
}
