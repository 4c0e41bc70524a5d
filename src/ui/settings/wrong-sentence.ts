// Why a value is not saved, in one sentence.
import { checkNoteFolder } from '../../core/note/folder.ts';
import type { Locale } from '../locale.ts';
import type { Control, OptionPath } from './options.ts';

/** Whole numbers, from and to. */
const ranges: Readonly<Partial<Record<OptionPath, readonly [number, number]>>> = {
  'schedule.rolloverHour': [0, 23],
  'schedule.maximumInterval': [1, 36_500],
};

export function wrongSentence(locale: Locale, path: OptionPath, control: Control, value: unknown): string {
  const { wrong } = locale.settings;
  const [least, most] = ranges[path] ?? [0, 9999];
  switch (control) {
    case 'number':
      return wrong.number(least, most);
    case 'percent':
    case 'steps':
    case 'numbers':
    case 'dates':
      return wrong[control];
    case 'lines':
      return linesSentence(locale, path, Array.isArray(value) ? value.map(String) : []);
    default:
      if (path.startsWith('cards.separators.')) return wrong.separators;
      if (path === 'general.remindAt') return wrong.time;
      return path === 'cards.offTag' ? wrong.tag : wrong.other;
  }
}

function linesSentence(locale: Locale, path: OptionPath, lines: readonly string[]): string {
  const { wrong } = locale.settings;
  if (path === 'cards.folders' || path === 'cards.foldersOff') {
    const reason = lines.map(checkNoteFolder).find((one) => one !== null);
    return reason ? locale.say(reason) : wrong.folders;
  }
  return path === 'cards.tags' ? wrong.tags : wrong.lines;
}
