// Below today's numbers: notes to write, cards to reconnect, reviews from a clock that was ahead, and history problems.
import { countLongAnswers, longAnswersQuery } from '../../app/browse/long-answers.ts';
import type { MissingNotes } from '../../app/browse/missing-notes.ts';
import { cardLine, lineText } from '../../core/note/plain-text.ts';
import { drawMissingNote } from '../study/missing-note.ts';
import type { Desk } from '../shell/desk.ts';
import { addFixButton } from '../study/fix-problem.ts';
import { pairsToDecide, ReconnectModal } from '../study/reconnect.ts';
import { addButton } from './tab.ts';

/** Rows; if there are more notes, only the most mentioned are drawn. */
const mostNotes = 50;

export interface TodayLists {
  readonly desk: Desk;
  readonly toWrite: MissingNotes;
  /** Names of the expanded lists; kept across redraws. */
  readonly open: Set<string>;
}

export function drawTodayLists(el: HTMLElement, lists: TodayLists): void {
  const { desk } = lists;
  const { sidebar } = desk.locale.main;
  const pairs = pairsToDecide(desk.flashcards).length;
  if (pairs > 0) {
    el.createEl('h4', { cls: 'nf-heading', text: sidebar.reconnect(pairs) });
    addButton(el, sidebar.reconnectOpen, 'reconnect', () => new ReconnectModal(desk).open()).addClass(
      'nf-wide',
    );
  }
  const problems = [...desk.flashcards.history.problems(), ...desk.flashcards.library.problems()];
  if (problems.length > 0) {
    const list = drawDetails(el, lists, 'problems', sidebar.problems(problems.length));
    for (const problem of problems) {
      const { path, line, message } = problem;
      const row = list.createDiv('nf-problem-row');
      const button = addButton(row, '', `problem ${path} ${String(line)}`, () => {
        void desk.openLine(path, line, 'here');
      });
      button.addClass('nf-row-main');
      button.createDiv({ cls: 'nf-row-text', text: `${path}:${String(line)}`, attr: { dir: 'auto' } });
      button.createDiv({ cls: 'nf-row-hint', text: desk.locale.say(message) });
      addFixButton(desk, row, problem);
    }
  }
  drawAhead(el, lists);
  drawLongAnswers(el, desk);
  void drawNotesToWrite(el.createDiv(), lists);
}

/** Reviews from a clock that ran ahead: users may undo them until they correct themselves. */
function drawAhead(el: HTMLElement, lists: TodayLists): void {
  const { flashcards: cards, locale } = lists.desk;
  const { main: words, format } = locale;
  const reviews = cards.history.ahead();
  if (reviews.length === 0) return;
  const list = drawDetails(el, lists, 'ahead', words.sidebar.ahead(reviews.length));
  list.createDiv({ cls: 'nf-hint', text: words.sidebar.aheadWhat });
  for (const review of reviews.slice(0, mostNotes)) {
    const id = cards.history.canonical(review.c);
    const card = cards.card(id)?.card;
    const question = card ? cardLine(card) : lineText(cards.history.cards.get(id)?.snapshot?.question ?? '');
    const row = list.createDiv({ cls: 'nf-to-write', attr: { 'data-event': review.i } });
    const text = row.createDiv('nf-to-write-text');
    text.createDiv({ cls: 'nf-row-text', text: question, attr: { dir: 'auto' } });
    text.createDiv({ cls: 'nf-row-hint', text: format.moment(review.t) });
    const button = addButton(row, words.sidebar.aheadUndo, `ahead ${review.i}`, () => {
      cards.history.takeBack(review);
    });
    button.setAttr('aria-label', `${words.sidebar.aheadUndo}: ${question}`);
  }
}

/** Suggests splitting answers too long to grade with one of four buttons. */
function drawLongAnswers(el: HTMLElement, desk: Desk): void {
  const { tidy: tidyWords } = desk.locale;
  const count = desk.flashcards.isIndexed ? countLongAnswers(desk.flashcards) : 0;
  if (count === 0) return;
  const { title, what } = tidyWords.sections.long;
  const row = el.createDiv({ cls: 'nf-to-write nf-long-answers' });
  const text = row.createDiv('nf-to-write-text');
  text.createDiv({ cls: 'nf-row-text', text: title(count) });
  text.createDiv({ cls: 'nf-row-hint', text: what });
  const button = addButton(row, tidyWords.showAll, 'long answers', () => {
    void desk.openCards(longAnswersQuery);
  });
  button.setAttr('aria-label', `${title(count)}: ${tidyWords.showAll}`);
}

/** Fills an element that may be gone by the time the notes are read. */
async function drawNotesToWrite(el: HTMLElement, lists: TodayLists): Promise<void> {
  const { desk } = lists;
  const toWrite = await lists.toWrite.list(desk.flashcards.library.notes.values());
  if (toWrite.length === 0) return;
  const list = drawDetails(el, lists, 'to-write', desk.locale.main.sidebar.toWrite(toWrite.length));
  for (const one of toWrite.slice(0, mostNotes)) drawMissingNote(list.createDiv('nf-to-write'), desk, one);
}

function drawDetails(el: HTMLElement, { open }: TodayLists, name: string, title: string): HTMLElement {
  const details = el.createEl('details', { cls: 'nf-details', attr: { 'data-list': name } });
  details.open = open.has(name);
  const summary = details.createEl('summary', { text: title, attr: { 'data-key': `list ${name}` } });
  // The toggle event comes later: a redraw before it would forget the click.
  summary.addEventListener('click', () => {
    if (details.open) open.delete(name);
    else open.add(name);
  });
  return details.createDiv();
}
