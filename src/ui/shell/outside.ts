// What an address or the app's own command line asks for: which cards, and an answer to one.
import { CardSearch } from '../../app/browse/card-search.ts';
import { answerCard } from '../../app/outside/review-json.ts';
import type { AnswerJson } from '../../app/outside/showings.ts';
import { makePause } from '../../app/work/slices.ts';
import { parseQuery } from '../../core/query/parse.ts';
import { deckKey } from '../../core/study/decks/deck-names.ts';
import type { DeckNode } from '../../core/study/decks/deck-tree.ts';
import type { Scope } from '../../core/study/scope.ts';
import { queryProblemText } from '../card-list/query-problem.ts';
import { noteFacts } from '../parts/note-facts.ts';
import type { Screens } from './screens.ts';
import { unknownSentence } from './unknown-history.ts';

/** As given from outside. */
export type Params = Readonly<Record<string, string | undefined>>;

/** Resolves once all notes are current; rejects with a sentence if what is due cannot be determined. */
export async function whenCurrent(screens: Screens): Promise<void> {
  await screens.flashcards.settle();
  const unknown = unknownSentence(screens);
  if (unknown !== null) throw new Error(unknown);
}

/** The ids of the cards that a search finds, in vault order; rejects with a sentence if the text is no query. */
export async function foundCards(screens: Screens, text: string): Promise<readonly string[]> {
  const { query, problem } = parseQuery(text);
  if (problem) throw new Error(queryProblemText(screens.locale, problem));
  const search = new CardSearch(screens.flashcards, noteFacts(screens.app));
  const pause = makePause(screens.slices, () => true);
  const rows = await search.find(query, { sort: null, withAnswers: false }, pause);
  return (rows ?? []).map(({ id }) => id);
}

/** The cards that the parameters name; rejects with a sentence if there are none such. */
export async function scopeOf(screens: Screens, { deck, note, query }: Params): Promise<Scope> {
  const { flashcards: cards, app, locale } = screens;
  const { problems } = locale.main;
  if (query !== undefined) return { kind: 'search', cards: new Set(await foundCards(screens, query)) };
  if (note !== undefined) {
    const file = app.metadataCache.getFirstLinkpathDest(note.replace(/\.md$/i, ''), '');
    if (!file) throw new Error(problems.noSuchNote(note));
    return { kind: 'note', note: file.path };
  }
  if (deck === undefined || deck === '') return { kind: 'all' };
  const has = (node: DeckNode): boolean => deckKey(node.deck) === deckKey(deck) || node.children.some(has);
  if (!has(cards.study.decks())) throw new Error(problems.noDeck(deck));
  return { kind: 'deck', deck };
}

/** Opens a review. */
export async function studyFromOutside(screens: Screens, params: Params): Promise<void> {
  const scope = await scopeOf(screens, params);
  if (scope.kind === 'note') await screens.studyNote(scope.note);
  else screens.study({ scope });
}

/** Records an answer; throws if it can't count. */
export function answerFromOutside({ flashcards }: Screens, params: Params, took: number): AnswerJson {
  const { id = '', grade = '', showing } = params;
  return answerCard(flashcards, { id, grade, showing, took });
}

export function answerText({ locale }: Screens, { state, due }: AnswerJson): string {
  return `${locale.cardList.states[state]}, ${locale.cardList.columns.due}: ${due?.slice(0, 16).replace('T', ' ') ?? ''}`;
}
