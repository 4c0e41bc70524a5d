// Figures of where the cards stand.
import type { Statistics } from '../../app/statistics/statistics.ts';
import { stabilityBins } from '../../core/statistics/bins.ts';
import { foretoldRetention, noRecall, retention, type Recall } from '../../core/statistics/recall.ts';
import { stages, type Group } from '../../core/statistics/standing.ts';
import { formatDays, formatNumber, formatPercent, formatRange } from '../format.ts';
import type { Figure, Series, Tone } from './figure.ts';
import { statisticsWords } from './strings.ts';

const { figures, columns } = statisticsWords;

const cards: Series = { name: columns.cards, mark: 'bar', tone: 'accent', format: formatNumber };

export function statesFigure({ standing }: Statistics): Figure {
  const rows = stages.map((stage) => ({
    label: statisticsWords.stages[stage],
    values: [standing.stages[stage]],
  }));
  return { id: 'states', ...figures.states, category: columns.state, shape: 'plot', series: [cards], rows };
}

export function stabilityFigure({ standing }: Statistics): Figure {
  const rows = standing.stability.map((count, nth) => {
    const next = stabilityBins[nth + 1];
    const from = formatDays(stabilityBins[nth] ?? 0);
    return {
      label: formatRange(from, next === undefined ? null : formatDays(next)),
      tick: from,
      values: [count],
    };
  });
  return {
    id: 'stability',
    ...figures.stability,
    category: columns.stability,
    shape: 'plot',
    series: [cards],
    rows,
  };
}

export function difficultyFigure({ standing }: Statistics): Figure {
  const rows = standing.difficulty.map((count, nth) => ({ label: formatNumber(nth + 1), values: [count] }));
  return {
    id: 'difficulty',
    ...figures.difficulty,
    category: columns.difficulty,
    shape: 'plot',
    series: [cards],
    rows,
  };
}

export function decksFigure({ standing, tally }: Statistics): Figure {
  const rows = groupRows(standing.decks, tally.decks, (deck) =>
    deck === '' ? statisticsWords.rootDeck : deck,
  );
  return { id: 'decks', ...figures.decks, category: columns.deck, shape: 'table', series: groupSeries, rows };
}

export function sourcesFigure({ standing, tally }: Statistics): Figure {
  const names: Readonly<Record<string, string>> = statisticsWords.sources;
  const rows = groupRows(standing.sources, tally.sources, (source) => names[source] ?? source);
  return {
    id: 'sources',
    ...figures.sources,
    category: columns.source,
    shape: 'table',
    series: groupSeries,
    rows,
  };
}

const inTable = (name: string, format: Series['format']): Series => {
  const tone: Tone = 'muted';
  return { name, mark: 'table', tone, format };
};

const groupSeries: readonly Series[] = [
  inTable(columns.cards, formatNumber),
  inTable(columns.known, formatPercent),
  inTable(columns.asked, formatNumber),
  inTable(columns.remembered, formatPercent),
  inTable(columns.foretold, formatPercent),
  inTable(columns.middle, formatNumber),
  inTable(columns.seconds, formatNumber),
];

/** Those with most cards first. */
function groupRows(
  groups: ReadonlyMap<string, Group>,
  recalls: ReadonlyMap<string, Recall>,
  named: (name: string) => string,
): Figure['rows'] {
  return [...groups]
    .sort(([a, one], [b, other]) => other.cards - one.cards || a.localeCompare(b))
    .map(([name, group]) => {
      const recall = recalls.get(name) ?? noRecall();
      const { learned } = group;
      return {
        label: named(name),
        values: [
          group.cards,
          learned === 0 ? null : group.known / learned,
          recall.asked,
          retention(recall),
          foretoldRetention(recall),
          learned === 0 ? null : Math.exp(group.logStability / learned),
          recall.answers === 0 ? null : recall.ms / recall.answers / 1000,
        ],
      };
    });
}
