// Cards of one note with the same wording: the headings above tell them apart, or else "2 of 3".
import type { Card } from './card.ts';

type Key = (text: string) => string;
type Asking = Pick<Card, 'source' | 'question' | 'context'>;

/** The question, if other cards may share it; null if the note or the surrounding text asks. */
function wordsOf({ source, question, context }: Asking, key: Key): string | null {
  if (source === 'title' || source === 'property' || source === 'cloze' || source === 'note') return null;
  const words = key(question);
  // A callout without a title shows its type.
  return words === '' || (source === 'callout' && key(context.at(-1) ?? '') === words) ? null : words;
}

/** The words with the headings above them; a lead-in may repeat the nearest. */
function placeOf({ context }: Asking, words: string, key: Key): string {
  return [words, ...context.map(key).filter((heading) => heading !== words)].join('\0');
}

function countEach(keys: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** @param key `listKey`, perhaps remembered */
export function withRepeats(cards: readonly Card[], key: Key): Card[] {
  const words = cards.map((card) => wordsOf(card, key));
  const times = countEach(words);
  if ([...times.values()].every((count) => count < 2)) return [...cards];
  const places = cards.map((card, at) => {
    const own = words[at] ?? null;
    return own !== null && (times.get(own) ?? 0) > 1 ? placeOf(card, own, key) : null;
  });
  const equals = countEach(places);
  const seen = new Map<string, number>();
  return cards.map((card, at) => {
    const place = places[at] ?? null;
    if (place === null) return card;
    const of = equals.get(place) ?? 1;
    const index = (seen.get(place) ?? 0) + 1;
    seen.set(place, index);
    return { ...card, repeats: true, nth: card.nth ?? (of > 1 ? { index, of } : null) };
  });
}
