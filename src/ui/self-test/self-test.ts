// A test in the reading view of one note: covers its answers, and takes grades where they are. All that is known of it
// is kept here, by card: the app draws and drops sections as the note is scrolled.
import {
  Component,
  Platform,
  type MarkdownView,
  type MarkdownPostProcessorContext,
  type Scope,
} from 'obsidian';
import { cardPrompt } from '../../app/cards/card-prompt.ts';
import { citesFootnote } from '../../core/card/cover/covers.ts';
import { replaced } from '../../core/card/cover/replaced.ts';
import { longestAnswer, type Grade } from '../../core/history/event.ts';
import { frontmatterEnd } from '../../core/note/mask.ts';
import { lineText } from '../../core/note/plain-text.ts';
import { shortened } from '../../core/text/shortened.ts';
import { laneOf } from '../../core/study/study-card.ts';
import { dueWords } from '../parts/due-words.ts';
import { elementOf } from '../parts/event-element.ts';
import { drawGrades, gradesOf } from '../review/grade-bar.ts';
import { CardInfoModal } from '../review/info/card-info.ts';
import { gradeActions, keyLabel, keysOf } from '../review/keys.ts';
import { Toast } from '../review/toast.ts';
import type { Desk } from '../shell/desk.ts';
import { DrawnSection, type CoverState, type Drawn, type Known } from './drawn-section.ts';
import { lineOf, planOf, type Plan } from './plan.ts';
import { testScope, type TestAction } from './test-keys.ts';

export type Sections = WeakMap<HTMLElement, MarkdownPostProcessorContext>;

const ours = '[data-nf-test]';
/** Characters of a question that names its card. */
const longestName = 32;

export class SelfTest extends Component {
  readonly view: MarkdownView;
  readonly path: string;
  readonly #desk: Desk;
  readonly #sections: Sections;
  readonly #ended: () => void;
  readonly #known = new Map<string, Known>();
  readonly #drawn = new Map<HTMLElement, Drawn>();
  readonly #toast: Toast;
  readonly #startedAt: number;
  #observer: MutationObserver | null = null;
  #scope: Scope | null = null;
  #plan: Plan | null = null;
  /** The card to go to as soon as it is drawn. */
  #wanted: string | null = '';
  /** The card that has the focus, or had it last. */
  #focused: string | null = null;
  /** ms since 1970 of the last thing that was done here. */
  #since: number;
  #answers = 0;

  constructor(desk: Desk, view: MarkdownView, path: string, sections: Sections, ended: () => void) {
    super();
    this.#desk = desk;
    this.view = view;
    this.path = path;
    this.#sections = sections;
    this.#ended = ended;
    this.#startedAt = this.#since = desk.flashcards.study.moment().now;
    this.#toast = this.addChild(new Toast(view.contentEl, desk.locale.main.actions.undo));
  }

