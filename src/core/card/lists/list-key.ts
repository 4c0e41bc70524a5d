// How a word or heading is compared with the lists of the settings.

const printable = /^[ -~]*$/;
const plainWords = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** A word or heading normalized for comparison with the settings lists: no case or punctuation, single spaces. */
export function listKey(text: string): string {
  // Covers most headings, and most list entries they are compared with.
  if (plainWords.test(text)) return text.toLowerCase();
  if (printable.test(text)) {
    const words = text.toLowerCase().replace(/[^a-z0-9 ]+/g, '');
    return (words.includes('  ') ? words.replace(/ +/g, ' ') : words).trim();
  }
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
