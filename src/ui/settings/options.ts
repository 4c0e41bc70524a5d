// The settings as data: which ones exist, their groups and their controls.
import { sourceNames, type Source } from '../../core/card/card.ts';
import type { NameKind } from './name-suggest.ts';
import type { Settings } from '../../core/settings.ts';

type PathOf<Group extends keyof Settings> = `${Group}.${Extract<keyof Settings[Group], string>}`;
type PartOf<Name extends 'separators' | 'clozeMarks'> =
  `cards.${Name}.${Extract<keyof Settings['cards'][Name], string>}`;
export type OptionPath =
  | Exclude<
      { [Group in Exclude<keyof Settings, 'decks'>]: PathOf<Group> }[Exclude<keyof Settings, 'decks'>],
      | 'cards.sourcesOff'
      | 'cards.separators'
      | 'cards.clozeMarks'
      | 'schedule.raised'
      | 'general.keys'
      | 'general.searches'
      | 'general.columns'
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
  /** What the field suggests. */
  readonly names?: NameKind;
  /** What Anki's users search for, in the words they know. */
  readonly terms?: string;
}

export type GroupName =
  'cards' | 'sources' | 'marks' | 'limits' | 'balance' | 'schedule' | 'screen' | 'history';

type Details = Omit<Option, 'path' | 'control'>;
const option = (path: OptionPath, control: Control, details: Details = {}): Option => ({
  path,
  control,
  ...details,
});

export const optionGroups: readonly { readonly name: GroupName; readonly options: readonly Option[] }[] = [
  {
    name: 'screen',
    options: [
      option('general.openReviewsIn', 'choice'),
      option('general.ribbon', 'choice'),
      option('general.remindAt', 'text', { terms: 'reminder, notification' }),
      option('general.remindCount', 'number', { terms: 'reminder, notification' }),
      option('general.longAnswers', 'choice'),
      option('general.stepByStep', 'toggle'),
      option('general.typed', 'choice', { terms: 'type in the answer' }),
      option('general.typedStrict', 'toggle'),
      option('general.twoButtons', 'toggle'),
      option('general.swipe', 'toggle'),
      option('general.readAloud', 'choice', { terms: 'text to speech, TTS, voice' }),
      option('general.readSymbols', 'toggle'),
      option('general.deckLanguages', 'lines', { terms: 'text to speech, TTS' }),
      option('general.blurNote', 'toggle'),
      option('general.margin', 'toggle'),
      option('general.statusBar', 'toggle'),
      option('general.noticeOnSave', 'toggle'),
    ],
  },
  {
    name: 'limits',
    options: [
      option('study.newPerDay', 'number', { terms: 'maximum new cards/day, daily limit' }),
      option('study.reviewsPerDay', 'number', { terms: 'maximum reviews/day, daily limit' }),
      option('study.newOrder', 'choice', { terms: 'gather order' }),
      option('study.newPlace', 'choice', { terms: 'new/review order' }),
      option('study.dueOrder', 'choice', { terms: 'review sort order' }),
      option('study.catchUp', 'toggle', { terms: 'backlog' }),
      option('study.siblingsApart', 'toggle', { terms: 'bury siblings' }),
      option('study.asides', 'choice'),
      option('study.learnAheadMinutes', 'number', { terms: 'learn ahead limit' }),
      option('schedule.rolloverHour', 'number', { terms: 'next day starts at' }),
    ],
  },
  {
    name: 'balance',
    options: [
      option('schedule.fuzz', 'toggle', { terms: 'fuzz factor' }),
      option('schedule.balance', 'toggle', { terms: 'load balancer' }),
      option('schedule.easyDays', 'week', { terms: 'load balancer, weekend' }),
      option('study.vacations', 'dates', { terms: 'postpone, holiday' }),
    ],
  },
  {
    name: 'cards',
    options: [
      option('cards.watch', 'choice'),
      option('cards.tags', 'lines', { names: 'tags' }),
      option('cards.folders', 'lines', { names: 'folders' }),
      option('cards.foldersOff', 'lines', { names: 'folders' }),
      option('cards.tagsOff', 'lines', { names: 'tags' }),
      option('cards.offTag', 'text', { names: 'tags' }),
      option('cards.noteTags', 'lines', { names: 'tags', terms: 'incremental reading, note review' }),
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
      option('cards.wideTables', 'choice'),
      option('cards.reversed', 'choice'),
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
      option('schedule.desiredRetention', 'percent', { terms: 'desired retention, FSRS' }),
      option('schedule.learningSteps', 'steps'),
      option('schedule.relearningSteps', 'steps'),
      option('schedule.maximumInterval', 'number', { terms: 'maximum interval' }),
      option('schedule.leechLapses', 'number', { terms: 'leech threshold' }),
      option('study.suspendLeeches', 'toggle'),
      option('schedule.weights', 'numbers', { terms: 'FSRS parameters, weights, optimize' }),
    ],
  },
  { name: 'history', options: [option('general.folder', 'folder'), option('cards.blockIds', 'toggle')] },
];
