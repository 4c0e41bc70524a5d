// Edits of words and sentences, as people make them.
import type { Random } from './random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** One letter swapped, dropped, doubled, or changed within a word. */
export function typo(text: string, random: Random): string {
  const words = [...text.matchAll(/\p{L}{4,}/gu)];
  if (words.length === 0) return `${text}s`;
  const word = random.pick(words);
  const at = word.index + 1 + random.below(word[0].length - 2);
  const [before, first, second, after] = [
    text.slice(0, at),
    text.charAt(at),
    text.charAt(at + 1),
    text.slice(at + 2),
  ];
  const kind = random.below(4);
  if (kind === 0 && first !== second) return before + second + first + after;
  if (kind === 1) return before + second + after;
  if (kind === 2) return before + first + first + second + after;
  return before + letters.charAt(random.below(26)) + second + after;
}

/** Replaces `share` of the words with words from `source`. */
export function replaceWords(text: string, share: number, source: string, random: Random): string {
  const others = source.match(/\p{L}{3,}/gu) ?? ['other'];
  let replaced = 0;
  const out = text.replace(/\p{L}{3,}/gu, (word) => {
    if (!random.chance(share)) return word;
    replaced++;
    return random.pick(others);
  });
  return replaced === 0 ? typo(text, random) : out;
}

const sentenceEnd = /(?<=[.!?])\s+(?=\S)/;

export function addSentence(text: string, sentence: string, random: Random): string {
  const parts = text.split(sentenceEnd);
  const at = 1 + random.below(parts.length);
  return [...parts.slice(0, at), sentence, ...parts.slice(at)].join(' ');
}

/** Returns the text unchanged if it has only one sentence. */
export function removeSentence(text: string, random: Random): string {
  const parts = text.split(sentenceEnd);
  if (parts.length < 2) return text;
  const at = 1 + random.below(parts.length - 1);
  return parts.filter((_, index) => index !== at).join(' ');
}

/** Rewords a heading, lead-in, or title. */
export function reword(title: string, source: string, random: Random): string {
  const words = title.trim().split(/\s+/);
  const other = random.pick(source.match(/\p{L}{3,}/gu) ?? ['more']).toLowerCase();
  switch (random.below(7)) {
    case 0:
      return typo(title, random);
    case 1:
      return `${title} ${random.pick(['in practice', 'of models', '(2)', 'explained', 'and more', `and ${other}`])}`;
    case 2:
      return `${random.pick(['The', 'How', 'About', 'Notes on', 'Why', 'More', 'On'])} ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
    case 3:
      return words.length > 1 ? words.slice(0, -1).join(' ') : `${title}s`;
    case 4:
      return words.length > 1 ? words.slice(1).join(' ') : `${title}: ${other}`;
    case 5:
      return title === title.toLowerCase() ? title.toUpperCase() : title.toLowerCase();
    default:
      return words.map((word, at) => (at === words.length - 1 && words.length > 1 ? other : word)).join(' ');
  }
}
