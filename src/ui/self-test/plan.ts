// What a self-test covers in a note with a text: its cards that are asked.
import type { Flashcards } from '../../app/flashcards.ts';
import { coversOf, lineStarts, type Cover, type Covers } from '../../core/card/cover/covers.ts';

export interface Plan {
  readonly text: string;
  readonly starts: readonly number[];
  readonly covers: Covers;
  /** Markdown, by card. */
  readonly answers: ReadonlyMap<string, string>;
  /** Tells plans of one text apart. */
  readonly key: string;
}

/** @param isKept whether a card stays covered or shown, though it is no longer asked */
export function planOf(
  { library, linker, study }: Flashcards,
  path: string,
  text: string,
  isKept: (id: string) => boolean,
): Plan {
  const read = library.cardsOf(path, text);
  const tracked = new Map((linker.notes.get(path) ?? []).map((one) => [one.card.textId, one]));
  const ids = read.ids();
  const cards = read.cards.map((card, nth) => {
    const textId = ids[nth] ?? '';
    const one = tracked.get(textId);
    const id = one?.id ?? textId;
    const { suspended, buriedUntil } = study.schedule(id);
    const isHidden = suspended || (buriedUntil !== null && buriedUntil >= study.today);
    // A card that was changed a moment ago is not known yet.
    const isAsked = one ? !isHidden && !study.isAside(one) : card.aside === false;
    return { id, card, isAsked: isAsked || isKept(id) };
  });
  const covers = coversOf(text.replace(/^\uFEFF/, ''), cards);
  return {
    text,
    starts: lineStarts(text),
    covers,
    answers: new Map(cards.map(({ id, card }) => [id, card.answer])),
    key: covers.all.map(({ id, spans }) => `${id} ${String(spans[0]?.start)}`).join(),
  };
}

/** The line where a cover begins, from 0. */
export function lineOf(plan: Plan | null, { spans: [first], card }: Cover): number {
  return first && plan ? plan.starts.filter((start) => start <= first.start).length - 1 : card.line - 1;
}
