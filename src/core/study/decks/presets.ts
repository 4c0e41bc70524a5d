// Options of individual decks. An option a deck doesn't set is inherited from the deck above it, ultimately from the
// global options.
import { raisesAfter } from '../../schedule/raise.ts';
import type { Raise, ScheduleOptions } from '../../schedule/schedule.ts';
import type { DueOrder, NewOrder, NewPlace, StudyOptions } from '../options.ts';
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
}

export type PresetOption = Exclude<keyof DeckPreset, 'deck' | 'raised'>;

export interface DeckOptions {
  readonly presets: readonly DeckPreset[];
}

export const deckDefaults: DeckOptions = { presets: [] };

const studyNames = ['newPerDay', 'reviewsPerDay', 'newOrder', 'newPlace', 'dueOrder', 'asides'] as const;
const scheduleNames = ['desiredRetention', 'learningSteps', 'relearningSteps', 'maximumInterval'] as const;
const presetNames: readonly PresetOption[] = [...studyNames, ...scheduleNames];

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

/** Presets to save after a change on a study day: those whose retention was raised record it. */
export function presetsAfter(
  before: { readonly schedule: ScheduleOptions; readonly decks: DeckOptions },
  { presets }: DeckOptions,
  today: number,
): readonly DeckPreset[] {
  return presets.map(({ raised: _, ...preset }): DeckPreset => {
    if (preset.desiredRetention === undefined) return preset;
    const { desiredRetention, raised } = scheduleOf(before.schedule, before.decks.presets, preset.deck);
    const raises = raisesAfter(raised, desiredRetention, preset.desiredRetention, today);
    return raises.length === 0 ? preset : { ...preset, raised: raises };
  });
}

/** Without the raises of a study day: as if everything they make due were due at once. */
export function notRaisedOn<
  Options extends { readonly schedule: ScheduleOptions; readonly decks: DeckOptions },
>(options: Options, today: number): Options {
  const earlier = (raised: readonly Raise[]): readonly Raise[] => raised.filter(({ on }) => on !== today);
  return {
    ...options,
    schedule: { ...options.schedule, raised: earlier(options.schedule.raised) },
    decks: {
      ...options.decks,
      presets: options.decks.presets.map((preset) =>
        preset.raised ? { ...preset, raised: earlier(preset.raised) } : preset,
      ),
    },
  };
}

export function studyOf(options: StudyOptions, presets: readonly DeckPreset[], deck: string): StudyOptions {
  return pick(options, presetOf(presets, deck), studyNames);
}
