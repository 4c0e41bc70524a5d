// The settings as data: which ones exist, their groups and their controls.
import { sourceNames, type Source } from '../../core/card/card.ts';
import type { Settings } from '../../core/settings.ts';

type PathOf<Group extends keyof Settings> = `${Group}.${Extract<keyof Settings[Group], string>}`;
type PartOf<Name extends 'separators' | 'clozeMarks'> =
  `cards.${Name}.${Extract<keyof Settings['cards'][Name], string>}`;
export type OptionPath =
  | Exclude<
      { [Group in Exclude<keyof Settings, 'decks'>]: PathOf<Group> }[Exclude<keyof Settings, 'decks'>],
      'cards.sourcesOff' | 'cards.separators' | 'cards.clozeMarks' | 'schedule.raised'
    >
  | PartOf<'separators'>
  | PartOf<'clozeMarks'>
  /** Whether a source is on: the settings list those that are off. */
  | `cards.sourcesOff.${Source}`;

export type Control =
  | 'toggle'
  | 'choice'
  | 'number'
  | 'text'
  | 'lines'
  | 'steps'
  | 'percent'
  | 'numbers'
  | 'folder'
  | 'week'
  | 'dates';

export interface Option {
  readonly path: OptionPath;
  readonly control: Control;
}

export type GroupName =
  'cards' | 'sources' | 'marks' | 'limits' | 'balance' | 'schedule' | 'screen' | 'history';

const option = (path: OptionPath, control: Control): Option => ({ path, control });

export const optionGroups: readonly { readonly name: GroupName; readonly options: readonly Option[] }[] = [
  {
    name: 'screen',
    options: [
      option('general.openReviewsIn', 'choice'),
      option('general.longAnswers', 'choice'),
      option('general.stepByStep', 'toggle'),
      option('general.swipe', 'toggle'),
      option('general.statusBar', 'toggle'),
      option('general.noticeOnSave', 'toggle'),
    ],
  },
  {
    name: 'limits',
    options: [
      option('study.newPerDay', 'number'),
      option('study.reviewsPerDay', 'number'),
      option('study.newOrder', 'choice'),
      option('study.newPlace', 'choice'),
      option('study.dueOrder', 'choice'),
      option('study.catchUp', 'toggle'),
      option('study.siblingsApart', 'toggle'),
      option('study.asides', 'choice'),
      option('study.learnAheadMinutes', 'number'),
      option('schedule.rolloverHour', 'number'),
    ],
  },
  {
    name: 'balance',
    options: [
      option('schedule.fuzz', 'toggle'),
      option('schedule.balance', 'toggle'),
      option('schedule.easyDays', 'week'),
      option('study.vacations', 'dates'),
    ],
  },
  {
    name: 'cards',
    options: [
      option('cards.watch', 'choice'),
      option('cards.tags', 'lines'),
      option('cards.folders', 'lines'),
      option('cards.foldersOff', 'lines'),
      option('cards.tagsOff', 'lines'),
      option('cards.offTag', 'text'),
      option('cards.onlyNotes', 'toggle'),
      option('cards.summaryKeys', 'lines'),
      option('cards.skippedHeadings', 'lines'),
      option('cards.skippedCallouts', 'lines'),
      option('cards.innerCallouts', 'toggle'),
      option('cards.clozeContext', 'toggle'),
      option('cards.titleOnce', 'toggle'),
      option('cards.lineLeadIns', 'toggle'),
      option('cards.meantSeparators', 'toggle'),
      option('cards.gluedSeparators', 'toggle'),
      option('cards.proseWords', 'lines'),
      option('cards.usefulAnswers', 'toggle'),
    ],
  },
  {
    name: 'sources',
    options: sourceNames.map((source) => option(`cards.sourcesOff.${source}`, 'toggle')),
  },
  {
    name: 'marks',
    options: [
      option('cards.clozeMarks.highlight', 'toggle'),
      option('cards.clozeMarks.bold', 'toggle'),
      option('cards.clozeMarks.curly', 'toggle'),
      option('cards.clozeMarks.anki', 'toggle'),
      option('cards.separators.inline', 'text'),
      option('cards.separators.inlineBoth', 'text'),
      option('cards.separators.block', 'text'),
      option('cards.separators.blockBoth', 'text'),
      option('cards.separators.blockEnd', 'text'),
    ],
  },
  {
    name: 'schedule',
    options: [
      option('schedule.desiredRetention', 'percent'),
      option('schedule.learningSteps', 'steps'),
      option('schedule.relearningSteps', 'steps'),
      option('schedule.maximumInterval', 'number'),
      option('schedule.leechLapses', 'number'),
      option('schedule.weights', 'numbers'),
    ],
  },
  { name: 'history', options: [option('general.folder', 'folder'), option('cards.blockIds', 'toggle')] },
];
