// Puts the words of all screens into the app's language.
import { readCatalog } from '../words/catalog.ts';
import { idOfWords, useLanguage } from '../words/language.ts';
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
 * `language` as Obsidian names it. Stays English where `readStyles`, which gives the text of styles.css, has no catalog
 * for it, and where that file is damaged or of another version.
 */
export async function startLanguage(language: string, readStyles: () => Promise<string>): Promise<void> {
  try {
    const catalog = await readCatalog(language, idOfWords(), await readStyles());
    if (!catalog) return;
    useLocale(language);
    useLanguage(language, catalog, formats);
  } catch (error) {
    console.error(error);
  }
}
