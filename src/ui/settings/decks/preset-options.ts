// The options that a deck can override, with the same names and controls as those for all notes.
import type { NamedPreset } from '../../../core/study/decks/named-presets.ts';
import type { PresetOption } from '../../../core/study/decks/presets.ts';
import { toText } from '../option-text.ts';
import { optionGroups, type Control, type OptionPath } from '../options.ts';
import type { Locale } from '../../locale.ts';

export const presetPaths: Readonly<Record<PresetOption, OptionPath>> = {
  newPerDay: 'study.newPerDay',
  reviewsPerDay: 'study.reviewsPerDay',
  newOrder: 'study.newOrder',
  newPlace: 'study.newPlace',
  dueOrder: 'study.dueOrder',
  asides: 'study.asides',
  desiredRetention: 'schedule.desiredRetention',
  learningSteps: 'schedule.learningSteps',
  relearningSteps: 'schedule.relearningSteps',
  maximumInterval: 'schedule.maximumInterval',
  wideTables: 'cards.wideTables',
  reversed: 'cards.reversed',
};

export const presetOptions = Object.keys(presetPaths) as readonly PresetOption[];

export function controlOf(name: PresetOption): Control {
  const path = presetPaths[name];
  const found = optionGroups.flatMap(({ options }) => options).find((option) => option.path === path);
  return found?.control ?? 'text';
}

/** What a preset sets, in one line. */
export function presetText(locale: Locale, preset: NamedPreset): string {
  const parts = presetOptions.flatMap((name) => {
    const value = preset[name];
    if (value === undefined) return [];
    const control = controlOf(name);
    const text = toText(control, value);
    return locale.presets[name](
      control === 'choice' ? (locale.choices[presetPaths[name]]?.[text] ?? text) : text,
    );
  });
  return parts.length === 0 ? locale.decks.nothing : parts.join(' · ');
}
