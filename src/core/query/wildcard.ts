// Text searched for, in which `*` stands for any text, and `\*` for the sign itself.

/** The texts between the stars. */
function pieces(wanted: string): readonly string[] {
  const found = [''];
  for (const part of wanted.match(/\\\*|\*+|[^*\\]+|\\/g) ?? []) {
    if (part.startsWith('*')) found.push('');
    else found.push(`${found.pop() ?? ''}${part === '\\*' ? '*' : part}`);
  }
  return found;
}

/** A text that everything found contains. */
export function surePart(wanted: string): string {
  return pieces(wanted).reduce((longest, piece) => (piece.length > longest.length ? piece : longest));
}

/** @param whole whether the whole text must match, or just part of it */
export function wildcard(wanted: string, whole: boolean): (text: string) => boolean {
  const all = pieces(wanted);
  const [first = ''] = all;
  if (all.length === 1) return whole ? (text) => text === first : (text) => text.includes(first);
  const last = all.at(-1) ?? '';
  const inner = whole ? all.slice(1, -1) : all;
  return (text) => {
    if (whole && !text.startsWith(first)) return false;
    let at = whole ? first.length : 0;
    // The earliest place of each leaves the most room for the next.
    for (const piece of inner) {
      const found = text.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return !whole || (text.length - last.length >= at && text.endsWith(last));
  };
}

/** Whether a path, or one above it, matches. */
export function wildcardPath(wanted: string): (path: string) => boolean {
  const matches = wildcard(wanted, true);
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
      if (matches(path.slice(0, end))) return true;
    return false;
  };
}
