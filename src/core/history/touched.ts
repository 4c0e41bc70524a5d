// What the events of one `add` to the fold affect, beyond what they say themselves.

export interface Touched {
  /** Of cards, and of boxes on pictures. */
  readonly ids: Set<string>;
  undos: boolean;
  links: boolean;
  moves: boolean;
}

export function untouched(): Touched {
  return { ids: new Set(), undos: false, links: false, moves: false };
}

export function pushTo<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key) ?? [];
  if (list.push(value) === 1) map.set(key, list);
}
