// Strings for the options of individual decks.
import type { PresetOption } from '../../../core/study/decks/presets.ts';

export const deckWords = {
  group: 'Deck options',
  name: 'Deck options',
  desc: 'A deck and its subdecks can have their own limits, retention, steps and order. Options left empty use the defaults. A deck’s own limit replaces the default one.',
  add: 'Add a deck',
  edit: 'Edit',
  remove: 'Remove',
  titleNew: 'Deck options',
  title: (deck: string) => `Options for “${deck}”`,
  deck: 'Deck',
  deckDesc: 'Its path, such as ml/attention: the nested tag below a watched tag, or the folder of the notes.',
  needsDeck: 'Enter the path of a deck.',
  taken: (deck: string) => `“${deck}” already has options.`,
  asAll: 'Default',
  save: 'Save',
  cancel: 'Cancel',
  nothing: 'Uses defaults',
};

/** A row's text for a preset: the option’s short name and its value. */
export const presetWords: Readonly<Record<PresetOption, (value: string) => string>> = {
  newPerDay: (value) => `${value} new per day`,
  reviewsPerDay: (value) => `${value} reviews per day`,
  newOrder: (value) => `new card order: ${value}`,
  newPlace: (value) => `new/review order: ${value}`,
  dueOrder: (value) => `review order: ${value}`,
  asides: (value) => `set-aside cards: ${value}`,
  desiredRetention: (value) => `retention ${value}%`,
  learningSteps: (value) => `learning steps ${value}`,
  relearningSteps: (value) => `relearning steps ${value}`,
  maximumInterval: (value) => `at most ${value} days`,
};
