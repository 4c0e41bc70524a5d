// Today: what is due, how long it takes, and the days ahead.
import { Component } from 'obsidian';
import { MissingNotes } from '../../app/browse/missing-notes.ts';
import { shownLanes } from '../study/lane-counts.ts';
import { noteFacts } from '../parts/note-facts.ts';
import { StudyChooser } from '../study/study-chooser.ts';
import { drawFirstPage, drawImportOffer, isFirstStart } from './first-page.ts';
import { drawUnknown } from '../shell/unknown-history.ts';
import { drawTodayLists } from './today-lists.ts';
import { addButton, type TabHost, type TabPanel } from './tab.ts';

const forecastDays = 7;

/** 0 if less than a minute. */
const wholeMinutes = (ms: number): number => (ms < 60_000 ? 0 : Math.round(ms / 60_000));

export class TodayTab extends Component implements TabPanel {
  readonly #host: TabHost;
  readonly #el: HTMLElement;
  readonly #toWrite: MissingNotes;
  readonly #open = new Set<string>();

  constructor(host: TabHost) {
    super();
    this.#host = host;
    this.#el = host.el.createDiv();
    const { app, flashcards: cards } = host.desk;
    this.#toWrite = new MissingNotes({
      resolve: cards.links.resolve,
      hasMissing: noteFacts(app).hasMissing,
      read: (path) => cards.texts.inNote(path),
    });
  }

  get followsNote(): boolean {
    return isFirstStart(this.#host.desk);
  }

  refresh(): void {
    const { desk } = this.#host;
    const { study, progress, isIndexed } = desk.flashcards;
    const { sidebar } = this.#host.desk.locale.main;
    this.#el.empty();
    if (progress) this.#el.createDiv({ cls: 'nf-hint', text: sidebar.indexing(progress.done, progress.of) });
    if (drawUnknown(this.#el, desk)) return;
    if (this.followsNote) {
      drawFirstPage(this.#el, this.#host);
      return;
    }
    drawImportOffer(this.#el, desk);
    const counts = study.counts({ scope: { kind: 'all' } });
    const total = counts.due + counts.learning + counts.new;
    const row = this.#el.createDiv('nf-counts');
    for (const lane of shownLanes) {
      const box = row.createDiv({ cls: `nf-count-box nf-count-${lane}` });
      const text = isIndexed ? desk.locale.format.number(counts[lane]) : '–';
      box.createDiv({ cls: `nf-count-number nf-lane-${lane}`, text });
      box.createDiv({ cls: 'nf-count-name', text: sidebar[lane] });
    }
    const studyButton = addButton(
      this.#el,
      total > 0 && isIndexed ? sidebar.studyNow(total) : sidebar.study,
      'study',
      () => desk.study({ scope: { kind: 'all' } }),
    );
    studyButton.addClasses(['nf-study', 'mod-cta']);
    studyButton.disabled = total === 0;
    addButton(this.#el, sidebar.choose, 'choose', () => new StudyChooser(desk).open()).addClass('nf-wide');
    const line = !isIndexed
      ? sidebar.reading
      : total === 0
        ? sidebar.nothingDue
        : sidebar.minutes(wholeMinutes(total * desk.habits.pace));
    const facts = this.#el.createDiv('nf-today-facts');
    facts.createSpan({ text: line });
    facts.createSpan({ text: sidebar.streak(desk.habits.streak(study.today)) });
    if (!isIndexed) return;
    const siblings = study.siblings({ kind: 'all' });
    if (siblings > 0) facts.createSpan({ text: sidebar.siblings(siblings) });
    this.#drawForecast(study.today, study.forecast(forecastDays));
    drawTodayLists(this.#el, { desk, toWrite: this.#toWrite, open: this.#open });
  }

  #drawForecast(today: number, counts: readonly number[]): void {
    const { format } = this.#host.desk.locale;
    const { forecast, forecastDay } = this.#host.desk.locale.main.sidebar;
    this.#el.createEl('h4', { cls: 'nf-heading', text: forecast });
    const list = this.#el.createEl('ol', { cls: 'nf-forecast' });
    const most = Math.max(1, ...counts);
    counts.forEach((count, index) => {
      const day = format.weekday(today + index);
      const item = list.createEl('li', { attr: { 'aria-label': forecastDay(day, count) } });
      item.createDiv({ text: format.number(count) });
      item.createDiv('nf-forecast-bar').setCssProps({ '--nf-share': String(count / most) });
      item.createDiv({ text: day });
    });
  }
}
