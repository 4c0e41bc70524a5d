// One card as shown to the user: its location, its question, and the answer, whole or part by part.
import { Component, type HoverParent, type HoverPopover } from 'obsidian';
import type { TrackedCard } from '../../../app/cards/card-registry.ts';
import type { Card } from '../../../core/card/card.ts';
import type { Schedule } from '../../../core/schedule/schedule.ts';
import type { Desk } from '../../shell/desk.ts';
import { nameBy } from '../../parts/accessible-name.ts';
import { elementOf } from '../../parts/event-element.ts';
import { flagName } from '../../study/flag-menu.ts';
import { followLinks } from '../../rendered/follow-links.ts';
import { embedOf } from '../../../core/links/pictures.ts';
import { settleParts } from '../../rendered/later-parts.ts';
import { renderMarkdown } from '../../rendered/markdown.ts';
import { promptPartsOf } from '../../../app/cards/card-prompt.ts';
import { countWords } from '../../../core/note/word-count.ts';
import { hasMarkup } from '../../../core/note/plain-text.ts';
import type { GeneralOptions, LongAnswers } from '../../../core/settings.ts';
import { openingOf, type AnswerPart } from './answer-opening.ts';
import { answerParts } from './answer-parts.ts';
import { filledText } from '../../../core/card/text/gaps.ts';
import { layBoxes } from './lay-boxes.ts';
import { markFilled, markGaps } from './mark-gaps.ts';
import { putAround } from './question-line.ts';
import { PeekRow } from './peek-row.ts';
import { expectedOf } from '../../../core/typed/expected.ts';
import { TypedAnswer, type TypedActions } from '../typed/typed-answer.ts';
import { scrollWideParts } from './wide-parts.ts';

/** Characters; a longer question is text to read, not a heading. */
const longQuestion = 90;
const figures = 'img, svg, table, pre, video, audio, iframe, .math, .internal-embed';

export interface Revealed {
  /** Number of answer parts shown. */
  readonly parts: number;
  readonly whole: boolean;
  /** Whether a button in the answer opens the rest. */
  readonly collapsed: boolean;
}

export interface FaceActions {
  /** Called before a link opens something else. */
  readonly leave: () => void;
  /** Shows the rest of a long answer. */
  readonly showRest: () => void;
  /** Null if the answer is not to be typed. */
  readonly typed: TypedActions | null;
}

export class CardFace extends Component implements HoverParent {
  hoverPopover: HoverPopover | null = null;
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  readonly #questionEl: HTMLElement;
  readonly #answerEl: HTMLElement;
  readonly #marksEl: HTMLElement;
  readonly #leave: () => void;
  readonly #showRest: () => void;
  readonly tracked: TrackedCard;
  readonly typed: TypedAnswer | null;
  /** Read from the note while the user thinks about the question. */
  readonly #text: Promise<Card | null>;
  /** A cloze fills its gap in place instead of showing an answer below. */
  readonly #isInPlace: boolean;
  #question: Promise<void> | null = null;
  #answer: Promise<HTMLElement> | null = null;
  #revealed: Revealed = { parts: 0, whole: false, collapsed: false };
  #peek: PeekRow | null = null;

