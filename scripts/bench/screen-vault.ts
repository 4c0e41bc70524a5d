/** Notes in ten folders, each with the same number of cards, for measurements in the browser host. */
export function screenVault(
  notes: number,
  cardsEach: number,
  answer: (note: number, card: number) => string,
): Record<string, string> {
  const files: Record<string, string> = {};
  for (let note = 0; note < notes; note += 1) {
    const name = `Note ${String(note)}`;
    const cards = Array.from(
      { length: cardsEach },
      (_, card) => `## Question ${String(card)} of ${name}\n${answer(note, card)}\n`,
    );
    files[`Folder ${String(note % 10)}/${name}.md`] = `---\ntags: flashcards\n---\n${cards.join('\n')}`;
  }
  return files;
}

/** The value below which a share (0–1) of the sorted values lies, to one decimal. */
export function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return Math.round(value * 10) / 10;
}
