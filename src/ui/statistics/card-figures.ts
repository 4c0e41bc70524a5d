// Figures for the current state of the cards.
import type { Statistics } from '../../app/statistics/statistics.ts';
import { stabilityBins } from '../../core/statistics/bins.ts';
import { predictedRetention, noRecall, retention, type Recall } from '../../core/statistics/recall.ts';
import { stages as stageNames, type Group } from '../../core/statistics/standing.ts';
import type { Figure, FigureRow, Series, Tone } from './figure.ts';
import type { Locale } from '../locale.ts';

/** Cards by what `category` names. */
function cardsFigure(
  { statistics, format }: Locale,
  head: Pick<Figure, 'id' | 'title' | 'about'>,
  category: string,
  rows: readonly FigureRow[],
): Figure {
  const { cards } = statistics.columns;
  return {
    ...head,
    category,
    series: [{ name: cards, mark: 'bar', tone: 'accent', format: format.number }],
    rows,
  };
}

export function statesFigure(locale: Locale, { standing }: Statistics): Figure {
  const { columns, figures, stages } = locale.statistics;
  const rows = stageNames.map((stage) => ({ label: stages[stage], values: [standing.stages[stage]] }));
  return cardsFigure(locale, { id: 'states', ...figures.states }, columns.state, rows);
}

export function stabilityFigure(locale: Locale, { standing }: Statistics): Figure {
  const { figures } = locale.statistics;
  const { days, range } = locale.format;
  const rows = standing.stability.map((count, nth) => {
    const next = stabilityBins[nth + 1];
    const tick = days(stabilityBins[nth] ?? 0);
    return { label: range(tick, next === undefined ? null : days(next)), tick, values: [count] };
  });
  return cardsFigure(locale, { id: 'stability', ...figures.stability }, figures.stability.title, rows);
}

export function difficultyFigure(locale: Locale, { standing }: Statistics): Figure {
  const { figures } = locale.statistics;
  const rows = standing.difficulty.map((count, nth) => ({
    label: locale.format.number(nth + 1),
    values: [count],
  }));
  return cardsFigure(locale, { id: 'difficulty', ...figures.difficulty }, figures.difficulty.title, rows);
}

export function retrievabilityFigure(locale: Locale, { standing }: Statistics): Figure {
  const { columns, from } = locale.statistics;
  const { percent, range } = locale.format;
  const chances = standing.retrievability;
  const rows = chances.map((count, bin) => {
    const tick = percent(bin / chances.length);
    return { label: range(tick, percent((bin + 1) / chances.length)), tick, values: [count] };
  });
  const title = columns.retrievability;
  const about = from(columns.predicted, locale.main.sidebar.today);
  return cardsFigure(locale, { id: 'retrievability', title, about }, title, rows);
}

/** How the tile of this name came about. */
export function knowledgeFigure(locale: Locale, { tally, standing }: Statistics): Figure {
  const { columns, tiles } = locale.statistics;
  const { all } = standing;
  const { day: dayText, number, shortDay } = locale.format;
  const line = (name: string, tone: Tone): Series => ({ name, mark: 'line', tone, format: number });
  return {
    id: 'knowledge',
    title: columns.known,
    about: tiles.knownOf(all.known, all.learned),
    category: columns.day,
    series: [line(columns.known, 'accent'), line(columns.cards, 'muted')],
    rows: tally.knowledge.map(({ day, known, learned }) => ({
      label: dayText(day),
      tick: shortDay(day),
      values: [Math.round(known), learned],
    })),
  };
}

export function decksFigure(locale: Locale, { standing, tally }: Statistics): Figure {
  const { columns, deck, figures, rootDeck } = locale.statistics;
  const rows = groupRows(standing.decks, tally.decks, (name) => name || rootDeck);
  return {
    id: 'decks',
    ...figures.decks,
    about: columns.remembered,
    category: deck,
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
    about: columns.remembered,
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
    inTable(columns.reviews, format.number),
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
