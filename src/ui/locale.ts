// The locale of the screens: the strings of all sections and the formats around them, in one language.
import { problemWords } from '../core/text/strings.ts';
import { reasonOf, sentenceOf, type Message } from '../core/text/message.ts';
import { appWords } from '../app/strings.ts';
import { translate, type Formats, type Messages } from '../locale/language.ts';
import { baseWords } from './bases/strings.ts';
import { cardListWords } from './card-list/strings.ts';
import { buildFormat, type Format } from './format.ts';
import { importWords } from './import/strings.ts';
import { dataWords } from './settings/data/strings.ts';
import { deckWords, presetWords } from './settings/decks/strings.ts';
import { settingsWords, previewWords } from './settings/form-strings.ts';
import { groupWords, optionWords, choiceWords } from './settings/strings.ts';
import { firstWords } from './sidebar/strings.ts';
import { menuWords } from './menus/strings.ts';
import { occlusionWords } from './occlusion/strings.ts';
import { statisticsWords } from './statistics/strings.ts';
import { cardWords, words } from './strings.ts';
import { tidyWords } from './tidy/strings.ts';

/** All translated strings, by the name of their section in the catalogs. */
export const sectionsOf = (format: Format) => ({
  problems: problemWords,
  app: appWords,
  bases: baseWords(format),
  cardList: cardListWords(format),
  import: importWords(format),
  data: dataWords(format),
  decks: deckWords,
  presets: presetWords,
  settings: settingsWords(format),
  preview: previewWords(format),
  groups: groupWords,
  options: optionWords,
  choices: choiceWords,
  first: firstWords,
  statistics: statisticsWords(format),
  card: cardWords,
  occlusion: occlusionWords,
  main: words(format),
  menus: menuWords(format),
  tidy: tidyWords(format),
});

/** Passed to every screen; none asks a module for its strings. */
export type Locale = ReturnType<typeof sectionsOf> & {
  readonly format: Format;
  /** The text of a message. */
  readonly say: (message: Message) => string;
  /** Why something failed, whatever was thrown. */
  readonly reason: (error: unknown) => string;
  /** The text for an action that failed. */
  readonly failed: (error: unknown) => string;
};

/**
 * @param language as named by Obsidian
 * @param messages its messages, or null if the plugin does not support it: the screens are then in English
 */
export function buildLocale(language: string, messages: Messages | null): Locale {
  const format = buildFormat(messages === null ? 'en' : language);
  const english = sectionsOf(format);
  const sections = messages === null ? english : translate(english, language, messages, formatsOf(format));
  const say = (message: Message): string => sentenceOf(sections, message);
  const reason = (error: unknown): string => {
    const found = reasonOf(error);
    return typeof found === 'string' ? found : say(found);
  };
  const failed = (error: unknown): string => sections.main.problems.action(reason(error));
  return { ...sections, format, say, reason, failed };
}

/** The formats that a translation may use. */
function formatsOf(format: Format): Formats {
  const numeric =
    (write: (value: number) => string) =>
    (value: unknown): string =>
      write(Number(value));
  return {
    number: numeric(format.number),
    round: numeric((value) => format.number(Math.round(value))),
    percent: numeric(format.percent),
    interval: numeric(format.interval),
    days: numeric(format.days),
    day: numeric(format.day),
    time: numeric(format.time),
  };
}
