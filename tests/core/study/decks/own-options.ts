// Options of single decks as settings, each as a preset of its own.
import { readDecks, type DeckOptions } from '../../../../src/core/study/decks/named-presets.ts';
import type { DeckPreset } from '../../../../src/core/study/decks/presets.ts';

export function ownOptions(...presets: readonly DeckPreset[]): DeckOptions {
  return readDecks({ presets }, () => true).decks;
}
