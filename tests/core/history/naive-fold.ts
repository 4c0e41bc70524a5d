// A second fold, written to be obviously right and not fast: no index, no increments, links by walking.
// The real one must give the same for every history.
import type {
  AliasEvent,
  CardHistory,
  HistoryEvent,
  ImportedMemory,
  UndoEvent,
} from '../../../src/core/history/event.ts';
import { decodeText } from '../../../src/core/text/base64url.ts';
import { decodeSnapshot } from '../../../src/core/history/card-snapshot.ts';

interface NaiveState {
  readonly cards: [string, CardHistory][];
  readonly contradictions: [AliasEvent, AliasEvent][];
}

function before(a: HistoryEvent, b: HistoryEvent): number {
  const [deviceA = '', sequenceA] = a.i.split('.');
  const [deviceB = '', sequenceB] = b.i.split('.');
  if (a.t !== b.t) return a.t - b.t;
  if (deviceA !== deviceB) return deviceA < deviceB ? -1 : 1;
  if (sequenceA !== sequenceB) return Number(sequenceA) - Number(sequenceB);
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

const names = ({ e, at }: UndoEvent, event: HistoryEvent): boolean =>
  (event.i === e || event.b === e) && (at === undefined || at === event.t);

/** Repeats two rules until nothing changes: what nothing valid or open speaks against is valid; its targets are not. */
function effective(events: readonly HistoryEvent[]): HistoryEvent[] {
  const undos = events.filter((event): event is UndoEvent => event.k === 'u');
  const status = new Map<UndoEvent, 'valid' | 'void' | 'open'>(undos.map((undo) => [undo, 'open']));
  for (let again = true; again;) {
    again = false;
    for (const undo of undos.filter((each) => status.get(each) === 'open')) {
      const against = undos.filter((other) => names(other, undo)).map((other) => status.get(other));
      const next = against.includes('valid')
        ? 'void'
        : against.every((each) => each === 'void')
          ? 'valid'
          : 'open';
      again ||= next !== 'open';
      status.set(undo, next);
    }
  }
  const valid = undos.filter((undo) => status.get(undo) === 'valid');
  return events.filter((event) => !valid.some((undo) => names(undo, event)));
}

function reachable(id: string, links: readonly AliasEvent[]): string[] {
  const found = [id];
  for (const at of found) {
    for (const { f, c } of links) {
      const other = at === f ? c : at === c ? f : null;
      if (other !== null && !found.includes(other)) found.push(other);
    }
  }
  return found.sort();
}

function joined(links: readonly AliasEvent[]): { kept: AliasEvent[]; aside: [AliasEvent, AliasEvent][] } {
  const kept: AliasEvent[] = [];
  const aside: [AliasEvent, AliasEvent][] = [];
  for (const link of links) {
    const first = links.find((other) => other.f === link.f) ?? link;
    if (first === link || reachable(link.f, kept).includes(link.c)) kept.push(link);
    else aside.push([first, link]);
  }
  return { kept, aside: aside.filter(([, link]) => !reachable(link.f, kept).includes(link.c)) };
}

/** Each at the least time of itself and what its device did later; lines of one sequence are ranked by their time. */
function timed(bag: readonly HistoryEvent[]): Map<HistoryEvent, HistoryEvent> {
  const device = ({ i }: HistoryEvent): string => i.split('.')[0] ?? '';
  const sequence = ({ i }: HistoryEvent): number => Number(i.split('.')[1]);
  const rank = (event: HistoryEvent): number =>
    bag
      .filter((other) => device(other) === device(event) && sequence(other) === sequence(event))
      .sort(before)
      .indexOf(event);
  const ranks = new Map(bag.map((event) => [event, rank(event)]));
  const at = (event: HistoryEvent): HistoryEvent => {
    const later = bag.filter(
      (other) =>
        device(other) === device(event) &&
        sequence(other) > sequence(event) &&
        ranks.get(other) === ranks.get(event),
    );
    const t = Math.min(event.t, ...later.map((other) => other.t));
    if (event.k !== 'r') return { ...event, t };
    const y = Math.min(event.y, ...later.map((other) => (other.k === 'r' ? other.y : Infinity)));
    const calendar = Math.floor((t + event.z * 60_000) / 86_400_000);
    return { ...event, t, y: t < event.t ? Math.min(y, calendar) : y };
  };
  return new Map(bag.map((event) => [event, at(event)]));
}

export function naiveFold(bag: readonly HistoryEvent[]): NaiveState {
  const distinct = [...new Map(bag.map((event) => [JSON.stringify(event), event])).values()];
  const times = timed(distinct);
  const events = effective(distinct)
    .map((event) => times.get(event) ?? event)
    .sort(before);
  const { kept, aside } = joined(events.filter((event): event is AliasEvent => event.k === 'a'));
  const groups = new Map<string, HistoryEvent[]>();
  for (const event of events) {
    if (event.k !== 'r' && event.k !== 'c' && event.k !== 'x') continue;
    const root = reachable(event.c, kept)[0] ?? event.c;
    groups.set(root, [...(groups.get(root) ?? []), event]);
  }
  const firstOf = (key: string): HistoryEvent | undefined =>
    events.find(
      (event) => event.k === 'x' && event.w === 'memory' && (event.v as ImportedMemory).key === key,
    );
  const cards = [...groups].map(([id, own]): [string, CardHistory] => {
    const reset = own.findLastIndex((event) => event.k === 'x' && event.w === 'reset');
    const since = own.slice(reset + 1);
    const isCounted = (event: HistoryEvent): boolean =>
      event.k === 'x' && event.w === 'memory' && firstOf((event.v as ImportedMemory).key) === event;
    const resets = own.flatMap((event, at) => (event.k === 'x' && event.w === 'reset' ? [at] : []));
    const introduced = resets.flatMap((at, nth) => {
      const stretch = own.slice((resets[nth - 1] ?? -1) + 1, at);
      return stretch.some(isCounted) ? [] : (stretch.find((event) => event.k === 'r') ?? []);
    });
    const day = introduced.at(-1)?.y;
    const last = (w: string, list: readonly HistoryEvent[]): unknown =>
      list.flatMap((event) => (event.k === 'x' && event.w === w ? [event.v] : [])).at(-1);
    const memories = since.filter(isCounted);
    const sight = own.filter((event) => event.k === 'c').at(-1);
    const snapshot = sight?.k === 'c' ? decodeSnapshot(sight) : null;
    let path = snapshot?.path ?? '';
    for (const move of events) {
      if (move.k !== 'p' || !sight || before(move, sight) < 0) continue;
      const [from, to] = [decodeText(move.f) ?? '', decodeText(move.v) ?? ''];
      if (path === from || path.startsWith(`${from}/`)) path = to + path.slice(from.length);
    }
    return [
      id,
      {
        id,
        reviews: since.filter((event) => event.k === 'r'),
        ...(day !== undefined && { introducedBefore: day }),
        memory: (last('memory', memories) as ImportedMemory | undefined) ?? null,
        snapshot: snapshot && { ...snapshot, path },
        seenAt: own.at(-1)?.t ?? 0,
        suspended: last('suspended', own) === true,
        ask: last('ask', own) === true,
        buriedUntil: (last('buried', since) as number | null | undefined) ?? null,
        flag: (last('flag', own) as number | undefined) ?? 0,
      },
    ];
  });
  return { cards: cards.sort(([a], [b]) => (a < b ? -1 : 1)), contradictions: aside };
}
