/** Facts about a note, by row of the table; each fact is compared as JSON. */
export type Facts = Readonly<Record<string, readonly unknown[]>>;

export interface Difference {
  readonly row: string;
  readonly appOnly: readonly string[];
  readonly oursOnly: readonly string[];
}

/** The rows in which two readings differ; order is ignored, the number of occurrences is not. */
export function differences(app: Facts, ours: Facts): readonly Difference[] {
  return Object.keys(app).flatMap((row) => {
    const wanted = (app[row] ?? []).map((fact) => JSON.stringify(fact));
    const found = (ours[row] ?? []).map((fact) => JSON.stringify(fact));
    const [appOnly, oursOnly] = [without(wanted, found), without(found, wanted)];
    return appOnly.length + oursOnly.length === 0 ? [] : [{ row, appOnly, oursOnly }];
  });
}

function without(facts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return facts.filter((fact) => {
    const at = left.indexOf(fact);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
