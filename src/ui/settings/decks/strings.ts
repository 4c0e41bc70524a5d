// Strings for the options of individual decks.
import type { PresetOption } from '../../../core/study/decks/presets.ts';

export const deckWords = {
  group: 'Deck options',
  name: 'Presets',
  desc: 'For decks and their subdecks.',
  add: 'Add preset',
  edit: 'Edit',
  copy: 'Copy',
  remove: 'Remove',
  title: (deck: string) => `Options for “${deck}”`,
  preset: 'Preset',
  nameField: 'Name',
  deck: 'Decks',
  deckDesc: 'One per line, such as ml/attention: a nested tag or a folder.',
  needsName: 'Enter a name.',
  taken: (name: string) => `“${name}” already exists.`,
  usedBy: (decks: string) => `Used by ${decks}`,
  sure: (decks: string) => `Used by ${decks}, which will use the defaults.`,
  deleted: (name: string) => `“${name}” deleted. Its decks use the defaults.`,
  gone: (name: string) => `“${name}” was deleted on another device. Save again to keep it.`,
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
  wideTables: (value) => `wide tables: ${value}`,
  reversed: (value) => `reversed cards: ${value}`,
  desiredRetention: (value) => `retention ${value}%`,
  learningSteps: (value) => `learning steps ${value}`,
  relearningSteps: (value) => `relearning steps ${value}`,
  maximumInterval: (value) => `at most ${value} days`,
};
