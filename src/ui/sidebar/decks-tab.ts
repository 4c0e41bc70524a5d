// Decks as a tree, each with what is due in it and below it.
import { Component, setIcon } from 'obsidian';
import { deckKey } from '../../core/study/decks/deck-names.ts';
import type { DeckNode } from '../../core/study/decks/deck-tree.ts';
import { drawLaneCounts, shownLanes } from '../study/lane-counts.ts';
import { editPreset } from '../settings/decks/edit-deck.ts';
import { isFromRight } from '../parts/text-direction.ts';
import { replaceFocused } from '../parts/redraw.ts';
import { VirtualList } from '../parts/virtual-list.ts';
import { drawUnknown } from '../shell/unknown-history.ts';
import { addButton, type TabHost, type TabPanel } from './tab.ts';

interface DeckRow {
  readonly node: DeckNode;
  readonly depth: number;
  readonly isCollapsed: boolean;
}

const storageKey = 'note-flashcards-folded-decks';

export class DecksTab extends Component implements TabPanel {
  readonly followsNote = false;
  readonly #host: TabHost;
  readonly #emptyEl: HTMLElement;
  readonly #unknownEl: HTMLElement;
  readonly #headEl: HTMLElement;
  readonly #siblingsEl: HTMLElement;
  readonly #savedEl: HTMLElement;
  /** Nothing is counted until the history and all notes are read. */
  #isUnknown = false;
  readonly #list: VirtualList<DeckRow>;
  readonly #collapsed: Set<string>;

  constructor(host: TabHost) {
    super();
    this.#host = host;
    const kept: unknown = host.desk.app.loadLocalStorage(storageKey);
    this.#collapsed = new Set(
      Array.isArray(kept) ? kept.flatMap((deck) => (typeof deck === 'string' ? [deckKey(deck)] : [])) : [],
    );
    this.#unknownEl = host.el.createDiv();
    this.#emptyEl = host.el.createDiv({ cls: 'nf-hint', text: host.desk.locale.main.sidebar.noDecks });
    this.#headEl = host.el.createDiv({ cls: 'nf-deck-head', attr: { 'aria-hidden': 'true' } });
    for (const lane of shownLanes)
      this.#headEl.createSpan({ cls: `nf-lane-${lane}`, text: host.desk.locale.main.sidebar[lane] });
    const listEl = host.el.createDiv('nf-decks');
    this.#siblingsEl = host.el.createDiv('nf-hint');
    this.#savedEl = host.el.createDiv('nf-saved');
    this.#list = this.addChild(
      new VirtualList<DeckRow>({
        scrollEl: host.el,
        listEl,
        height: 44,
        key: ({ node }) => deckKey(node.deck),
        draw: (row, el) => this.#drawRow(row, el),
      }),
    );
  }

  refresh(): void {
    this.#unknownEl.empty();
    const { isIndexed, study } = this.#host.desk.flashcards;
    const { reading, siblings } = this.#host.desk.locale.main.sidebar;
    this.#isUnknown = drawUnknown(this.#unknownEl, this.#host.desk) || !isIndexed;
    if (!isIndexed) this.#unknownEl.createDiv({ cls: 'nf-hint', text: reading });
    const root = study.decks();
    const rows: DeckRow[] = [];
    const add = (node: DeckNode, depth: number): void => {
      const isCollapsed = this.#collapsed.has(deckKey(node.deck));
      rows.push({ node, depth, isCollapsed });
      if (!isCollapsed) for (const child of node.children) add(child, depth + 1);
    };
    const own = root.own.due + root.own.learning + root.own.new;
    if (own > 0)
      rows.push({ node: { ...root, total: root.own, children: [] }, depth: 0, isCollapsed: false });
    for (const child of root.children) add(child, 0);
    this.#emptyEl.toggle(rows.length === 0 && isIndexed);
    this.#headEl.toggle(rows.length > 0 && !this.#isUnknown);
    const held = this.#isUnknown ? 0 : study.siblings({ kind: 'all' });
    this.#siblingsEl.setText(held > 0 ? siblings(held) : '');
    this.#list.setRows(rows);
    replaceFocused(this.#savedEl, () => this.#drawSaved());
  }

  #drawSaved(): void {
    const { desk } = this.#host;
    const { searches } = desk.flashcards.settings.general;
    this.#savedEl.empty();
    if (searches.length === 0) return;
    this.#savedEl.createDiv({ cls: 'nf-hint', text: desk.locale.cardList.saved.title });
    for (const { name, query } of searches) {
      const button = addButton(this.#savedEl, '', `saved ${name}`, () => void desk.openCards(query));
      setIcon(button.createSpan(), 'star');
      button.createSpan({ cls: 'nf-deck-name', text: name, attr: { dir: 'auto' } });
    }
  }

  #drawRow({ node, depth, isCollapsed }: DeckRow, el: HTMLElement): void {
    const { sidebar } = this.#host.desk.locale.main;
    el.setAttr('data-deck', node.deck);
    el.setCssProps({ '--nf-depth': String(depth) });
    const toggle = el.createEl('button', {
      cls: 'clickable-icon nf-deck-toggle',
      attr: {
        type: 'button',
        'data-key': `collapse ${node.deck}`,
        'aria-label': `${isCollapsed ? sidebar.expand : sidebar.collapse} ${node.name}`,
        'aria-expanded': String(!isCollapsed),
      },
    });
    const aside = isFromRight(this.#host.el) ? 'chevron-left' : 'chevron-right';
    setIcon(toggle, isCollapsed ? aside : 'chevron-down');
    toggle.toggleClass('nf-invisible', node.children.length === 0);
    toggle.addEventListener('click', () => this.#toggle(node.deck));
    const name = node.deck === '' ? sidebar.deckRoot : node.name;
    const main = addButton(el, '', `study ${node.deck}`, () =>
      this.#host.desk.study({
        scope: { kind: 'deck', deck: node.deck, ...(node.deck === '' && { alone: true }) },
      }),
    );
    main.addClass('nf-row-main');
    main.createSpan({ cls: 'nf-deck-name', text: name, attr: { dir: 'auto' } });
    if (node.deck !== '') this.#drawOptions(el, node.deck);
    if (this.#isUnknown) return;
    drawLaneCounts(main.createSpan('nf-deck-counts'), this.#host.desk.locale, node.total);
  }

  #drawOptions(el: HTMLElement, deck: string): void {
    const { desk } = this.#host;
    const button = addButton(el, '', `options ${deck}`, () => editPreset(desk, { deck }));
    button.addClasses(['clickable-icon', 'nf-row-menu']);
    button.setAttr('aria-label', desk.locale.decks.title(deck));
    setIcon(button, 'settings');
  }

  #toggle(name: string): void {
    const deck = deckKey(name);
    if (!this.#collapsed.delete(deck)) this.#collapsed.add(deck);
    this.#host.desk.app.saveLocalStorage(storageKey, [...this.#collapsed]);
    this.refresh();
  }
}
