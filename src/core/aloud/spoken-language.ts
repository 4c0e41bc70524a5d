// In which language a card is read: as its note or deck says, else by its script.
import { foldCase } from '../text/fold-case.ts';
import { isAt } from '../text/is-under.ts';

/** A language as in BCP 47: `de`, `pt-BR`. */
const tag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;
/** Scripts of one language, or of one that most of their readers know. Kana come first: Japanese has Han, too. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi'],
];
const letters = /\p{L}/gu;

/** `Spanish: es`: a deck and its language; null for any other line. */
export function deckLanguage(line: string): { readonly deck: string; readonly language: string } | null {
  const at = line.lastIndexOf(':');
  const [deck, language] = [foldCase(line.slice(0, at).trim()), line.slice(at + 1).trim()];
  return at > 0 && deck !== '' && tag.test(language) ? { deck, language } : null;
}

/** The script that at least a third of the letters have; a formula's Greek letter is none. */
function byScript(text: string): string | null {
  const all = text.match(letters) ?? [];
  const found = scripts.find(
    ([script]) => all.filter((letter) => script.test(letter)).length * 3 >= all.length && all.length > 0,
  );
  return found?.[1] ?? null;
}

interface Said {
  readonly text: string;
  readonly deck: string;
  /** Of the note's property. */
  readonly property: string | null;
  /** Lines of the setting; see `deckLanguage`. */
  readonly decks: readonly string[];
  /** Of the app, for scripts of many languages. */
  readonly app: string;
}

export function spokenLanguage({ text, deck, property, decks, app }: Said): string {
  if (property !== null && tag.test(property.trim())) return property.trim().replace('_', '-');
  const own = foldCase(deck);
  const ofDeck = decks
    .map(deckLanguage)
    .filter((one) => one !== null)
    .filter((one) => isAt(own, one.deck))
    .sort((one, other) => other.deck.length - one.deck.length)[0];
  return ofDeck?.language ?? byScript(text) ?? app;
}
