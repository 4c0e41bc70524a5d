// A card as the card list shows it and as a search sees it.
import { foldCase } from '../../core/text/fold-case.ts';
import { cardLine } from '../../core/note/plain-text.ts';
import type { Subject } from '../../core/query/matcher.ts';
import type { CardHistory } from '../../core/history/event.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import type { IndexedCard } from '../index/indexed-note.ts';
import type { TrackedCard } from '../cards/card-registry.ts';
import type { SearchedTexts } from './searched-texts.ts';
import type { Study } from '../study/study.ts';

/** What a search knows beyond the index; see ReadTexts. */
export type KnownTexts = Pick<SearchedTexts, 'answer' | 'links'>;

/** What the host knows about notes without reading them; texts in lower case. */
export interface NoteFacts {
  /** Whether the note links to missing pages. */
  readonly hasMissing: (path: string) => boolean;
  /** ms since 1970; null for no note. */
  readonly changedAt: (path: string) => number | null;
  /** Without `#`. */
  readonly tags: (path: string) => readonly string[];
  /** The values of a property; null if the note doesn't have it. */
  readonly property: (path: string, name: string) => readonly string[] | null;
}

export interface CardRowHost {
  readonly study: () => Pick<Study, 'schedule' | 'isAside' | 'dayOf' | 'deckName'>;
  readonly known: KnownTexts;
  /** What comes up today; see `Study.due`. */
  readonly due: () => ReadonlySet<string>;
  readonly facts: NoteFacts;
  readonly history: (id: string) => CardHistory | undefined;
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
    return this.#host.study().deckName(this.card.deck);
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
    return cardLine(this.card);
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

  get tags(): readonly string[] {
    return this.#host.facts.tags(this.note);
  }

  property(name: string): readonly string[] | null {
    return this.#host.facts.property(this.note, name);
  }

  get reviews(): CardHistory['reviews'] {
    return this.#host.history(this.id)?.reviews ?? [];
  }

  /** The day of its first review; before that, the last change of its note, for nothing dates a card itself. */
  get addedOn(): number | null {
    const { introducedOn, lastDay } = this.schedule;
    // Of an imported card, only later reviews are known.
    if (introducedOn !== null || lastDay !== null) return introducedOn;
    const changedAt = this.#host.facts.changedAt(this.note);
    return changedAt === null ? null : this.#host.study().dayOf(changedAt);
  }

  get links(): ReadonlySet<string> | null {
    return this.#host.known.links(this.card);
  }
}
