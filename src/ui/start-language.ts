// The first import of main.ts: the words that other modules take while they load are in the app's language by then.
import { getLanguage } from 'obsidian';
import { useLanguage } from '../words/language.ts';
import {
  formatDay,
  formatDays,
  formatInterval,
  formatNumber,
  formatPercent,
  formatTime,
  useLocale,
} from './format.ts';

const numeric =
  (write: (value: number) => string) =>
  (value: unknown): string =>
    write(Number(value));

/** The locale of the screens, BCP 47. */
const screenLanguage = useLanguage(getLanguage(), {
  number: numeric(formatNumber),
  round: numeric((value) => formatNumber(Math.round(value))),
  percent: numeric(formatPercent),
  interval: numeric(formatInterval),
  days: numeric(formatDays),
  day: numeric(formatDay),
  time: numeric(formatTime),
});
useLocale(screenLanguage);
