// Turns the links that count into sets of ids, one set per card.
import type { AliasEvent } from '../event.ts';
import { compareEvents } from '../order.ts';
import { UnionFind } from './union-find.ts';

/** Two links from one old card to different cards. The first in order counts; a person may decide otherwise. */
export interface ContradictoryLink {
  readonly counts: AliasEvent;
  readonly offered: AliasEvent;
}

export interface Joins {
  readonly sets: UnionFind;
  readonly contradictions: readonly ContradictoryLink[];
}

/** The result does not depend on the order of the links. */
export function joinCards(links: readonly AliasEvent[]): Joins {
  const sets = new UnionFind();
  const first = new Map<string, AliasEvent>();
  const aside: ContradictoryLink[] = [];
  for (const link of [...links].sort(compareEvents)) {
    const counts = first.get(link.f);
    if (counts === undefined) first.set(link.f, link);
    else if (sets.find(link.f) !== sets.find(link.c)) {
      aside.push({ counts, offered: link });
      continue;
    }
    sets.join(link.f, link.c);
  }
  // A later link may have joined what an earlier one could not.
  const contradictions = aside.filter(({ offered }) => sets.find(offered.f) !== sets.find(offered.c));
  return { sets, contradictions };
}

/** All ids of a card by its canonical id, if it has more than one. */
export function membersOf({ sets }: Joins): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const [id, root] of sets.joined()) members.set(root, [...(members.get(root) ?? []), id]);
  return members;
}
