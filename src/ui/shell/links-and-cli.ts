// Entry points from outside: `obsidian://note-flashcards?…` and Obsidian's own command line.
import type { CliData, CliFlags } from 'obsidian';
import { deckKey } from '../../core/study/decks/deck-names.ts';
import type { DeckNode } from '../../core/study/decks/deck-tree.ts';
import type { Scope } from '../../core/study/scope.ts';
import type { Locale } from '../locale.ts';
import type { Screens } from './screens.ts';
import { unknownSentence } from './unknown-history.ts';

type Params = Readonly<Record<string, string | undefined>>;

/** What the parameters ask to study, or a sentence saying why there is nothing. */
function scopeOf({ flashcards: cards, app, locale }: Screens, { deck, note }: Params): Scope | string {
  const { main: words } = locale;
  if (note !== undefined) {
    const file = app.metadataCache.getFirstLinkpathDest(note.replace(/\.md$/i, ''), '');
    return file ? { kind: 'note', note: file.path } : words.problems.noSuchNote(note);
  }
  if (deck === undefined || deck === '') return { kind: 'all' };
  const has = (node: DeckNode): boolean => deckKey(node.deck) === deckKey(deck) || node.children.some(has);
  return has(cards.study.decks()) ? { kind: 'deck', deck } : words.problems.noDeck(deck);
}

/** What the parameters ask for once all notes are current; a sentence if that cannot be determined. */
async function askedScope(screens: Screens, params: Params): Promise<Scope | string> {
  await screens.flashcards.settle();
  return unknownSentence(screens) ?? scopeOf(screens, params);
}

/** Opens a review; returns a sentence saying what was done. */
export async function studyFromOutside(screens: Screens, params: Params): Promise<string> {
  const scope = await askedScope(screens, params);
  if (typeof scope === 'string') return scope;
  if (scope.kind === 'note') await screens.studyNote(scope.note);
  else screens.study({ scope });
  return screens.locale.main.outside.studying;
}

/** Parameters as Obsidian passes them on: some versions put the path of the address in `action`. */
export async function openAddress(screens: Screens, { action, ...params }: Params): Promise<void> {
  const { main: words } = screens.locale;
  if (action !== undefined && !['study', 'note-flashcards'].includes(action)) {
    screens.tell(words.problems.unknownAction(action));
    return;
  }
  const said = await studyFromOutside(screens, params);
  if (said !== words.outside.studying) screens.tell(said);
}

/** What is due, for the command line: in words, or as JSON. */
export async function dueFromOutside(screens: Screens, params: CliData): Promise<string> {
  const scope = await askedScope(screens, params);
  if (typeof scope === 'string') return scope;
  const counts = screens.flashcards.study.counts({ scope });
  return params['json'] === 'true' ? JSON.stringify(counts) : screens.locale.main.review.left(counts);
}

/** The parameters of both commands. */
export function flagsOf({ main }: Locale): { readonly study: CliFlags; readonly due: CliFlags } {
  const { deckFlag, noteFlag, jsonFlag } = main.outside;
  const study: CliFlags = {
    deck: { value: '<deck>', description: deckFlag },
    note: { value: '<note>', description: noteFlag },
  };
  return { study, due: { ...study, json: { description: jsonFlag } } };
}
