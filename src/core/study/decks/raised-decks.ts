// Records for each deck when its own retention was raised, so that what this makes due is spread over days.
import { raisesAfter } from '../../schedule/raise.ts';
import type { Raise, ScheduleOptions } from '../../schedule/schedule.ts';
import { deckPresets, type DeckOptions } from './named-presets.ts';
import { scheduleOf } from './presets.ts';

interface Options {
  readonly schedule: ScheduleOptions;
  readonly decks: DeckOptions;
}

/** Options to save after a change on a study day, whether of a preset or of which deck uses which. */
export function decksAfter(before: Options, after: DeckOptions, today: number): DeckOptions {
  const presets = deckPresets(after);
  const earlier = deckPresets(before.decks);
  const uses = after.uses.map(({ raised: had, ...use }) => {
    const own = presets.find(({ deck }) => deck === use.deck);
    // It comes back with its preset.
    if (!own) return { ...use, ...(had && { raised: had }) };
    if (own.desiredRetention === undefined) return use;
    const { desiredRetention, raised } = scheduleOf(before.schedule, earlier, use.deck);
    const raises = raisesAfter(raised, desiredRetention, own.desiredRetention, today);
    return raises.length === 0 ? use : { ...use, raised: raises };
  });
  return { ...after, uses };
}

/** Without the raises of a study day: as if everything they make due were due at once. */
export function notRaisedOn<Given extends Options>(options: Given, today: number): Given {
  const earlier = (raised: readonly Raise[]): readonly Raise[] => raised.filter(({ on }) => on !== today);
  return {
    ...options,
    schedule: { ...options.schedule, raised: earlier(options.schedule.raised) },
    decks: {
      ...options.decks,
      uses: options.decks.uses.map((use) => (use.raised ? { ...use, raised: earlier(use.raised) } : use)),
    },
  };
}
