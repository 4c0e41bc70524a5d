// What stays in memory of a note and its cards, and is kept between starts: all but the answers.
import type { Card } from '../core/card/card.ts';
import type { NoteCards } from '../core/card/extract.ts';
import type { KeptAnswer } from '../core/identity/card-text.ts';
import { cardIds, keepAnswer } from '../core/identity/fingerprint.ts';
import { countWords } from '../core/note/word-count.ts';

/** An answer whose text stays in its note. */
export interface IndexedAnswer extends KeptAnswer {
  readonly words: number;
}

export interface IndexedCard extends Omit<Card, 'questionSpan' | 'answer' | 'answerRuns' | 'cloze'> {
  /** The id from the text alone, under which a card goes that was never reviewed, unless another card owns it. */
  readonly textId: string;
  /** Whether the question is the name of the note: no Markdown, and in no text. */
  readonly asksName: boolean;
  readonly kept: IndexedAnswer;
}

export interface IndexedNote extends Omit<NoteCards, 'cards'> {
  readonly cards: readonly IndexedCard[];
}

/** Takes what is kept from the text when it is first asked for; then lets the text go. */
class FreshAnswer implements IndexedAnswer {
  #text: Pick<Card, 'question' | 'answer'> | null;
  #kept: IndexedAnswer | null = null;

  constructor(text: Pick<Card, 'question' | 'answer'>) {
    this.#text = text;
  }

  get questionHash(): string {
    return this.#taken().questionHash;
  }

  get answerHash(): string {
    return this.#taken().answerHash;
  }

  get sketch(): string {
    return this.#taken().sketch;
  }

  get length(): number {
    return this.#taken().length;
  }

  get words(): number {
    return this.#taken().words;
  }

  #taken(): IndexedAnswer {
    const text = this.#text ?? { question: '', answer: '' };
    this.#kept ??= { ...keepAnswer(text), words: countWords(text.answer) };
    this.#text = null;
    return this.#kept;
  }
}

/** Hashes and sketches are taken when they are asked for: for all cards of a vault they take half a second. */
export function indexNote(note: NoteCards): IndexedNote {
  const ids = cardIds(note.cards);
  const cards = note.cards.map((card, index): IndexedCard => {
    const { question, questionSpan, answer } = card;
    return {
      note: card.note,
      source: card.source,
      question,
      context: card.context,
      chip: card.chip,
      nth: card.nth,
      deck: card.deck,
      line: card.line,
      headings: card.headings,
      ordinal: card.ordinal,
      group: card.group,
      blockId: card.blockId,
      textId: ids[index] ?? '',
      asksName: questionSpan === null,
      kept: new FreshAnswer({ question, answer }),
    };
  });
  return { ...note, cards };
}
