// Ways in from outside: `obsidian://note-flashcards?…` and Obsidian's own command line.
import type { CliData, CliFlags } from 'obsidian';
import type { DeckNode } from '../../core/study/decks/deck-tree.ts';
import type { Scope } from '../../core/study/scope.ts';
import type { Screens } from './screens.ts';
import { unknownSentence } from './unknown-history.ts';
import { words } from '../strings.ts';

type Params = Readonly<Record<string, string | undefined>>;

/** What the parameters ask to study, or a sentence that says why there is nothing. */
function scopeOf({ flashcards: cards, app }: Screens, { deck, note }: Params): Scope | string {
  if (note !== undefined) {
    const file = app.metadataCache.getFirstLinkpathDest(note.replace(/\.md$/i, ''), '');
    return file ? { kind: 'note', note: file.path } : words.problems.noSuchNote(note);
  }
  if (deck === undefined || deck === '') return { kind: 'all' };
  const has = (node: DeckNode): boolean => node.deck === deck || node.children.some(has);
  return has(cards.study.decks()) ? { kind: 'deck', deck } : words.problems.noDeck(deck);
}

/** What the parameters ask for once all notes are current; a sentence where it cannot be told. */
async function askedScope(screens: Screens, params: Params): Promise<Scope | string> {
  await screens.flashcards.settle();
  return unknownSentence(screens) ?? scopeOf(screens, params);
}

/** Opens a review; gives a sentence that says what was done. */
export async function studyFromOutside(screens: Screens, params: Params): Promise<string> {
  const scope = await askedScope(screens, params);
  if (typeof scope === 'string') return scope;
  if (scope.kind === 'note') await screens.studyNote(scope.note);
  else screens.study({ scope });
  return words.outside.studying;
}

/** As Obsidian hands an address over: some versions put the path of the address in `action`. */
export async function openAddress(screens: Screens, { action, ...params }: Params): Promise<void> {
  if (action !== undefined && !['study', 'note-flashcards'].includes(action)) {
    screens.tell(words.problems.unknownAction(action));
    return;
  }
  const said = await studyFromOutside(screens, params);
  if (said !== words.outside.studying) screens.tell(said);
}

export const studyFlags: CliFlags = {
  deck: { value: '<deck>', description: words.outside.deckFlag },
  note: { value: '<note>', description: words.outside.noteFlag },
};

/** What waits, for the command line: in words, or as JSON. */
export async function dueFromOutside(screens: Screens, params: CliData): Promise<string> {
  const scope = await askedScope(screens, params);
  if (typeof scope === 'string') return scope;
  const counts = screens.flashcards.study.counts(scope);
  return params['json'] === 'true' ? JSON.stringify(counts) : words.review.left(counts);
}

export const dueFlags: CliFlags = { ...studyFlags, json: { description: words.outside.jsonFlag } };
