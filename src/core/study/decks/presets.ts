// Options of single decks. One that a deck does not set is that of the deck above it, in the end that of all notes.
import { raisesAfter } from '../../schedule/raise.ts';
import type { Raise, ScheduleOptions } from '../../schedule/schedule.ts';
import type { DueOrder, NewOrder, NewPlace, StudyOptions } from '../options.ts';
import { isUnder } from '../../text/is-under.ts';

export interface DeckPreset {
  /** Path of the deck; its children have the preset too. */
  readonly deck: string;
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
  readonly newOrder?: NewOrder;
  readonly newPlace?: NewPlace;
  readonly dueOrder?: DueOrder;
  readonly asides?: StudyOptions['asides'];
  readonly desiredRetention?: number;
  /** When the deck's own retention was raised; as `ScheduleOptions.raised`. */
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

/** The presets that a deck has, the nearest first. */
function above(presets: readonly DeckPreset[], deck: string): readonly DeckPreset[] {
  return presets
    .filter((preset) => preset.deck !== '' && isUnder(deck, preset.deck))
    .sort((a, b) => b.deck.length - a.deck.length);
}

/** What a deck has of its own or from above; the names that are missing are those of all notes. */
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

/** The very same object where the deck has nothing of its own. */
export function scheduleOf(
  options: ScheduleOptions,
  presets: readonly DeckPreset[],
  deck: string,
): ScheduleOptions {
  const picked = pick(options, presetOf(presets, deck), scheduleNames);
  // The retention of all notes was raised, not that of the deck.
  const own = above(presets, deck).find(({ desiredRetention }) => desiredRetention !== undefined);
  return own ? { ...picked, raised: own.raised ?? [] } : picked;
}

/** Presets as they are to be saved after a change on a study day: those whose retention was raised say so. */
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

/** Without the raises of a study day: as if all that they bring were due at once. */
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

/**
 * The deck whose limit of a kind counts for the cards of a deck; `""` for the limit of all notes. Cards of a deck with
 * a limit of its own do not count towards that of all.
 */
export function limitOf(
  presets: readonly DeckPreset[],
  deck: string,
  kind: 'newPerDay' | 'reviewsPerDay',
): string {
  return above(presets, deck).find((preset) => preset[kind] !== undefined)?.deck ?? '';
}
