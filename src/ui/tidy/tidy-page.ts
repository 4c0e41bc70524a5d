// One page of everything that could be better, each with a link to where to fix it.
import { Component } from 'obsidian';
import { CardSearch } from '../../app/browse/card-search.ts';
import type { CardRow } from '../../app/browse/card-row.ts';
import { MissingNotes } from '../../app/browse/missing-notes.ts';
import { cardLine, lineText } from '../../core/note/plain-text.ts';
import { pageName } from '../../core/note/wikilink.ts';
import type { Desk } from '../shell/desk.ts';
import { drawMissingNote } from '../study/missing-note.ts';
import { noteFacts } from '../parts/note-facts.ts';
import { Redraw, replaceFocused } from '../parts/redraw.ts';
import { makePause } from '../../app/work/slices.ts';
import { addFixButton } from '../study/fix-problem.ts';
import { ReconnectModal } from '../study/reconnect.ts';
import { drawUnknown } from '../shell/unknown-history.ts';
import { gather, tidyQueries, type Findings, type FindingsHost } from './findings.ts';
import type { Locale } from '../locale.ts';

type SectionName = keyof Locale['tidy']['sections'];

/** Rows per section; the card list shows all. */
const most = 50;
/** ms between a change and the redraw. */
const drawAfter = 300;

export class TidyPage extends Component {
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  readonly #host: FindingsHost;
  /** Collapsed sections; kept across redraws. */
  readonly #collapsed = new Set<SectionName>();
  #asked = 0;
  readonly #redraw = new Redraw(drawAfter, () => void this.#refresh());

