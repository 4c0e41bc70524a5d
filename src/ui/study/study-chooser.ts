// Everything that can be studied, in one list; typed text also searches the cards. The list responds to each key at
// once, since a later response could show rows for the text typed before; cards are counted later, choice by choice.
import { SuggestModal } from 'obsidian';
import { CardSearch } from '../../app/browse/card-search.ts';
import { hostsTurn, makePause } from '../../app/work/slices.ts';
import { noteTitle } from '../../core/card/extract.ts';
import { parseQuery } from '../../core/query/parse.ts';
import type { DeckNode } from '../../core/study/decks/deck-tree.ts';
import type { StudyRequest } from '../../core/study/scope.ts';
import type { Desk } from '../shell/desk.ts';
import type { Counts } from '../../core/study/study-card.ts';
import { drawLaneCounts } from './lane-counts.ts';
import { noteFacts } from '../parts/note-facts.ts';
import { drawn } from '../parts/redraw.ts';
import { tellChoice } from '../parts/announce-choice.ts';

interface Choice {
  readonly text: string;
  /** Null before it is counted. */
  counted: Counts | null;
  /** What the counts do not say; may be empty. */
  readonly about: string;
  readonly request: StudyRequest;
}

/** The typed text as a search. */
interface SearchChoice {
  readonly text: string;
  /** What was typed, as the search compares it. */
  readonly wanted: string;
  /** Null if the text changed before the search ended. */
  readonly found: Promise<ReadonlySet<string> | null>;
}

/** Days. */
const aheadDays = [1, 3, 7] as const;

export class StudyChooser extends SuggestModal<Choice | SearchChoice> {
  readonly #desk: Desk;
  readonly #choices: readonly Choice[];
  readonly #search: CardSearch;
  #stopTelling: (() => void) | null = null;
  /** Ends when all choices drawn so far are counted. */
  #counting: Promise<void> | null = null;
  /** The latest search text; a search for earlier text is dropped. */
  #wanted = '';
  /** Searches that found nothing: they are not offered again. */
  readonly #empty = new Set<string>();

  constructor(desk: Desk) {
    super(desk.app);
    this.#desk = desk;
    this.#choices = choicesOf(desk);
    this.#search = new CardSearch(desk.flashcards, noteFacts(desk.app));
    this.setPlaceholder(desk.locale.main.chooser.placeholder);
  }

  override async onOpen(): Promise<void> {
    await super.onOpen();
    this.modalEl.addClass('nf-chooser');
    this.#stopTelling = tellChoice(this, this.#desk.locale.main.commands.study);
  }

  override onClose(): void {
    super.onClose();
    this.#stopTelling?.();
  }

  override getSuggestions(query: string): (Choice | SearchChoice)[] {
    const typed = query.trim();
    const wanted = typed.toLowerCase();
    this.#wanted = wanted;
    const fitting = this.#choices.filter(
      ({ text, about }) => text.toLowerCase().includes(wanted) || about.toLowerCase().includes(wanted),
    );
    if (wanted.length < 2 || this.#empty.has(wanted)) return fitting;
    const text = this.#desk.locale.main.chooser.search(typed);
    return [...fitting, { text, wanted, found: this.#find(typed, wanted) }];
  }

  override renderSuggestion(choice: Choice | SearchChoice, el: HTMLElement): void {
    el.createDiv({ text: choice.text, attr: { dir: 'auto' } });
    if (!('found' in choice)) {
      const hintEl = el.createDiv('nf-hint nf-lanes');
      if (choice.counted) this.#drawHint(choice, hintEl);
      else this.#counting = (this.#counting ?? drawn(el)).then(() => this.#count(choice, hintEl));
      return;
    }
    const hintEl = el.createDiv('nf-hint');
    void choice.found.then((found) => {
      if (found?.size === 0) this.#dropSearch(choice.wanted);
      else if (found) hintEl.setText(this.#desk.locale.main.cards(found.size));
    });
  }

  /** Counts a choice in a turn of its own, unless another list has replaced it by then. */
  async #count(choice: Choice, hintEl: HTMLElement): Promise<void> {
    const { flashcards, slices } = this.#desk;
    await hostsTurn(slices.after);
    if (!hintEl.isConnected) return;
    if (flashcards.isIndexed) choice.counted ??= flashcards.study.counts(choice.request);
    this.#drawHint(choice, hintEl);
  }

  #drawHint({ counted, request, about }: Choice, hintEl: HTMLElement): void {
    const { locale } = this.#desk;
    if (counted && request.practice) hintEl.createSpan({ text: locale.main.cards(counted.due) });
    else if (counted) drawLaneCounts(hintEl, locale, counted);
    if (about !== '') hintEl.createSpan({ text: about });
  }

  override onChooseSuggestion(choice: Choice | SearchChoice): void {
    if (!('found' in choice)) this.#desk.study(choice.request);
    else {
      void choice.found.then((cards) => {
        if (cards && cards.size > 0) this.#desk.study({ scope: { kind: 'search', cards } });
      });
    }
  }

  /** Takes away the row of a search that found nothing. */
  #dropSearch(wanted: string): void {
    this.#empty.add(wanted);
    if (this.#wanted === wanted) this.inputEl.dispatchEvent(new Event('input'));
  }

  /** Card ids; text that is not a query is searched for literally. */
  async #find(typed: string, wanted: string): Promise<ReadonlySet<string> | null> {
    const query = parseQuery(typed).query ?? { kind: 'words', text: wanted };
    const pause = makePause(this.#desk.slices, () => this.#wanted === wanted);
    await drawn(this.modalEl);
    const rows =
      this.#wanted === wanted
        ? await this.#search.find(query, { sort: null, withAnswers: true }, pause)
        : null;
    return rows && new Set(rows.map(({ id }) => id));
  }
}

function choicesOf({ app, flashcards: cards, locale }: Desk): readonly Choice[] {
  const { chooser } = locale.main;
  const { study } = cards;
  const choices: Choice[] = [];
  const add = (text: string, request: StudyRequest, about = ''): void => {
    choices.push({ text, counted: null, about, request });
  };
  add(chooser.all, { scope: { kind: 'all' } });
  const note = app.workspace.getActiveFile()?.path;
  if (note !== undefined && cards.note(note)) {
    const title = noteTitle(note);
    add(chooser.note(title), { scope: { kind: 'note', note } });
    add(chooser.linked(title), { scope: { kind: 'linked', note, depth: 1 } });
    add(chooser.linkedTwice(title), { scope: { kind: 'linked', note, depth: 2 } });
    add(chooser.practiceNote(title), { scope: { kind: 'note', note }, practice: true }, chooser.notRecorded);
  }
  add(chooser.leeches, { scope: { kind: 'leeches' } });
  add(chooser.flagged, { scope: { kind: 'flagged' } });
  for (const days of aheadDays)
    add(chooser.ahead(days), { scope: { kind: 'all' }, ahead: days }, chooser.noNew);
  add(chooser.practice, { scope: { kind: 'all' }, practice: true }, chooser.notRecorded);
  const addDeck = ({ deck, children }: DeckNode): void => {
    if (deck !== '') add(chooser.deck(deck), { scope: { kind: 'deck', deck } });
    children.forEach(addDeck);
  };
  addDeck(study.decks());
  for (const folder of foldersOf(cards.linker.notes.keys()))
    add(chooser.folder(folder), { scope: { kind: 'folder', folder } });
  return choices;
}

/** Folders that contain watched notes, and their parent folders. */
function foldersOf(paths: Iterable<string>): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      folders.add(path.slice(0, at));
  }
  return [...folders].sort();
}
