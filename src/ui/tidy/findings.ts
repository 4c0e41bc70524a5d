// Everything to tidy up, gathered from all parts of the plugin.
import type { CardRow } from '../../app/browse/card-row.ts';
import type { CardSearch } from '../../app/browse/card-search.ts';
import type { MissingNote, MissingNotes } from '../../app/browse/missing-notes.ts';
import type { Problem } from '../../core/note/problem.ts';
import { parseQuery } from '../../core/query/parse.ts';
import type { Desk } from '../shell/desk.ts';
import { pairsToDecide, type Pair } from '../study/reconnect.ts';

/** Also used to open the card list. */
export const tidyQueries = { long: 'is:long -is:suspended', leeches: 'is:leech -is:suspended' } as const;

export interface Findings {
  readonly reconnect: readonly Pair[];
  readonly toWrite: readonly MissingNote[];
  /** Longest first. */
  readonly long: readonly CardRow[];
  /** Most forgotten first. */
  readonly leeches: readonly CardRow[];
  readonly problems: readonly Problem[];
}

export interface FindingsHost {
  readonly desk: Desk;
  readonly search: CardSearch;
  readonly toWrite: MissingNotes;
}

/** Returns null if `pause` said to stop. */
export async function gather(
  { desk, search, toWrite }: FindingsHost,
  pause: () => Promise<boolean>,
): Promise<Findings | null> {
  const find = async (text: string, size: (row: CardRow) => number): Promise<readonly CardRow[] | null> => {
    const { query } = parseQuery(text);
    const rows = query && (await search.find(query, { sort: null, withAnswers: false }, pause));
    return rows && [...rows].sort((a, b) => size(b) - size(a));
  };
  const long = await find(tidyQueries.long, ({ words }) => words);
  const leeches = await find(tidyQueries.leeches, ({ schedule }) => schedule.lapses);
  const { flashcards: cards } = desk;
  const pages = await toWrite.list(cards.library.notes.values());
  if (!long || !leeches || !(await pause())) return null;
  return {
    reconnect: pairsToDecide(cards),
    toWrite: pages,
    long,
    leeches,
    problems: [...cards.history.problems(), ...cards.library.problems()],
  };
}
