// What is wrong with a query and where, in a sentence or two.
import { mostCards } from '../../core/query/card-block.ts';
import { fieldNames, type QueryProblem } from '../../core/query/query.ts';
import type { Locale } from '../locale.ts';

export function queryProblemText(locale: Locale, { kind, at, text, field, choices }: QueryProblem): string {
  const { cardList, format } = locale;
  const { problems } = cardList;
  const column = format.number(at + 1);
  const fits = format.choices(choices);
  // The one number that must be whole.
  if (kind === 'no-number' && field === 'limit')
    return `${field}: ${locale.settings.wrong.number(1, mostCards)}`;
  switch (kind) {
    case 'unknown-field':
      return problems[choices.length < fieldNames.length ? 'like-field' : kind](column, text, fits);
    case 'no-number':
    case 'no-order':
      return problems[kind](column, text, field ?? '');
    case 'unknown-value':
      return problems[kind](column, text, field ?? '', fits);
    default:
      return problems[kind](column);
  }
}
