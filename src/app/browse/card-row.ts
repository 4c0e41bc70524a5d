// A card as the card list shows it and as a search sees it.
import { foldCase } from '../../core/text/fold-case.ts';
import { plainText } from '../../core/note/plain-text.ts';
import type { Subject } from '../../core/query/matcher.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import type { IndexedCard } from '../index/indexed-note.ts';
import type { TrackedCard } from '../cards/card-registry.ts';
import type { SearchedTexts } from './searched-texts.ts';
import type { Study } from '../study/study.ts';

/** What a search knows beyond the index; see ReadTexts. */
export type KnownTexts = Pick<SearchedTexts, 'answer' | 'links'>;

export interface CardRowHost {
  readonly study: () => Pick<Study, 'schedule' | 'isAside'>;
  readonly known: KnownTexts;
  /** What comes up today; see `Study.due`. */
  readonly due: () => ReadonlySet<string>;
}

/** Computes everything lazily: of 100,000 rows, about thirty are on screen. */
export class CardRow implements Subject {
  readonly tracked: TrackedCard;
  /** What the log knows about it; undefined for a card without a history. */
  readonly logged: Schedule | undefined;
  readonly #host: CardRowHost;
  #schedule: Schedule | null = null;
  #text: string | null = null;

  constructor(tracked: TrackedCard, logged: Schedule | undefined, host: CardRowHost) {
    this.tracked = tracked;
    this.logged = logged;
    this.#host = host;
  }

  get schedule(): Schedule {
    this.#schedule ??= this.logged ?? this.#host.study().schedule(this.id);
    return this.#schedule;
  }

  get id(): string {
    return this.tracked.id;
  }

  get card(): IndexedCard {
    return this.tracked.card;
  }

  get note(): string {
    return this.card.note;
  }

  get deck(): string {
    return this.card.deck;
  }

  get source(): string {
    return this.card.source;
  }

  get isDue(): boolean {
    return this.#host.due().has(this.id);
  }

  get isAside(): boolean {
    return this.#host.study().isAside(this.tracked);
  }

  get words(): number {
    return this.card.kept.words;
  }

  get isLong(): boolean {
    return this.card.isLong;
  }

  /** As the reader sees it. */
  get shown(): string {
    const { asksName, question } = this.card;
    return asksName ? question : plainText(question);
  }

  get question(): string {
    return foldCase(this.card.question);
  }

  /** Path, headings and question, plus the answer if it was read. */
  get text(): string {
    const text = this.prepare();
    const { answer } = this;
    return answer === null ? text : `${text}\n${answer}`;
  }

  /** Computes the text that words are searched in. */
  prepare(): string {
    const { note, context, question } = this.card;
    // The title, first of the context, is part of the path.
    this.#text ??= foldCase(`${note.replace(/\.md$/i, '')}\n${context.slice(1).join('\n')}\n${question}`);
    return this.#text;
  }

  get answer(): string | null {
    return this.#host.known.answer(this.card);
  }

  get links(): ReadonlySet<string> | null {
    return this.#host.known.links(this.card);
  }
}
