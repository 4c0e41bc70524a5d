// The question of a card as a person is asked it, in the language of the screens.
import { noteTitle } from '../../core/card/extract.ts';
import { promptOf, promptParts, type Asked, type PromptParts } from '../../core/card/prompt/prompt.ts';
import type { IndexedCard } from '../index/indexed-note.ts';
import { appWords } from '../strings.ts';

type Prompted = Pick<
  IndexedCard,
  'note' | 'source' | 'question' | 'context' | 'chip' | 'nth' | 'repeats' | 'asksName'
>;

function askedOf({ note, source, question, context, chip, nth, repeats, asksName }: Prompted): Asked {
  return { title: noteTitle(note), source, question, context, chip, nth, repeats, asksName };
}

export function cardPrompt(card: Prompted): string {
  return promptOf(askedOf(card), appWords.prompt);
}

export function promptPartsOf(card: Prompted): PromptParts {
  return promptParts(askedOf(card), appWords.prompt);
}
