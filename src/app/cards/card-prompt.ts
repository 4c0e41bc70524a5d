// The question of a card as a person is asked it, in the language of the screens.
import { promptOf, promptParts, type Asked, type PromptParts } from '../../core/card/prompt/prompt.ts';
import type { IndexedCard } from '../index/indexed-note.ts';
import { appWords } from '../strings.ts';

type Prompted = Pick<
  IndexedCard,
  'subject' | 'source' | 'question' | 'context' | 'chip' | 'nth' | 'repeats' | 'asksName'
>;

function askedOf({ subject, source, question, context, chip, nth, repeats, asksName }: Prompted): Asked {
  return { subject, source, question, context, chip, nth, repeats, asksName };
}

export function cardPrompt(card: Prompted): string {
  return promptOf(askedOf(card), appWords.prompt);
}

export function promptPartsOf(card: Prompted): PromptParts {
  return promptParts(askedOf(card), appWords.prompt);
}