  constructor(desk: Desk, tracked: TrackedCard, parent: HTMLElement, actions: FaceActions) {
    super();
    const { leave, showRest, typed } = actions;
    this.#showRest = showRest;
    this.#desk = desk;
    this.tracked = tracked;
    this.#text = desk.flashcards.texts.find(tracked.id);
    this.#leave = leave;
    this.#el = parent.createDiv({ cls: 'nf-card', attr: { 'data-card': tracked.id } });
    this.#marksEl = this.#el.createDiv('nf-card-marks');
    this.#drawContext();
    const { source, question } = tracked.card;
    this.#isInPlace = source === 'cloze';
    this.#questionEl = this.#el.createDiv({ cls: `nf-question nf-question-${source}` });
    this.#questionEl.toggleClass('nf-question-long', question.length > longQuestion);
    this.#drawQuestion(this.#questionEl);
    this.#answerEl = this.#el.createDiv({ cls: 'nf-answer', attr: { role: 'group' } });
    this.#answerEl.addClass(this.#isInPlace ? 'nf-in-place' : 'nf-below');
    nameBy(this.#answerEl, desk.locale.main.review.answer);
    this.#answerEl.hide();
    this.#answerEl.setAttr('aria-live', 'polite');
    this.typed = typed && this.#askToType(typed);
  }

  override onload(): void {
    const { note: source } = this.tracked.card;
    // A footnote may be in a part not shown yet: reveal it before its mark jumps to it.
    const showFootnote = (event: MouseEvent): void => {
      if (!this.#revealed.collapsed || !elementOf(event)?.closest('a.footnote-link')) return;
      for (const part of this.#answerEl.findAll('.nf-hidden')) part.removeClass('nf-hidden');
      this.#showRest();
    };
    this.registerDomEvent(this.#el, 'click', showFootnote, { capture: true });
    followLinks({ desk: this.#desk, el: this.#el, source, owner: this, leave: this.#leave });
  }

  override onunload(): void {
    this.#el.remove();
  }

  /** Whether the card's text or location differs from the one shown. */
  differsFrom({ card }: TrackedCard): boolean {
    const key = ({ textId, question, context, note, chip }: TrackedCard['card']) =>
      JSON.stringify([textId, question, context, note, chip]);
    return key(card) !== key(this.tracked.card);
  }

  /** How its answer opens. */
  opening(options: Pick<GeneralOptions, 'stepByStep' | 'longAnswers'>): LongAnswers {
    const isWhole = this.#isInPlace || this.tracked.card.source === 'note';
    return isWhole ? 'whole' : openingOf(options, this.tracked.card.kept.words);
  }

  /** The parts of the answer, unless shown whole at once. */
  async parts(): Promise<readonly AnswerPart[]> {
    return answerParts(await this.#rendered()).map((el) => ({
      words: countWords(el.textContent),
      isFigure: el.matches(figures) || el.querySelector(figures) !== null,
    }));
  }

  async show(revealed: Revealed): Promise<void> {
    const { parts, whole, collapsed } = (this.#revealed = revealed);
    if (whole || collapsed) this.typed?.compare();
    this.#questionEl.toggleClass('nf-boxes-open', parts > 0 || whole);
    if (parts === 0 && !whole) {
      this.#answerEl.hide();
      this.#questionEl.show();
      return;
    }
    this.#hideParts(await this.#rendered());
    this.#questionEl.toggle(!this.#isInPlace);
    this.#answerEl.show();
    const card = await this.#text;
    this.#drawRest(!whole);
    if (!whole || this.#peek || !card) return;
    this.#peek = this.addChild(new PeekRow(this.#desk, card, this.#el, this.#leave));
  }

  /** The text of a side, and its first recording on screen. */
  async said(
    side: 'question' | 'answer',
  ): Promise<{ readonly markdown: string; readonly audio: HTMLMediaElement | null }> {
    const { question, asksName, subject } = this.tracked.card;
    if (side === 'question') {
      await this.#question;
      return { markdown: asksName ? subject : question, audio: this.#questionEl.querySelector('audio') };
    }
    const card = await this.#text;
    const el = await this.#rendered();
    const markdown = card ? (filledText(card) ?? card.answer) : '';
    return { markdown, audio: el.querySelector('audio') };
  }

  /** Below a cloze, which fills in place; else between question and answer. */
  #askToType(actions: TypedActions): TypedAnswer {
    const el = createDiv();
    (this.#isInPlace ? this.#answerEl : this.#questionEl).after(el);
    const expected = this.#text.then((card) => card && expectedOf(card));
    return this.addChild(new TypedAnswer(this.#desk, el, expected, actions));
  }

  /** Flag and leech. */
  mark({ flag, leech }: Pick<Schedule, 'flag' | 'leech'>): void {
    const { main: words } = this.#desk.locale;
    this.#marksEl.empty();
    if (flag > 0)
      this.#marksEl.createSpan({
        cls: `nf-chip nf-chip-flag nf-flag-${String(flag)}`,
        text: flagName(this.#desk.locale, flag),
      });
    if (leech) this.#marksEl.createSpan({ cls: 'nf-chip nf-chip-leech', text: words.review.leech });
  }

  #drawContext(): void {
    // Many notes repeat their title as the first heading.
    const context = this.tracked.card.context.filter((text, at, all) => text !== all[at - 1]);
    if (context.length === 0) return;
    const el = this.#el.createEl('ol', { cls: 'nf-context' });
    for (const text of context) el.createEl('li', { text, attr: { dir: 'auto' } });
  }

  #drawQuestion(el: HTMLElement): void {
    const { main: words } = this.#desk.locale;
    const { question, asksName, note, source } = this.tracked.card;
    // Take the direction from the text, not from the screen reader name before it.
    const attr = { dir: 'auto' };
    el.setAttr('role', 'group');
    nameBy(el, words.review.question);
    const prompt = promptPartsOf(this.tracked.card, this.#desk.locale.app.prompt);
    if (asksName) {
      // A note's title is a name, not Markdown.
      putAround(el.createEl('h3', { text: prompt.question, attr }), prompt);
      const aliases = source === 'title' ? (this.#desk.flashcards.note(note)?.aliases ?? []) : [];
      if (aliases.length > 0) el.createDiv({ cls: 'nf-hint', text: words.review.aliases(aliases) });
      return;
    }
    // Text with markup keeps it, including links.
    const asked =
      source === 'occlusion'
        ? embedOf(question)
        : prompt.isVerbatim || hasMarkup(question)
          ? question
          : prompt.question;
    const textEl = el.createDiv({ attr });
    this.#question = this.#renderLine(textEl, asked).then(() => {
      if (source === 'cloze') markGaps(textEl);
    });
    if (source === 'occlusion') void this.#layBoxes(textEl);
  }

  async #layBoxes(el: HTMLElement): Promise<void> {
    await this.#question;
    const occlusion = (await this.#text)?.occlusion;
    if (occlusion) layBoxes(el, occlusion, this);
  }

  /** A question with the text its prompt adds around it. */
  async #renderLine(el: HTMLElement, text: string): Promise<void> {
    // As a heading, `1. First` stays as it is in the note and does not become a list.
    const markdown = text.includes('\n') ? text : `### ${text}`;
    await renderMarkdown({ desk: this.#desk, el, markdown, source: this.tracked.card.note, owner: this });
    putAround(el, promptPartsOf(this.tracked.card, this.#desk.locale.app.prompt));
    scrollWideParts(el, this);
  }

  /** Below the beginning of a long answer that can be graded. */
  #drawRest(isCollapsed: boolean): void {
    const button = this.#answerEl.find('.nf-answer-rest');
    if (!isCollapsed || !this.#revealed.collapsed) button?.remove();
    else if (!button) {
      const made = this.#answerEl.createEl('button', {
        cls: 'nf-answer-rest',
        text: this.#desk.locale.main.review.showAll,
        attr: { type: 'button', 'aria-expanded': 'false' },
      });
      made.addEventListener('click', this.#showRest);
    }
  }

  /** Hides what is not revealed yet. A renderer may replace an element that was hidden. */
  #hideParts(el: HTMLElement): void {
    const { parts, whole } = this.#revealed;
    answerParts(el).forEach((part, index) => part.toggleClass('nf-hidden', !whole && index >= parts));
  }

  #rendered(): Promise<HTMLElement> {
    this.#answer ??= this.#renderAnswer();
    return this.#answer;
  }

  async #renderAnswer(): Promise<HTMLElement> {
    const card = await this.#text;
    const el = this.#answerEl.createDiv({ cls: 'nf-answer-text', attr: { dir: 'auto' } });
    if (this.#isInPlace) {
      await this.#renderLine(el, card ? (filledText(card) ?? card.answer) : '');
      await this.#question;
      markFilled(el, this.#questionEl);
      return el;
    }
    const { note: source } = this.tracked.card;
    await renderMarkdown({ desk: this.#desk, el, markdown: card?.answer ?? '', source, owner: this });
    scrollWideParts(el, this);
    settleParts(el, this, () => this.#hideParts(el));
    return el;
  }
}
