// Puts the words of all screens into the app's language.
import { reasonOf, sentenceOf, type Message } from '../core/text/message.ts';
import { useLanguage, type Messages } from '../locale/language.ts';
import {
  formatDay,
  formatDays,
  formatInterval,
  formatNumber,
  formatPercent,
  formatTime,
  useLocale,
} from './format.ts';
import { sections, type Locale } from './locale.ts';

const numeric =
  (write: (value: number) => string) =>
  (value: unknown): string =>
    write(Number(value));

const formats = {
  number: numeric(formatNumber),
  round: numeric((value) => formatNumber(Math.round(value))),
  percent: numeric(formatPercent),
  interval: numeric(formatInterval),
  days: numeric(formatDays),
  day: numeric(formatDay),
  time: numeric(formatTime),
};

/**
 * @param language as Obsidian names it
 * @param messages its messages as JSON, or null if the plugin does not speak it: the screens are English then
 */
export function startLanguage(language: string, messages: string | null): Locale {
  const format = useLocale(messages === null ? 'en' : language);
  if (messages !== null) useLanguage(sections, language, JSON.parse(messages) as Messages, formats);
  const say = (message: Message): string => sentenceOf(sections, message);
  const reason = (error: unknown): string => {
    const found = reasonOf(error);
    return typeof found === 'string' ? found : say(found);
  };
  const failed = (error: unknown): string => sections.main.problems.action(reason(error));
  return { ...sections, format, say, reason, failed };
}
