// A card's question as the user is asked it.
import {
  promptOf,
  promptParts,
  type Asked,
  type PromptParts,
  type PromptWords,
} from '../../core/card/prompt/prompt.ts';
import type { IndexedCard } from '../index/indexed-note.ts';

type Prompted = Pick<
  IndexedCard,
  'subject' | 'source' | 'question' | 'context' | 'chip' | 'nth' | 'repeats' | 'asksName'
>;

function askedOf({ subject, source, question, context, chip, nth, repeats, asksName }: Prompted): Asked {
  return { subject, source, question, context, chip, nth, repeats, asksName };
}

export function cardPrompt(card: Prompted, words: PromptWords): string {
  return promptOf(askedOf(card), words);
}

export function promptPartsOf(card: Prompted, words: PromptWords): PromptParts {
  return promptParts(askedOf(card), words);
}
