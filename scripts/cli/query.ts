// Searches from the command line, with the queries of the app's card list.
import { CardSearch } from '../../src/app/browse/card-search.ts';
import { parseQuery } from '../../src/core/query/parse.ts';
import type { Query } from '../../src/core/query/query.ts';
import { queryProblemText } from '../../src/ui/card-list/query-problem.ts';
import { buildLocale } from '../../src/ui/locale.ts';
import type { NodeApp } from '../node/app.ts';

/** Fails with a sentence and the column if the text is no query. */
export function queryOf(text: string): Query {
  const { query, problem } = parseQuery(text);
  if (problem) throw new Error(queryProblemText(buildLocale('en', null), problem));
  return query;
}

/** The ids of the cards that match, in vault order. */
export async function findCards({ app, facts }: NodeApp, query: Query): Promise<readonly string[]> {
  const search = new CardSearch(app, facts);
  const rows = await search.find(query, { sort: null, withAnswers: false }, () => Promise.resolve(true));
  return (rows ?? []).map(({ id }) => id);
}
