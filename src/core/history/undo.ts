// Decides which undos count. An undo may itself be undone, by its id or by its batch, and so on.
import type { HistoryEvent, UndoEvent } from './event.ts';

/** Times (`t`) at which the events with a name are undone; null if the time does not matter. */
type Times = ReadonlySet<number | null>;

/** What ends up undone, by event id or batch name. */
export type Undone = ReadonlyMap<string, Times>;

function holds(times: Times | undefined, t: number): boolean {
  return times !== undefined && (times.has(null) || times.has(t));
}

export function isUndone(undone: Undone, { i, b, t }: HistoryEvent): boolean {
  if (undone.size === 0) return false;
  return holds(undone.get(i), t) || (b !== undefined && holds(undone.get(b), t));
}

/** Names on which the two disagree. */
export function differingNames(before: Undone, after: Undone): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    return !was || !is || was.size !== is.size || [...was].some((t) => !is.has(t));
  });
}

/**
 * An undo counts if no undo that counts names it: the grounded labeling of argumentation (Dung 1995), which needs
 * no order, so a clock that ran backwards changes nothing. Undos that undo each other in a cycle (only in a damaged
 * log) do not count.
 */
export function settleUndos(undos: readonly UndoEvent[]): Undone {
  const byName = new Map<string, UndoEvent[]>();
  for (const undo of undos) {
    for (const name of new Set([undo.i, undo.b ?? undo.i])) {
      const list = byName.get(name);
      if (list) list.push(undo);
      else byName.set(name, [undo]);
    }
  }
  const targetsOf = ({ e, at }: UndoEvent): readonly UndoEvent[] => {
    const named = byName.get(e) ?? [];
    return at === undefined ? named : named.filter(({ t }) => t === at);
  };
  const against = new Map(undos.map((undo) => [undo, 0]));
  for (const undo of undos) {
    for (const target of targetsOf(undo)) against.set(target, (against.get(target) ?? 0) + 1);
  }
  const undone = new Map<string, Set<number | null>>();
  const settled = new Set<UndoEvent>();
  const counting = undos.filter((undo) => against.get(undo) === 0);
  for (let undo = counting.pop(); undo !== undefined; undo = counting.pop()) {
    settled.add(undo);
    const times = undone.get(undo.e);
    if (times) times.add(undo.at ?? null);
    else undone.set(undo.e, new Set([undo.at ?? null]));
    for (const target of targetsOf(undo)) {
      if (settled.has(target)) continue;
      settled.add(target);
      // The target is out: what it objected to loses one objection.
      for (const freed of targetsOf(target)) {
        const left = (against.get(freed) ?? 0) - 1;
        against.set(freed, left);
        if (left === 0 && !settled.has(freed)) counting.push(freed);
      }
    }
  }
  return undone;
}
