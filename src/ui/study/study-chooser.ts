// Everything that can be studied, in one list; what is typed is also a search in the cards.
import { SuggestModal } from 'obsidian';
import { CardSearch } from '../../app/browse/card-search.ts';
import { noteTitle } from '../../core/card/extract.ts';
import { parseQuery } from '../../core/query/parse.ts';
import type { DeckNode } from '../../core/study/decks/deck-tree.ts';
import type { StudyRequest } from '../../core/study/scope.ts';
import type { Desk } from '../shell/desk.ts';
import { missingLinks } from '../parts/missing-links.ts';
import { tellChoice } from '../parts/announce-choice.ts';

interface Choice {
  readonly text: string;
  readonly hint: string;
  readonly request: StudyRequest;
}

/** Days. */
const aheadDays = [1, 3, 7] as const;

export class StudyChooser extends SuggestModal<Choice> {
  readonly #desk: Desk;
  readonly #choices: readonly Choice[];
  readonly #search: CardSearch;
  #stopTelling: (() => void) | null = null;
  /** What is looked for last; a search for what was typed before it is given up. */
  #wanted = '';

  constructor(desk: Desk) {
    super(desk.app);
    this.#desk = desk;
    this.#choices = choicesOf(desk);
    this.#search = new CardSearch(desk.flashcards, missingLinks(desk.app));
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

  override async getSuggestions(query: string): Promise<Choice[]> {
    const { main: words } = this.#desk.locale;
    const wanted = query.trim().toLowerCase();
    const fitting = this.#choices.filter(({ text, hint }) =>
      `${text} ${hint}`.toLowerCase().includes(wanted),
    );
    this.#wanted = wanted;
    const found = wanted.length < 2 ? new Set<string>() : await this.#find(wanted);
    if (found.size === 0) return fitting;
    const search: Choice = {
      text: words.chooser.search(query.trim()),
      hint: words.cards(found.size),
      request: { scope: { kind: 'search', cards: found } },
    };
    return [...fitting, search];
  }

  override renderSuggestion({ text, hint }: Choice, el: HTMLElement): void {
    el.createDiv({ text, attr: { dir: 'auto' } });
    if (hint !== '') el.createDiv({ cls: 'nf-hint', text: hint });
  }

  override onChooseSuggestion({ request }: Choice): void {
    this.#desk.study(request);
  }

  /** Ids of cards; what is no query is looked for as it stands. */
  async #find(wanted: string): Promise<ReadonlySet<string>> {
    const query = parseQuery(wanted).query ?? { kind: 'words', text: wanted };
    const goOn = (): Promise<boolean> => Promise.resolve(this.#wanted === wanted);
    const rows = await this.#search.find(query, { sort: null, withAnswers: true }, goOn);
    return new Set(rows?.map(({ id }) => id));
  }
}

function choicesOf({ app, flashcards: cards, locale }: Desk): readonly Choice[] {
  const { chooser, review } = locale.main;
  const { study } = cards;
  const choices: Choice[] = [];
  const add = (text: string, request: StudyRequest, hint?: string): void => {
    const counts = study.counts(request.scope);
    choices.push({ text, hint: hint ?? review.left(counts), request });
  };
  add(chooser.all, { scope: { kind: 'all' } });
  const note = app.workspace.getActiveFile()?.path;
  if (note !== undefined && cards.note(note)) {
    const title = noteTitle(note);
    add(chooser.note(title), { scope: { kind: 'note', note } });
    add(chooser.linked(title), { scope: { kind: 'linked', note, depth: 1 } });
    add(chooser.linkedTwice(title), { scope: { kind: 'linked', note, depth: 2 } });
    add(chooser.practiseNote(title), { scope: { kind: 'note', note }, practice: true }, chooser.notRecorded);
  }
  add(chooser.leeches, { scope: { kind: 'leeches' } });
  add(chooser.flagged, { scope: { kind: 'flagged' } });
  for (const days of aheadDays)
    add(chooser.ahead(days), { scope: { kind: 'all' }, ahead: days }, chooser.noNew);
  add(chooser.practise, { scope: { kind: 'all' }, practice: true }, chooser.notRecorded);
  const addDeck = ({ deck, children }: DeckNode): void => {
    if (deck !== '') add(chooser.deck(deck), { scope: { kind: 'deck', deck } });
    children.forEach(addDeck);
  };
  addDeck(study.decks());
  for (const folder of foldersOf(cards.linker.notes.keys()))
    add(chooser.folder(folder), { scope: { kind: 'folder', folder } });
  return choices;
}

/** Folders that hold watched notes, with the folders above them. */
function foldersOf(paths: Iterable<string>): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      folders.add(path.slice(0, at));
  }
  return [...folders].sort();
}
