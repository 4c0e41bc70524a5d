// What the screens say: the words of all sections and the formats around them, in one language.
import { problemWords } from '../core/text/strings.ts';
import type { Message } from '../core/text/message.ts';
import { appWords } from '../app/strings.ts';
import { baseWords } from './bases/strings.ts';
import { cardListWords } from './card-list/strings.ts';
import type { Format } from './format.ts';
import { importWords } from './import/strings.ts';
import { dataWords } from './settings/data/strings.ts';
import { deckWords, presetWords } from './settings/decks/strings.ts';
import { settingsWords, previewWords } from './settings/form-strings.ts';
import { groupWords, optionWords, choiceWords } from './settings/strings.ts';
import { firstWords } from './sidebar/strings.ts';
import { statisticsWords } from './statistics/strings.ts';
import { cardWords, words } from './strings.ts';
import { tidyWords } from './tidy/strings.ts';

/** All words that are translated, by the name of their section in the catalogs. */
export const sections = {
  problems: problemWords,
  app: appWords,
  bases: baseWords,
  cardList: cardListWords,
  import: importWords,
  data: dataWords,
  decks: deckWords,
  presets: presetWords,
  settings: settingsWords,
  preview: previewWords,
  groups: groupWords,
  options: optionWords,
  choices: choiceWords,
  first: firstWords,
  statistics: statisticsWords,
  card: cardWords,
  main: words,
  tidy: tidyWords,
};

/** Every screen is handed it; none asks a module for its words. */
export type Locale = typeof sections & {
  readonly format: Format;
  /** The sentence of a message. */
  readonly say: (message: Message) => string;
  /** Why something failed, whatever was thrown. */
  readonly reason: (error: unknown) => string;
  /** What is said of an action that failed. */
  readonly failed: (error: unknown) => string;
};
