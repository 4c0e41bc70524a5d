// The position of a word among the others in its section.

/** The texts and functions of a tree of words, by path: `review/done/close`. */
export function pathsOf(words: object, prefix = ''): readonly string[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? pathsOf(value, `${prefix}${name}/`) : [`${prefix}${name}`],
  );
}

/** The text or function at a path from `pathsOf`. */
export function valueAt(words: object, path: string): unknown {
  let value: unknown = words;
  for (const name of path.split('/'))
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
  return value;
}
