// This note: each card with its state, what was skipped and why, and buttons to study.
import { Component, Menu, setIcon } from 'obsidian';
import { noteTitle } from '../../core/card/extract.ts';
import { cardLine } from '../../core/note/plain-text.ts';
import { dueWords } from '../parts/due-words.ts';
import { askReset } from '../study/ask-reset.ts';
import { flagMenu } from '../study/flag-menu.ts';
import { addFixButton } from '../study/fix-problem.ts';
import { openMenu } from '../parts/open-menu.ts';
import { CardInfoModal } from '../review/info/card-info.ts';
import { VirtualList } from '../parts/virtual-list.ts';
import { noteRows, rowKey, type NoteRow } from './note-rows.ts';
import { drawUnknown } from '../shell/unknown-history.ts';
import { addButton, type TabHost, type TabPanel } from './tab.ts';

export class NoteTab extends Component implements TabPanel {
  readonly followsNote = true;
  readonly #host: TabHost;
  readonly #headEl: HTMLElement;
  readonly #list: VirtualList<NoteRow>;
  readonly #open = new Set<string>();

  constructor(host: TabHost) {
    super();
    this.#host = host;
    this.#headEl = host.el.createDiv('nf-note-head');
    const listEl = host.el.createDiv();
    this.#list = this.addChild(
      new VirtualList<NoteRow>({
        scrollEl: host.el,
        listEl,
        height: 44,
        key: rowKey,
        draw: (row, el) => this.#drawRow(row, el),
      }),
    );
  }

  refresh(): void {
    const { desk } = this.#host;
    const path = this.#host.notePath();
    const { sidebar } = this.#host.desk.locale.main;
    this.#headEl.empty();
    if (path === null) {
      this.#headEl.createDiv({ cls: 'nf-hint', text: sidebar.noNote });
      this.#list.setRows([]);
      return;
    }
    const note = desk.flashcards.note(path);
    this.#headEl.createEl('h4', { cls: 'nf-note-name', text: noteTitle(path), attr: { dir: 'auto' } });
    if (!note && !desk.flashcards.isIndexed) {
      this.#headEl.createDiv({ cls: 'nf-hint', text: sidebar.reading });
      this.#list.setRows([]);
      return;
    }
    if (!note) {
      const rows = noteRows(desk.flashcards, path, this.#open);
      // A problem that keeps a note from producing cards has its own button.
      if (!rows.some((row) => row.kind === 'problem' && row.problem.fix)) {
        const tag = desk.flashcards.settings.cards.tags[0] ?? '';
        this.#headEl.createDiv({ cls: 'nf-hint', text: sidebar.untagged(tag) });
        addButton(this.#headEl, sidebar.addTag, 'add-tag', () => void desk.offerTag(path));
      }
      this.#list.setRows(rows);
      return;
    }
    const isUnknown = drawUnknown(this.#headEl, desk);
    const buttons = this.#headEl.createDiv('nf-buttons');
    if (note.cards.length === 0) buttons.createDiv({ cls: 'nf-hint', text: sidebar.noCards });
    else if (!isUnknown) {
      addButton(buttons, sidebar.studyNote, 'study-note', () =>
        desk.study({ scope: { kind: 'note', note: path } }),
      ).addClass('mod-cta');
      addButton(buttons, sidebar.studyLinked, 'study-linked', () =>
        desk.study({ scope: { kind: 'linked', note: path, depth: 1 } }),
      );
      addButton(buttons, sidebar.practice, 'practice', () =>
        desk.study({ scope: { kind: 'note', note: path }, practice: true }),
      );
    }
    this.#list.setRows(noteRows(desk.flashcards, path, this.#open));
  }

  #drawRow(row: NoteRow, el: HTMLElement): void {
    const { main: words } = this.#host.desk.locale;
    if (row.kind === 'card') this.#drawCard(row, el);
    else if (row.kind === 'heading') this.#drawHeading(row, el);
    else if (row.kind === 'skipped') {
      const { line, reason } = row.skipped;
      const text = row.skipped.text.replace(/^[#>\s-]+/, '');
      this.#drawLink(el, line, text === '' ? words.sidebar.line(line) : text, words.skipped[reason]);
    } else {
      const { problem } = row;
      this.#drawLink(
        el,
        problem.line,
        this.#host.desk.locale.say(problem.message),
        words.sidebar.line(problem.line),
      );
      addFixButton(this.#host.desk, el, problem);
    }
  }

  #drawLink(el: HTMLElement, line: number, text: string, hint: string): HTMLElement {
    const main = el.createEl('button', { cls: 'nf-row-main', attr: { type: 'button' } });
    main.createDiv({ cls: 'nf-row-text', text, attr: { dir: 'auto' } });
    const hintEl = main.createDiv({ cls: 'nf-row-hint', text: hint });
    main.addEventListener('click', () => {
      const path = this.#host.notePath();
      if (path !== null) void this.#host.desk.openLine(path, line, 'here');
    });
    return hintEl;
  }

  #drawHeading({ of, count, open }: Extract<NoteRow, { kind: 'heading' }>, el: HTMLElement): void {
    const { main: words } = this.#host.desk.locale;
    if (of === 'problems') {
      el.createEl('h4', { cls: 'nf-heading', text: words.sidebar.problems(count) });
      return;
    }
    const button = addButton(el, words.sidebar.skipped(count), 'skipped', () => {
      if (open) this.#open.delete(of);
      else this.#open.add(of);
      this.refresh();
    });
    button.addClasses(['nf-collapse']);
    button.setAttr('aria-expanded', String(open));
  }

  #drawCard({ card: tracked, schedule }: Extract<NoteRow, { kind: 'card' }>, el: HTMLElement): void {
    const { main: words } = this.#host.desk.locale;
    const { desk } = this.#host;
    const { id, card } = tracked;
    const isAside = desk.flashcards.study.isAside(tracked);
    el.setAttr('data-card', id);
    el.toggleClass('nf-is-suspended', schedule.suspended || isAside);
    el.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
      if (key !== 'a' || ctrlKey || metaKey || altKey || !(isAside || schedule.ask)) return;
      desk.flashcards.mark([id], 'ask', !schedule.ask);
    });
    const question = cardLine(card);
    const isRead = desk.flashcards.knowledge !== 'reading';
    const state = isRead
      ? dueWords(desk.locale, schedule, desk.flashcards.study.today, isAside)
      : words.missing.unknown;
    const source = words.sources[card.source] ?? card.source;
    const hint = this.#drawLink(
      el,
      card.line,
      question,
      [state, source, ...(card.chip === null ? [] : [card.chip])].join(' · '),
    );
    if (card.isLong) hint.createDiv({ cls: 'nf-row-long', text: words.sidebar.long(card.kept.words) });
    const menu = el.createEl('button', {
      cls: 'clickable-icon nf-row-menu',
      attr: { type: 'button', 'aria-label': words.sidebar.cardMenu, 'data-key': `menu ${id}` },
    });
    setIcon(menu, 'ellipsis-vertical');
    menu.addEventListener('click', (event) => this.#showMenu(id, event));
  }

  #showMenu(id: string, event: MouseEvent): void {
    const { card: cardWords } = this.#host.desk.locale;
    const { desk } = this.#host;
    const { suspended, ask, buriedUntil, flag } = desk.flashcards.study.schedule(id);
    const tracked = desk.flashcards.card(id);
    const isAside = tracked !== null && desk.flashcards.study.isAside(tracked);
    const { today } = desk.flashcards.study;
    const isBuried = buriedUntil !== null && buriedUntil >= today;
    const menu = new Menu();
    const add = (title: string, icon: string, run: () => unknown) =>
      menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(run));
    if (isAside || ask)
      add(ask ? cardWords.unask : cardWords.ask, 'message-circle-question', () =>
        desk.flashcards.mark([id], 'ask', !ask),
      );
    add(suspended ? cardWords.resume : this.#host.desk.locale.main.sidebar.suspend, 'ban', () =>
      desk.flashcards.mark([id], 'suspended', !suspended),
    );
    add(isBuried ? cardWords.unbury : cardWords.bury, 'moon', () =>
      desk.flashcards.mark([id], 'buried', isBuried ? null : today),
    );
    add(cardWords.flag, 'flag', () =>
      openMenu(
        flagMenu(desk.locale, flag, (next) => desk.flashcards.mark([id], 'flag', next)),
        event,
      ),
    );
    add(cardWords.reset, 'rotate-ccw', async () => {
      if (await askReset(desk, 1)) desk.flashcards.mark([id], 'reset', true);
    });
    add(cardWords.info, 'info', () => new CardInfoModal(desk, id, () => undefined).open());
    openMenu(menu, event);
  }
}
