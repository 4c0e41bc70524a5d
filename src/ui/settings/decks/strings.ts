// The words of the options of single decks.
import type { PresetOption } from '../../../core/study/decks/presets.ts';

export const deckWords = {
  group: 'Decks of their own',
  name: 'Options of a deck',
  desc: 'A deck and the decks below it can have limits, retention, steps and order of their own. What is left empty is as for all notes. A limit of its own counts instead of the one for all notes.',
  add: 'Add a deck',
  edit: 'Change',
  remove: 'Remove',
  titleNew: 'Options of a deck',
  title: (deck: string) => `Options of the deck “${deck}”`,
  deck: 'Deck',
  deckDesc: 'Its path, such as ml/attention: the nested tag below a watched tag, or the folder of the notes.',
  needsDeck: 'Give the path of a deck.',
  taken: (deck: string) => `The deck “${deck}” has options already.`,
  asAll: 'As for all notes',
  save: 'Save',
  cancel: 'Cancel',
  nothing: 'Nothing of its own',
} as const;

/** What a row says of a preset: the option’s short name and its value. */
export const presetWords: Readonly<Record<PresetOption, (value: string) => string>> = {
  newPerDay: (value) => `${value} new a day`,
  reviewsPerDay: (value) => `${value} reviews a day`,
  newOrder: (value) => `new cards: ${value}`,
  newPlace: (value) => `place of new cards: ${value}`,
  dueOrder: (value) => `due cards: ${value}`,
  asides: (value) => `cards set aside: ${value}`,
  desiredRetention: (value) => `retention ${value} %`,
  learningSteps: (value) => `learning steps ${value}`,
  relearningSteps: (value) => `relearning steps ${value}`,
  maximumInterval: (value) => `at most ${value} days`,
};
