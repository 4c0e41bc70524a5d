// Hashes what a card says, ignoring what an editor, a platform or a sync changes on its own.
import { composed } from '../../text/composed.ts';
import type { CardSnapshot } from '../../history/event.ts';
import { knownAnswer, knownQuestion, type AnyCard, type CardText, type KeptAnswer } from './card-text.ts';
import { gramsOf } from './grams.ts';
import { sha256Of } from './sha256.ts';
import { encodeSketch } from './sketch.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const idBits = 128;
/** In a vault of a million cards, two 60-bit hashes collide with a chance of 1 in 2 million. */
const hashBits = 60;
const snapshotQuestionLength = 160;
/** A log line has room for six such headings, in any script. */
const snapshotHeadingLength = 300;
/** Separates the parts of a hashed text; no normalized text contains it. */
const divider = '\u0000';

/** Whitespace that is not one space: replacing all whitespace with a space took three times as long. */
const wideBlank = /[^\S ]\s*| \s+/g;

/**
 * The text as it counts: NFC, whitespace collapsed. Comments (`<!-- -->`, `%% %%`) and block ids are left out, since
 * other plugins add both to notes on their own.
 */
export function normalise(text: string): string {
  const plain =
    text.includes('<!--') || text.includes('%%') || text.includes('^')
      ? text
          // Stops at the last comment end, so that every comment start has one: the search stays linear.
          .replace(/^[\s\S]*-->/, (part) => part.replace(/<!--[\s\S]*?-->/g, ' '))
          .replace(/%%[\s\S]*?%%/g, ' ')
          .replace(/(^|\s)\^[\w-]+[ \t]*$/gm, '$1')
      : text;
  const undivided = plain.includes(divider) ? plain.replaceAll(divider, ' ') : plain;
  return composed(undivided).replace(wideBlank, ' ').trim();
}

/** RFC 4648 base32, lowercase, no padding, of the first `bits` bits. */
function base32(bytes: Uint8Array, bits: number): string {
  let out = '';
  for (let at = 0; at < bits; at += 5) {
    const byte = bytes[at >> 3] ?? 0;
    const next = at + 5 > bits ? 0 : (bytes[(at >> 3) + 1] ?? 0);
    out += alphabet.charAt((((byte << 8) | next) >> (11 - (at & 7))) & 31);
  }
  return out;
}

function hash(text: string, bits: number): string {
  return base32(sha256Of(text), bits);
}

/** 12 characters; equal for texts that differ only in whitespace, comments and block ids. */
export function shortHash(text: string): string {
  return hash(normalise(text), hashBits);
}

/** The same for a text that is already normalized. */
export function shortHashOfNormalised(text: string): string {
  return hash(text, hashBits);
}

type Said = Pick<CardText, 'source' | 'question' | 'answer' | 'knownQuestion' | 'knownAnswer'>;

/** Source, question and answer, as they count. */
function textOf(card: Said): string {
  return `${card.source}${divider}${normalise(knownQuestion(card))}${divider}${normalise(knownAnswer(card))}`;
}

function placeOf(note: string, ordinal: number): string {
  return `${divider}${note.normalize('NFC')}${divider}${ordinal}`;
}

/** The id itself, or a salted one if another card owns it: that card came from this text and was edited since. */
export function freeId(id: string, owned: (id: string) => boolean): string {
  let free = id;
  for (let salt = 1; owned(free); salt++) free = hash(`${id}${divider}${salt}`, idBits);
  return free;
}

/**
 * Ids for the cards of one note, in note order, as if no other card owned any of them; see `freeId`.
 * 26 characters each, equal on every device that sees the same note. Equal cards differ by their order.
 */
export function cardIds(cards: readonly (Said & Pick<CardText, 'note'>)[]): string[] {
  const seen = new Map<string, number>();
  return cards.map((card) => {
    const text = textOf(card);
    const ordinal = seen.get(text) ?? 0;
    seen.set(text, ordinal + 1);
    return hash(`${text}${placeOf(card.note, ordinal)}`, idBits);
  });
}

/** What is kept of a card without its answer. */
export function keepAnswer(card: Omit<Said, 'source'>): KeptAnswer {
  const plain = normalise(knownAnswer(card));
  return {
    questionHash: shortHash(knownQuestion(card)),
    answerHash: hash(plain, hashBits),
    sketch: sketchOfNormalised(plain),
    length: plain.length,
  };
}

/** The sketch that is kept of an already normalized answer. */
export function sketchOfNormalised(answer: string): string {
  return encodeSketch(gramsOf(answer, 4));
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : [...text].slice(0, length).join('');
}

/** What the log keeps of a card. */
export function snapshotOf(card: AnyCard): CardSnapshot {
  const { questionHash, answerHash, sketch } = 'kept' in card ? card.kept : keepAnswer(card);
  return {
    path: card.note,
    source: card.source,
    headings: card.headings.map((heading) => cut(heading, snapshotHeadingLength)),
    question: cut(knownQuestion(card), snapshotQuestionLength),
    ordinal: card.ordinal,
    questionHash,
    answerHash,
    sketch,
  };
}
