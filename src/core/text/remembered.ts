// A function of a text that is asked for the same texts again, such as the headings above each card of a note.

/** Computes each text once; keeps all results as long as the returned function. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = of(text);
    known.set(text, result);
    return result;
  };
}
