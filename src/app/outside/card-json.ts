// Cards as other programs read them, from the repository's command line and from the app's: one shape for both.
import { cardLinks, type CardLink } from '../../core/card/card-links.ts';
import type { Card, Source } from '../../core/card/card.ts';
import { cardPrompt } from '../cards/card-prompt.ts';
import type { Flashcards } from '../flashcards.ts';
import { appWords } from '../strings.ts';

/** One card (contract). */
export interface CardJson {
  readonly id: string;
  readonly note: string;
  readonly source: Source;
  readonly question: string;
  /** As shown to a person: plain text with its subject, in English. */
  readonly prompt: string;
  readonly answer: string;
  /** False for a card that is set aside. */
  readonly asked: boolean;
  readonly context: readonly string[];
  readonly deck: string;
  readonly line: number;
  readonly links: readonly CardLink[];
}

/** What a search gives: the answer is for `next` and `cards`. */
export type FoundJson = Omit<CardJson, 'answer'>;

/** The question as a person is asked it, in English. */
export function englishPrompt(card: Card): string {
  return cardPrompt({ ...card, asksName: card.questionSpan === null }, appWords.prompt);
}

function cardJson(app: Flashcards, id: string, card: Card): CardJson {
  const { note, source, question, answer, context, deck, line } = card;
  const tracked = app.card(id);
  const links = cardLinks(card, app.links.resolve).map(({ target, subpath, display, path, embed }) => ({
    target,
    subpath,
    display,
    path,
    embed,
  }));
  const asked = !tracked || !app.study.isAside(tracked);
  return {
    id,
    note,
    source,
    question,
    prompt: englishPrompt(card),
    answer,
    asked,
    context,
    deck,
    line,
    links,
  };
}

/** Notes with cards, by path. */
export function watchedPaths({ library }: Flashcards): readonly string[] {
  return [...library.notes.keys()].sort();
}

/** The cards of these notes, in order; the texts of only one note are in memory at a time. */
export async function* cardsJson(app: Flashcards, notes: Iterable<string>): AsyncGenerator<CardJson> {
  for (const note of notes)
    for (const [id, card] of await app.texts.ofNote(note)) yield cardJson(app, id, card);
}

/** The cards with these ids, by note and line. */
export async function* foundJson(app: Flashcards, ids: Iterable<string>): AsyncGenerator<FoundJson> {
  const place = (id: string): readonly [note: string, line: number] => {
    const found = app.card(id)?.card;
    return [found?.note ?? '', found?.line ?? 0];
  };
  const sorted = [...ids].sort((a, b) => {
    const [one, other] = [place(a), place(b)];
    return one[0] === other[0] ? one[1] - other[1] : one[0] < other[0] ? -1 : 1;
  });
  for (const id of sorted) {
    const card = await app.texts.find(id);
    if (!card) continue;
    const { answer: _, ...found } = cardJson(app, id, card);
    yield found;
  }
}
