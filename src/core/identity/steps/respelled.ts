// Matches paths that a file system or a sync respelled unnoticed: in different case, or with letters composed or
// decomposed.
import { foldCase } from '../../text/fold-case.ts';

/**
 * Maps each path of `gone` to the path of `come` that differs from it only in spelling. If several match, none is
 * used: on some file systems they are different notes.
 */
export function respelled(gone: Iterable<string>, come: Iterable<string>): ReadonlyMap<string, string> {
  const groups = new Map<string, { readonly gone: Set<string>; readonly come: Set<string> }>();
  for (const path of gone) {
    const key = foldCase(path);
    groups.set(key, { gone: (groups.get(key)?.gone ?? new Set()).add(path), come: new Set() });
  }
  if (groups.size === 0) return new Map();
  for (const path of come) groups.get(foldCase(path))?.come.add(path);
  const moves = new Map<string, string>();
  for (const group of groups.values()) {
    const [[from, ...others], [to, ...more]] = [[...group.gone], [...group.come]];
    if (from !== undefined && to !== undefined && others.length + more.length === 0) moves.set(from, to);
  }
  return moves;
}
