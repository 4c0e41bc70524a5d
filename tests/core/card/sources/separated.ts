// The cards of a note in the tests of separators.
import type { Card } from '../../../../src/core/card/card.ts';
import { extractCards } from '../../../../src/core/card/extract.ts';
import { defaultCardOptions, type CardOptions, type Separators } from '../../../../src/core/card/options.ts';

const schedule = '<!--SR:!2024-01-01,1,250-->';

/** `SR` stands for a schedule. */
export const withSchedules = (note: string): string => note.replaceAll('SR', schedule);

export const withoutSchedules = (text: string): string => text.replaceAll(schedule, 'SR');

/** Every card of a note that needs no tag, under separators of its own. */
export function separated(
  text: string,
  separators: Partial<Separators> = {},
  more: Partial<CardOptions> = {},
): readonly Card[] {
  const options: CardOptions = {
    ...defaultCardOptions,
    watch: 'all',
    usefulAnswers: false,
    ...more,
    separators: { ...defaultCardOptions.separators, ...separators },
  };
  return extractCards({ path: 'Note.md', text }, options).cards;
}
