// The contents of each cell in the list of all cards.
import type { Column } from '../../app/browse/card-order.ts';
import type { CardRow } from '../../app/browse/card-row.ts';
import { pageName } from '../../core/note/wikilink.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { flagName } from '../study/flag-menu.ts';
import { stabilityText } from '../format.ts';
import type { Locale } from '../locale.ts';

export function cellText(locale: Locale, row: CardRow, column: Column, today: number | null): string {
  const { format } = locale;
  if (today === null) return unknownText(locale, row, column);
  const { schedule } = row;
  const { memory, lapses, lastDay } = schedule;
  switch (column) {
    case 'question':
      return row.shown;
    case 'note':
      return pageName(row.note);
    case 'deck':
      return row.deck;
    case 'source':
      return locale.main.sources[row.source] ?? row.source;
    case 'state':
      return stateText(locale, row, today);
    case 'due':
      return dueText(locale, schedule, today);
    case 'stability':
      return memory ? stabilityText(format.days, memory.stability) : '';
    case 'difficulty':
      return memory ? format.number(memory.difficulty) : '';
    case 'lapses':
      return lapses > 0 ? format.number(lapses) : '';
    case 'last':
      return lastDay === null ? '' : daysText(locale, lastDay - today);
  }
}

/** A cell's text while the logs are still being read. */
function unknownText(locale: Locale, row: CardRow, column: Column): string {
  if (column === 'question' || column === 'note' || column === 'deck' || column === 'source')
    return cellText(locale, row, column, 0);
  return column === 'state' ? locale.main.missing.unknown : '';
}

/** The second line of a row without columns. */
export function hintText(locale: Locale, row: CardRow, today: number | null): string {
  const { main: words } = locale;
  const due = today === null ? '' : dueText(locale, row.schedule, today);
  const state = today === null ? words.missing.unknown : stateText(locale, row, today);
  // The title comes last: a long one is cut.
  return [state, due, words.sources[row.source] ?? '', pageName(row.note)]
    .filter((part) => part !== '')
    .join(' · ');
}

function stateText(locale: Locale, row: CardRow, today: number): string {
  const { states, flagged, leech } = locale.cardList;
  const { state, suspended, buriedUntil, flag, leech: isLeech } = row.schedule;
  const isBuried = buriedUntil !== null && buriedUntil >= today;
  const waits = isBuried ? states.buried : row.isAside ? states.aside : states[state];
  const parts: string[] = [suspended ? states.suspended : waits];
  if (flag > 0) parts.push(`${flagged}: ${flagName(locale, flag)}`);
  if (isLeech) parts.push(leech);
  return parts.join(', ');
}

function dueText(locale: Locale, { dueDay }: Schedule, today: number): string {
  return dueDay === null ? '' : daysText(locale, dueDay - today);
}

function daysText(locale: Locale, days: number): string {
  const { when } = locale.cardList;
  if (days === 0) return when.today;
  return days > 0 ? when.inDays(days) : when.ago(-days);
}
