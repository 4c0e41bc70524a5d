// What an undo or a redo was about, by name, so that repeated ones show where the user is.
import type { Action } from '../../app/history/own-events.ts';
import type { HistoryEvent } from '../../core/history/event.ts';
import { cardLine } from '../../core/note/plain-text.ts';
import { shortened } from '../../core/text/shortened.ts';
import type { Done } from '../../core/study/session/session-state.ts';
import type { Locale } from '../locale.ts';
import { gradeName } from '../review/grade-bar.ts';

type Deed = keyof Locale['main']['undone']['deeds'];

/** What the sentence needs: a part of the desk. */
export interface CardNames {
  readonly locale: Locale;
  readonly flashcards: {
    readonly history: { canonical(id: string): string };
    card(id: string): { readonly card: Parameters<typeof cardLine>[0] } | null;
  };
}

/** Longer questions are cut. */
const longestQuestion = 60;

function deedOf(event: HistoryEvent): Deed | null {
  if (event.k === 'a') return 'match';
  if (event.k !== 'x') return null;
  switch (event.w) {
    case 'suspended':
      return event.v === true ? 'suspend' : 'unsuspend';
    case 'buried':
      return event.v === null ? 'unbury' : 'bury';
    case 'flag':
      return event.v === 0 ? 'unflag' : 'flag';
    case 'ask':
      return event.v === true ? 'ask' : 'unask';
    case 'memory':
      return 'import';
    case 'due':
    case 'position':
    case 'reset':
    case 'apart':
      return event.w;
    default:
      return null;
  }
}

function nameOf(event: HistoryEvent, locale: Locale): string | null {
  if (event.k === 'r') return gradeName(locale, event.g);
  const deed = deedOf(event);
  return deed && locale.main.undone.deeds[deed];
}

function sentence(name: string, ids: ReadonlySet<string>, { locale, flashcards }: CardNames): string {
  const { undone } = locale.main;
  const [id] = ids;
  const card = ids.size === 1 && id !== undefined ? flashcards.card(id)?.card : undefined;
  if (!card) return undone.cards(name, ids.size);
  return undone.card(name, shortened(cardLine(card), longestQuestion));
}

/** For an action in the log. */
export function undoneText({ events }: Action, names: CardNames): string {
  const { locale, flashcards } = names;
  const deeds = events.filter((event) => nameOf(event, locale) !== null);
  const name = deeds[0] && nameOf(deeds[0], locale);
  if (!name) return locale.main.undone.other;
  const ids = deeds.flatMap((event) => ('c' in event ? [flashcards.history.canonical(event.c)] : []));
  return sentence(name, new Set(ids), names);
}

/** For an action in a running session. */
export function undoneInSession({ kind, grade, card, flag }: Done, names: CardNames): string {
  const { deeds } = names.locale.main.undone;
  const name =
    kind === 'grade'
      ? gradeName(names.locale, grade ?? 3)
      : deeds[kind === 'flag' && flag === 0 ? 'unflag' : kind];
  return sentence(name, new Set([card.id]), names);
}
