// Options of individual decks. An option a deck doesn't set is inherited from the deck above it, ultimately from the
// global options.
import type { Raise, ScheduleOptions } from '../../schedule/schedule.ts';
import type { DueOrder, NewOrder, NewPlace, StudyOptions } from '../options.ts';
import type { CardOptions } from '../../card/options.ts';
import { isUnderDeck } from './deck-names.ts';

export interface DeckPreset {
  /** Path of the deck; its children share the preset. */
  readonly deck: string;
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
  readonly newOrder?: NewOrder;
  readonly newPlace?: NewPlace;
  readonly dueOrder?: DueOrder;
  readonly asides?: StudyOptions['asides'];
  readonly desiredRetention?: number;
  /** When the deck's own retention was raised; like `ScheduleOptions.raised`. */
  readonly raised?: readonly Raise[];
  readonly learningSteps?: readonly number[];
  readonly relearningSteps?: readonly number[];
  readonly maximumInterval?: number;
  readonly wideTables?: CardOptions['wideTables'];
  readonly reversed?: CardOptions['reversed'];
}

export type PresetOption = Exclude<keyof DeckPreset, 'deck' | 'raised'>;

const studyNames = ['newPerDay', 'reviewsPerDay', 'newOrder', 'newPlace', 'dueOrder', 'asides'] as const;
const scheduleNames = ['desiredRetention', 'learningSteps', 'relearningSteps', 'maximumInterval'] as const;
/** How cards are found; see `optionsOfDeck`. */
const cardNames = ['wideTables', 'reversed'] as const;
export const presetNames: readonly PresetOption[] = [...studyNames, ...scheduleNames, ...cardNames];

/** The presets that apply to a deck, nearest first. */
function above(presets: readonly DeckPreset[], deck: string): readonly DeckPreset[] {
  return presets
    .filter((preset) => preset.deck !== '' && isUnderDeck(deck, preset.deck))
    .sort((a, b) => b.deck.length - a.deck.length);
}

/** A deck's own or inherited options; missing ones are the global ones. */
function presetOf(presets: readonly DeckPreset[], deck: string): Omit<DeckPreset, 'deck'> {
  const found: Record<string, unknown> = {};
  for (const preset of above(presets, deck)) {
    for (const name of presetNames) {
      if (preset[name] !== undefined && !(name in found)) found[name] = preset[name];
    }
  }
  return found;
}

function pick<Options extends object>(options: Options, own: object, names: readonly string[]): Options {
  const taken = Object.entries(own).filter(([name]) => names.includes(name));
  return taken.length === 0 ? options : { ...options, ...(Object.fromEntries(taken) as Partial<Options>) };
}

/** Returns the same object if the deck has no options of its own. */
export function scheduleOf(
  options: ScheduleOptions,
  presets: readonly DeckPreset[],
  deck: string,
): ScheduleOptions {
  const picked = pick(options, presetOf(presets, deck), scheduleNames);
  // The global retention was raised, not the deck's.
  const own = above(presets, deck).find(({ desiredRetention }) => desiredRetention !== undefined);
  return own ? { ...picked, raised: own.raised ?? [] } : picked;
}

export function studyOf(options: StudyOptions, presets: readonly DeckPreset[], deck: string): StudyOptions {
  return pick(options, presetOf(presets, deck), studyNames);
}
