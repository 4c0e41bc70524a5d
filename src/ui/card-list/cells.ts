// What stands in each cell of the list of all cards.
import type { Column } from '../../app/browse/card-order.ts';
import type { CardRow } from '../../app/browse/card-row.ts';
import { pageName } from '../../core/note/wikilink.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { formatDays, formatNumber } from '../format.ts';
import { words } from '../strings.ts';
import { cardListWords } from './strings.ts';

const { states, when, flagged, leech } = cardListWords;

export function cellText(row: CardRow, column: Column, today: number | null): string {
  if (today === null) return unknownText(row, column);
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
      return words.sources[row.source] ?? row.source;
    case 'state':
      return stateText(row, today);
    case 'due':
      return dueText(schedule, today);
    case 'stability':
      return memory ? formatDays(memory.stability) : '';
    case 'difficulty':
      return memory ? formatNumber(memory.difficulty) : '';
    case 'lapses':
      return lapses > 0 ? formatNumber(lapses) : '';
    case 'last':
      return lastDay === null ? '' : daysText(lastDay - today);
  }
}

/** What a cell says while the logs are still being read. */
function unknownText(row: CardRow, column: Column): string {
  if (column === 'question' || column === 'note' || column === 'deck' || column === 'source')
    return cellText(row, column, 0);
  return column === 'state' ? words.missing.unknown : '';
}

/** The second line of a row that has no columns. */
export function hintText(row: CardRow, today: number | null): string {
  const due = today === null ? '' : dueText(row.schedule, today);
  const state = today === null ? words.missing.unknown : stateText(row, today);
  return [pageName(row.note), state, due, words.sources[row.source] ?? '']
    .filter((part) => part !== '')
    .join(' · ');
}

function stateText(row: CardRow, today: number): string {
  const { state, suspended, buriedUntil, flag, leech: isLeech } = row.schedule;
  const isBuried = buriedUntil !== null && buriedUntil >= today;
  const waits = isBuried ? states.buried : row.isAside ? states.aside : states[state];
  const parts: string[] = [suspended ? states.suspended : waits];
  if (flag > 0) parts.push(flagged);
  if (isLeech) parts.push(leech);
  return parts.join(', ');
}

function dueText({ dueDay }: Schedule, today: number): string {
  return dueDay === null ? '' : daysText(dueDay - today);
}

function daysText(days: number): string {
  if (days === 0) return when.today;
  return days > 0 ? when.inDays(days) : when.ago(-days);
}
