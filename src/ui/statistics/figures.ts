// All figures by section, in the order of the page and the CSV.
import type { Statistics } from '../../app/statistics/statistics.ts';
import { addedFigure, forecastFigure, reviewsFigure, timeFigure, yearFigure } from './activity-figures.ts';
import {
  decksFigure,
  difficultyFigure,
  knowledgeFigure,
  retrievabilityFigure,
  sourcesFigure,
  stabilityFigure,
  statesFigure,
} from './card-figures.ts';
import { hasValues, type Figure } from './figure.ts';
import type { Locale } from '../locale.ts';
import {
  buttonsFigure,
  hourRecallFigure,
  hoursFigure,
  intervalsFigure,
  monthsFigure,
  trueRetentionFigure,
} from './recall-figures.ts';

export type SectionName = 'activity' | 'recall' | 'cards';

const makers: Readonly<Record<SectionName, readonly ((locale: Locale, statistics: Statistics) => Figure)[]>> =
  {
    activity: [yearFigure, reviewsFigure, forecastFigure, timeFigure, hoursFigure, addedFigure],
    recall: [
      trueRetentionFigure,
      monthsFigure,
      intervalsFigure,
      buttonsFigure,
      hourRecallFigure,
      sourcesFigure,
      decksFigure,
    ],
    cards: [knowledgeFigure, statesFigure, retrievabilityFigure, stabilityFigure, difficultyFigure],
  };

export const sectionNames: readonly SectionName[] = ['activity', 'recall', 'cards'];

/** Figures with something to show. */
export function figuresOf(locale: Locale, statistics: Statistics, section: SectionName): readonly Figure[] {
  if (section === 'recall' && statistics.tally.period.asked === 0)
    return [trueRetentionFigure(locale, statistics), buttonsFigure(locale, statistics)].filter(hasValues);
  return makers[section].map((make) => make(locale, statistics)).filter(hasValues);
}