  constructor(desk: Desk, el: HTMLElement) {
    super();
    this.#desk = desk;
    this.#el = el;
    const facts = noteFacts(desk.app);
    const { flashcards: cards } = desk;
    this.#host = {
      desk,
      search: new CardSearch(cards, facts),
      toWrite: new MissingNotes({
        resolve: cards.links.resolve,
        hasMissing: facts.hasMissing,
        read: (path) => cards.texts.inNote(path),
      }),
    };
  }

  override onload(): void {
    this.#el.createDiv({ cls: 'nf-hint', text: this.#desk.locale.tidy.reading });
    this.register(this.#desk.flashcards.onChange(() => this.#refreshSoon()));
    this.register(() => {
      this.#redraw.close();
      this.#asked += 1;
    });
    void this.#refresh();
  }

  #refreshSoon(): void {
    this.#host.search.changed();
    this.#redraw.soon();
  }

  async #refresh(): Promise<void> {
    const asked = (this.#asked += 1);
    if (this.#desk.flashcards.knowledge !== 'known') {
      this.#el.empty();
      drawUnknown(this.#el, this.#desk);
      return;
    }
    const findings = await gather(
      this.#host,
      makePause(this.#desk.slices, () => asked === this.#asked),
    );
    if (findings && asked === this.#asked) replaceFocused(this.#el, () => this.#draw(findings));
  }

  /** Restores the scroll position. */
  #draw(findings: Findings): void {
    const { tidy: tidyWords } = this.#desk.locale;
    const el = this.#el;
    const { scrollTop } = el;
    el.empty();
    if (!this.#desk.flashcards.isIndexed) el.createDiv({ cls: 'nf-hint nf-tidy', text: tidyWords.reading });
    this.#drawReconnect(findings);
    this.#drawToWrite(findings);
    this.#drawCards('long', findings.long, ({ words }) => tidyWords.words(words));
    this.#drawCards('leeches', findings.leeches, ({ schedule }) => tidyWords.lapses(schedule.lapses));
    const problems = this.#section('problems', findings.problems.length);
    for (const problem of findings.problems.slice(0, most)) {
      const { path, line, message } = problem;
      const said = this.#desk.locale.say(message);
      const row = problems.createDiv('nf-problem-row');
      this.#row(row, `problem ${path} ${String(line)}`, `${path}:${String(line)}`, said, () => {
        void this.#desk.openLine(path, line, 'beside');
      });
      addFixButton(this.#desk, row, problem);
    }
    this.#drawMore(problems, findings.problems.length);
    el.scrollTop = scrollTop;
  }

  #drawReconnect({ reconnect }: Findings): void {
    const el = this.#section('reconnect', reconnect.length);
    for (const { lost, candidate } of reconnect.slice(0, most)) {
      const was = this.#desk.flashcards.history.cards.get(lost)?.snapshot;
      const { card } = candidate;
      const [old, now] = [lineText(was?.question ?? ''), cardLine(card)];
      const text = old === now ? old : `${old} → ${now}`;
      this.#row(el, `pair ${lost} ${candidate.id}`, text, was?.path ?? card.note, () => this.#compare());
    }
    if (reconnect.length > 0)
      this.#button(el, this.#desk.locale.tidy.compare, 'compare', () => this.#compare());
  }

  #compare(): void {
    new ReconnectModal(this.#desk).open();
  }

  #drawToWrite({ toWrite }: Findings): void {
    const el = this.#section('toWrite', toWrite.length);
    for (const one of toWrite.slice(0, most)) drawMissingNote(el.createDiv('nf-tidy-row'), this.#desk, one);
    this.#drawMore(el, toWrite.length);
  }

  #drawCards(name: 'long' | 'leeches', rows: readonly CardRow[], size: (row: CardRow) => string): void {
    const { tidy: tidyWords } = this.#desk.locale;
    const el = this.#section(name, rows.length);
    for (const row of rows.slice(0, most)) {
      const { note, line } = row.card;
      const hint = `${pageName(note)} · ${size(row)}`;
      this.#row(el, `${name} ${row.id}`, row.shown, hint, () => {
        void this.#desk.openLine(note, line, 'beside');
      });
    }
    if (rows.length === 0) return;
    const buttons = el.createDiv('nf-buttons');
    this.#button(buttons, tidyWords.showAll, `all ${name}`, () => {
      void this.#desk.openCards(tidyQueries[name]);
    });
    if (name === 'leeches')
      this.#button(buttons, tidyWords.study, 'study leeches', () =>
        this.#desk.study({ scope: { kind: 'leeches' } }),
      );
  }

  #section(name: SectionName, count: number): HTMLElement {
    const { tidy: tidyWords } = this.#desk.locale;
    const { title, what } = tidyWords.sections[name];
    const details = this.#el.createEl('details', { cls: 'nf-tidy', attr: { 'data-section': name } });
    details.open = !this.#collapsed.has(name);
    const summary = details.createEl('summary', {
      text: title(count),
      attr: { 'data-key': `section ${name}` },
    });
    // The toggle event comes later: a redraw before it would forget the click.
    summary.addEventListener('click', () => {
      if (details.open) this.#collapsed.add(name);
      else this.#collapsed.delete(name);
    });
    const text = count === 0 ? tidyWords.none : what;
    details.createEl('p', { cls: 'nf-hint', text });
    return details.createDiv();
  }

  #row(el: HTMLElement, key: string, text: string, hint: string, run: () => void): void {
    const button = this.#button(el, '', key, run);
    button.addClass('nf-tidy-link');
    button.createDiv({ cls: 'nf-row-text', text, attr: { dir: 'auto' } });
    button.createDiv({ cls: 'nf-row-hint', text: hint, attr: { dir: 'auto' } });
  }

  #button(el: HTMLElement, text: string, key: string, run: () => void): HTMLButtonElement {
    const button = el.createEl('button', { text, attr: { type: 'button', 'data-key': key } });
    button.addEventListener('click', run);
    return button;
  }

  #drawMore(el: HTMLElement, count: number): void {
    if (count > most) el.createDiv({ cls: 'nf-hint', text: this.#desk.locale.tidy.more(count - most) });
  }
}