  override onload(): void {
    const { view } = this;
    const { containerEl } = view.previewMode;
    view.contentEl.addClass('nf-testing');
    containerEl.tabIndex = -1;
    const observer = new MutationObserver(() => this.#draw());
    this.#observer = observer;
    observer.observe(containerEl, { childList: true, subtree: true });
    this.register(() => observer.disconnect());
    this.register(this.#desk.flashcards.onChange(() => this.#refresh()));
    this.registerDomEvent(containerEl, 'click', (event) => {
      const id = elementOf(event)?.closest<HTMLElement>('.nf-veil, .nf-cover')?.dataset['nfTest'];
      if (id !== undefined) this.#reveal(id);
    });
    this.registerDomEvent(containerEl, 'focusin', (event) => {
      // A link in an answer keeps its keys.
      const el = elementOf(event);
      const isOurs = el === containerEl || el?.matches('.nf-cover, .nf-test-part');
      if (isOurs || el?.closest('.nf-test-bar')) this.#listen();
    });
    this.registerDomEvent(containerEl, 'focusout', () => this.#deafen());
    this.registerEvent(this.#desk.app.workspace.on('active-leaf-change', () => this.#deafen()));
    this.register(() => this.#deafen());
    this.register(() => this.#lift());
    this.#draw();
    // What was drawn before the plugin was there is drawn again.
    view.previewMode.rerender(true);
  }

  get #container(): HTMLElement {
    return this.view.previewMode.containerEl;
  }

  #lift(): void {
    this.view.contentEl.removeClasses(['nf-testing', 'nf-hides-properties', 'nf-hides-notes']);
    this.#container.removeAttribute('tabindex');
    for (const { section } of this.#drawn.values()) section.lift();
    this.#drawn.clear();
  }

  #stateOf(id: string): CoverState {
    return this.#known.get(id)?.state ?? 'covered';
  }

  /** What was answered here stays, though its answer may have suspended it. */
  #planOf(text: string): Plan {
    return planOf(this.#desk.flashcards, this.path, text, (id) => this.#known.has(id));
  }

  /** A card that was changed may be another one for now: what is known of it goes on at its place. */
  #follow(plan: Plan): Plan {
    const before = this.#plan?.covers.all ?? [];
    for (const [id, next, isSame] of replaced(before, plan.covers.all)) {
      if (id === this.#focused) this.#focused = next;
      const known = this.#known.get(id);
      if (known && isSame && !this.#known.has(next)) this.#known.set(next, { ...known, reps: 0 });
    }
    return (this.#plan = plan);
  }

  /** Draws what is not drawn as it is now. Called before the browser paints a section that the app has put in. */
  #draw(): void {
    for (const el of this.#drawn.keys())
      if (!el.isConnected && !this.#sections.get(el)?.getSectionInfo(el)) this.#drawn.delete(el);
    for (const el of this.#container.findAll('.markdown-preview-sizer > div')) {
      const context = this.#sections.get(el);
      if (context?.sourcePath !== this.path || el.parentElement?.closest('.internal-embed, .markdown-embed'))
        continue;
      const info = context.getSectionInfo(el);
      if (!info) continue;
      const plan = this.#plan?.text === info.text ? this.#plan : this.#follow(this.#planOf(info.text));
      const { starts, text, covers } = plan;
      const span = { start: starts[info.lineStart] ?? 0, end: starts[info.lineEnd + 1] ?? text.length };
      const before = this.#drawn.get(el);
      if (before?.plan === plan && before.start === span.start && before.end === span.end) continue;
      before?.section.lift();
      const body = frontmatterEnd(text);
      const first = body + text.slice(body).search(/\S/);
      const isFirst = span.start <= first && first < span.end;
      const top = isFirst ? covers.all.filter(({ card }) => card.source === 'property') : [];
      const { showAnswer } = this.#desk.locale.main.review;
      const section = new DrawnSection(el, { text, covers, top }, span, {
        show: showAnswer,
        question: (id) => this.#question(id),
        answer: ({ id }) => lineText(plan.answers.get(id) ?? ''),
      });
      this.#drawn.set(el, { section, plan, ...span });
    }
    this.#showAll();
    if (this.#wanted !== null) this.#goTo(this.#wanted);
    else if (this.#focused !== null) this.#refocus(this.#focused);
  }

  /** Gives the focus back to a card whose section was drawn again, or had left the page. */
  #refocus(id: string): void {
    const { activeElement, body } = this.#container.doc;
    if (activeElement === body || activeElement === this.#container) this.#focus(this.#buttonOf(id));
  }

  /** Focuses an element, or the note if that cannot have the focus: keys go on. */
  #focus(el: HTMLElement | null): void {
    el?.focus({ preventScroll: true });
    if (!el?.isActiveElement()) this.#container.focus({ preventScroll: true });
  }

  #showAll(): void {
    for (const { section } of this.#drawn.values())
      section.show(
        (id) => this.#stateOf(id),
        (id, el) => this.#drawBar(id, el),
      );
    const covered = this.#plan?.covers.all.filter(({ id }) => this.#stateOf(id) === 'covered') ?? [];
    const { contentEl } = this.view;
    const isTop = covered.some(({ card }) => card.source === 'property');
    contentEl.toggleClass('nf-hides-properties', isTop);
    const text = this.#plan?.text ?? '';
    const cites = covered.some((one) => citesFootnote(text, one));
    contentEl.toggleClass('nf-hides-notes', cites);
    this.#observer?.takeRecords();
  }

  /** Cards may have been answered elsewhere, undone, or changed. */
  #refresh(): void {
    const { study } = this.#desk.flashcards;
    for (const { id } of this.#plan?.covers.all ?? []) {
      const { reps, lastAt } = study.schedule(id);
      const known = this.#known.get(id);
      if (known?.state === 'done') {
        if (reps < known.reps) this.#known.set(id, { state: 'open', reps: 0 });
      } else if ((lastAt ?? 0) > this.#startedAt) this.#known.set(id, { state: 'done', reps });
    }
    const fresh = this.#plan && this.#planOf(this.#plan.text);
    if (fresh && fresh.key !== this.#plan?.key) this.#follow(fresh);
    this.#draw();
  }

  #question(id: string): string {
    const tracked = this.#desk.flashcards.card(id);
    if (tracked) return cardPrompt(tracked.card, this.#desk.locale.app.prompt);
    return lineText(this.#plan?.covers.all.find((one) => one.id === id)?.card.question ?? '');
  }

  #reveal(id: string): void {
    if (this.#stateOf(id) !== 'covered') return;
    const { flashcards, locale } = this.#desk;
    const { study } = flashcards;
    const schedule = study.schedule(id);
    const isDone = schedule.lastDay === study.today && laneOf(schedule, study.today) === null;
    this.#known.set(id, { state: isDone ? 'done' : 'open', reps: schedule.reps });
    this.#showAll();
    for (const el of this.#find(id))
      el.closest<HTMLElement>('.callout.is-collapsed')?.find('.callout-title').click();
    if (isDone) {
      // Once a day, like in a review.
      this.#toast.say(`${this.#name(id)}: ${dueWords(locale, schedule, study.today)}`);
      this.#goNext(id);
    } else this.#goTo(id);
  }

  #name(id: string): string {
    return shortened(this.#question(id), longestName, longestName - 1);
  }

  #outcomes(id: string) {
    const { study } = this.#desk.flashcards;
    const { now, zone } = study.moment();
    return study.scheduler.next(study.schedule(id), { t: now, z: zone, y: study.dayOf(now) });
  }

  #drawBar(id: string, el: HTMLElement): void {
    const { locale, flashcards } = this.#desk;
    const { general } = flashcards.settings;
    const keyed = gradesOf(general.twoButtons).map((grade) => {
      const [key] = keysOf(gradeActions[grade], general.keys);
      return { grade, key: key === undefined ? '' : keyLabel(locale, key, Platform.isMacOS) };
    });
    const nothing = (): void => undefined;
    drawGrades(locale, el, keyed, this.#outcomes(id), {
      reveal: nothing,
      revealAll: nothing,
      grade: (grade) => this.#grade(id, grade),
    });
  }

  #grade(id: string, grade: Grade): void {
    const { flashcards, locale } = this.#desk;
    const card = flashcards.study.card(id);
    if (!card || this.#stateOf(id) !== 'open') return;
    if (!gradesOf(flashcards.settings.general.twoButtons).includes(grade)) return;
    const { now } = flashcards.study.moment();
    const minutes = this.#outcomes(id)[grade - 1]?.minutes ?? 0;
    try {
      flashcards.answer(card, grade, Math.min(now - this.#since, longestAnswer));
    } catch (error) {
      this.#toast.say(locale.failed(error), { isProblem: true });
      return;
    }
    this.#since = now;
    this.#answers += 1;
    this.#known.set(id, { state: 'done', reps: flashcards.study.schedule(id).reps });
    this.#showAll();
    const { graded, done } = locale.main.review;
    const isOver = !this.#plan?.covers.all.some((one) => this.#stateOf(one.id) !== 'done');
    const said = graded(this.#name(id), locale.format.interval(minutes));
    const time = flashcards.study.moment().now - this.#startedAt;
    this.#toast.say(isOver ? done.summary(this.#answers, this.#answers, time) : said, {
      undo: () => this.#desk.undo(),
    });
    this.#goNext(id);
  }

  #find(id: string): HTMLElement[] {
    return this.#container.findAll(`[data-nf-test="${CSS.escape(id)}"]`);
  }

  /** What a card waits for, if it is drawn: the button that shows its answer, or the grade that is suggested. */
  #buttonOf(id: string): HTMLElement | null {
    const isOpen = this.#stateOf(id) === 'open';
    for (const el of this.#find(id)) {
      const button = isOpen ? el.find('[data-grade="3"]') : el.matches('.nf-cover') ? el : null;
      if (button) return button;
    }
    return null;
  }

  /** The next card that is still covered, from the start of the note again if need be. */
  #goNext(id: string): void {
    const all = this.#plan?.covers.all ?? [];
    const at = all.findIndex((one) => one.id === id);
    const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(
      (one) => this.#stateOf(one.id) !== 'done',
    );
    if (next) this.#goTo(next.id);
    else this.#focus(null);
  }

  /** Puts the focus on a card: its button, or its grades. @param id empty for the first */
  #goTo(id: string): void {
    const all = this.#plan?.covers.all ?? [];
    const cover =
      id === '' ? all.find((one) => this.#stateOf(one.id) === 'covered') : all.find((one) => one.id === id);
    if (!cover) return;
    const isOpen = this.#stateOf(cover.id) === 'open';
    const button = this.#buttonOf(cover.id);
    const outer = button?.parentElement?.closest<HTMLElement>('.nf-veil')?.dataset['nfTest'];
    if (outer !== undefined) {
      // What is around it is shown first.
      this.#goTo(outer);
      return;
    }
    this.#focused = cover.id;
    if (button) {
      this.#wanted = null;
      this.#focus(button);
      button.scrollIntoView({ block: 'nearest' });
      return;
    }
    if (isOpen) {
      const part = this.#find(cover.id)[0]?.closest<HTMLElement>('.nf-test-part');
      this.#wanted = null;
      // Its grades are below what is drawn.
      if (part) {
        part.tabIndex = -1;
        part.focus({ preventScroll: true });
      }
    } else if (this.#wanted !== cover.id) {
      // Once: the app may have no section for it.
      this.#wanted = cover.id;
      this.#focus(null);
      this.view.previewMode.applyScroll(Math.max(0, lineOf(this.#plan, cover) - 1));
    }
  }

  #current(): string | null {
    const active = this.#container.doc.activeElement?.closest<HTMLElement>(ours)?.dataset['nfTest'];
    if (active !== undefined) return active;
    return [...this.#known].filter(([, { state }]) => state === 'open').at(-1)?.[0] ?? null;
  }

  #run(action: TestAction): void {
    const id = this.#current();
    const grade = this.#container.doc.activeElement?.closest<HTMLElement>('.nf-grade');
    switch (action) {
      case 'close':
        this.#ended();
        return;
      case 'undo':
        this.#desk.undo();
        return;
      case 'next':
      case 'previous':
        this.#step(action === 'next' ? 1 : -1);
        return;
      case 'redo':
        return;
      case 'info':
        if (id !== null) new CardInfoModal(this.#desk, id, () => this.#goTo(id)).open();
        return;
      case 'reveal':
        if (grade) grade.click();
        else if (id === null) this.#goTo('');
        else if (this.#stateOf(id) === 'open') this.#grade(id, 3);
        else this.#reveal(id);
        return;
      default: {
        const given = ([1, 2, 3, 4] as const).find((one) => gradeActions[one] === action);
        if (id !== null && given) this.#grade(id, given);
      }
    }
  }

  #step(by: number): void {
    const stops = this.#container
      .findAll('.nf-cover, .nf-test-bar [data-grade="3"]')
      .filter((el) => el.isShown() && !el.closest('.nf-veil'));
    const active = this.#container.doc.activeElement?.closest(ours);
    const at = stops.findIndex((el) => el.closest(ours) === active);
    stops[at + by]?.focus();
  }

  #listen(): void {
    if (this.#scope) return;
    const { app, flashcards } = this.#desk;
    this.#scope = testScope(app, flashcards.settings.general.keys, (action) => this.#run(action));
    app.keymap.pushScope(this.#scope);
  }

  #deafen(): void {
    if (this.#scope) this.#desk.app.keymap.popScope(this.#scope);
    this.#scope = null;
  }
}
