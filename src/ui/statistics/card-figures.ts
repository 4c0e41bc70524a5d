// Figures for the current state of the cards.
import type { Statistics } from '../../app/statistics/statistics.ts';
import { stabilityBins } from '../../core/statistics/bins.ts';
import { predictedRetention, noRecall, retention, type Recall } from '../../core/statistics/recall.ts';
import { stages as stageNames, type Group } from '../../core/statistics/standing.ts';
import type { Figure, Series, Tone } from './figure.ts';
import type { Locale } from '../locale.ts';

const cardSeries = ({ statistics, format }: Locale): readonly Series[] => [
  { name: statistics.columns.cards, mark: 'bar', tone: 'accent', format: format.number },
];

export function statesFigure(locale: Locale, { standing }: Statistics): Figure {
  const { columns, figures, stages } = locale.statistics;
  const rows = stageNames.map((stage) => ({
    label: stages[stage],
    values: [standing.stages[stage]],
  }));
  return {
    id: 'states',
    ...figures.states,
    category: columns.state,
    shape: 'plot',
    series: cardSeries(locale),
    rows,
  };
}

export function stabilityFigure(locale: Locale, { standing }: Statistics): Figure {
  const { columns, figures } = locale.statistics;
  const { format } = locale;
  const rows = standing.stability.map((count, nth) => {
    const next = stabilityBins[nth + 1];
    const from = format.days(stabilityBins[nth] ?? 0);
    return {
      label: format.range(from, next === undefined ? null : format.days(next)),
      tick: from,
      values: [count],
    };
  });
  return {
    id: 'stability',
    ...figures.stability,
    category: columns.stability,
    shape: 'plot',
    series: cardSeries(locale),
    rows,
  };
}

export function difficultyFigure(locale: Locale, { standing }: Statistics): Figure {
  const { columns, figures } = locale.statistics;
  const rows = standing.difficulty.map((count, nth) => ({
    label: locale.format.number(nth + 1),
    values: [count],
  }));
  return {
    id: 'difficulty',
    ...figures.difficulty,
    category: columns.difficulty,
    shape: 'plot',
    series: cardSeries(locale),
    rows,
  };
}

export function decksFigure(locale: Locale, { standing, tally }: Statistics): Figure {
  const { columns, figures, rootDeck } = locale.statistics;
  const rows = groupRows(standing.decks, tally.decks, (deck) => (deck === '' ? rootDeck : deck));
  return {
    id: 'decks',
    ...figures.decks,
    category: columns.deck,
    shape: 'table',
    series: groupSeries(locale),
    rows,
  };
}

export function sourcesFigure(locale: Locale, { standing, tally }: Statistics): Figure {
  const { columns, figures, sources } = locale.statistics;
  const names: Readonly<Record<string, string>> = sources;
  const rows = groupRows(standing.sources, tally.sources, (source) => names[source] ?? source);
  return {
    id: 'sources',
    ...figures.sources,
    category: columns.source,
    shape: 'table',
    series: groupSeries(locale),
    rows,
  };
}

const inTable = (name: string, format: Series['format']): Series => {
  const tone: Tone = 'muted';
  return { name, mark: 'table', tone, format };
};

function groupSeries({ statistics, format }: Locale): readonly Series[] {
  const { columns } = statistics;
  return [
    inTable(columns.cards, format.number),
    inTable(columns.known, format.percent),
    inTable(columns.asked, format.number),
    inTable(columns.remembered, format.percent),
    inTable(columns.predicted, format.percent),
    inTable(columns.middle, format.number),
    inTable(columns.seconds, format.number),
  ];
}

/** Those with the most cards first. */
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
          predictedRetention(recall),
          learned === 0 ? null : Math.exp(group.logStability / learned),
          recall.answers === 0 ? null : recall.ms / recall.answers / 1000,
        ],
      };
    });
}
