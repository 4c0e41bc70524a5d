// Folds text that differs only in case or normalization: names of notes, decks, tags, and search terms.

export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
