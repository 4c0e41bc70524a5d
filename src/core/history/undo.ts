// Which undos count. An undo may itself be undone, by its id or by its batch, and so on.
import type { UndoEvent } from './event.ts';

/**
 * The ids and batches that are undone in the end. An undo counts when no undo that counts names it: the grounded
 * labelling of argumentation (Dung 1995), which needs no order, so that a clock that ran backwards changes nothing.
 * Undos that undo each other in a circle (only a damaged log has them) do not count.
 */
export function undoneNames(undos: readonly UndoEvent[]): Set<string> {
  const byName = new Map<string, UndoEvent[]>();
  for (const undo of undos) {
    for (const name of new Set([undo.i, undo.b ?? undo.i])) {
      const list = byName.get(name);
      if (list) list.push(undo);
      else byName.set(name, [undo]);
    }
  }
  const against = new Map(undos.map((undo) => [undo, 0]));
  for (const undo of undos) {
    for (const target of byName.get(undo.e) ?? []) against.set(target, (against.get(target) ?? 0) + 1);
  }
  const names = new Set<string>();
  const settled = new Set<UndoEvent>();
  const counting = undos.filter((undo) => against.get(undo) === 0);
  for (let undo = counting.pop(); undo !== undefined; undo = counting.pop()) {
    if (settled.has(undo)) continue;
    settled.add(undo);
    names.add(undo.e);
    for (const target of byName.get(undo.e) ?? []) {
      if (settled.has(target)) continue;
      settled.add(target);
      // The target is out: what it spoke against has one voice less against it.
      for (const freed of byName.get(target.e) ?? []) {
        const left = (against.get(freed) ?? 0) - 1;
        against.set(freed, left);
        if (left === 0 && !settled.has(freed)) counting.push(freed);
      }
    }
  }
  return names;
}
