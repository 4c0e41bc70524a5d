// Search in names, and its marks in the results.
import type * as Obsidian from 'obsidian';

type Search = (text: string) => Obsidian.SearchResult | null;

/** All words of the query, in any order. */
export function prepareSimpleSearch(query: string): Search {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const low = text.toLowerCase();
    const matches: Obsidian.SearchMatches = [];
    for (const word of words) {
      const at = low.indexOf(word);
      if (at < 0) return null;
      matches.push([at, at + word.length]);
    }
    matches.sort((a, b) => a[0] - b[0]);
    return { score: -(matches[0]?.[0] ?? 0) / 100 - text.length / 10_000, matches };
  };
}

/** The characters of the query in order, with gaps; each gap costs. */
export function prepareFuzzySearch(query: string): Search {
  const simple = prepareSimpleSearch(query);
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  return (text) => {
    const whole = simple(text);
    if (whole) return whole;
    const low = text.toLowerCase();
    const matches: Obsidian.SearchMatches = [];
    let from = 0;
    for (const char of wanted) {
      const at = low.indexOf(char, from);
      if (at < 0) return null;
      const last = matches.at(-1);
      if (last?.[1] === at) last[1] = at + 1;
      else matches.push([at, at + 1]);
      from = at + 1;
    }
    return { score: -matches.length - text.length / 10_000, matches };
  };
}

export function sortSearchResults(results: Obsidian.SearchResultContainer[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}

export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: Obsidian.SearchMatches | null,
  offset = 0,
): void {
  let at = 0;
  for (const [start, end] of matches ?? []) {
    const [from, to] = [start + offset, end + offset];
    if (to <= at || from < at) continue;
    el.appendText(text.slice(at, from));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(from, to) });
    at = to;
  }
  el.appendText(text.slice(at));
}

export function renderResults(
  el: HTMLElement,
  text: string,
  result: Obsidian.SearchResult,
  offset?: number,
): void {
  renderMatches(el, text, result.matches, offset);
}
