// Texts that differ only in case or normalisation are one: names of notes, decks, tags, and what people search for.

export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
