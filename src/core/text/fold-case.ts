// Folds text that differs only in case or normalization: names of notes, decks, tags, and search terms.
import { composed } from './composed.ts';

export function foldCase(text: string): string {
  return composed(text).toLowerCase();
}
