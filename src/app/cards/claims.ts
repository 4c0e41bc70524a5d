// Histories that two devices started for one card before either knew of the other.
import type { CardHistory, CardSnapshot } from '../../core/history/event.ts';
import { deviceOf } from '../../core/history/order.ts';
import { snapshotOf } from '../../core/identity/fingerprint/fingerprint.ts';
import { shortCard } from '../../core/identity/steps/exact.ts';
import type { IndexedCard } from '../index/indexed-note.ts';
import type { AllCards, TrackedCard } from './card-registry.ts';
import { placeKey } from './same-snapshot.ts';

/** A history that claims another history's card. */
export interface Claim {
  readonly lost: string;
  /** The card's id. */
  readonly owner: string;
}

export interface ClaimsHost {
  history(id: string): CardHistory | undefined;
  histories(): Iterable<CardHistory>;
  /** Whether a file exists at the path now. */
  exists(path: string): boolean;
  /** Pairs of ids that the user said are different cards. */
  apart(): readonly (readonly [string, string])[];
  /** This device's name in event ids. */
  device(): string;
}

/** Claims to a card that is identical to the lost one and in the same place. */
export function claimsInPlace(
  lost: readonly CardHistory[],
  notes: ReadonlyMap<string, readonly TrackedCard[]>,
  host: ClaimsHost,
): readonly Claim[] {
  const owners = new Map<string, string>();
  for (const path of new Set(lost.map(({ snapshot }) => snapshot?.path ?? ''))) {
    for (const { id, card } of notes.get(path) ?? []) {
      if (host.history(id)) owners.set(placeKey(snapshotOf(card)), id);
    }
  }
  return lost.flatMap(({ id, snapshot }) => {
    const same = snapshot ? owners.get(placeKey(snapshot)) : undefined;
    return same === undefined ? [] : [{ lost: id, owner: same }];
  });
}

/**
 * Claims from lost histories whose note is gone: one device renamed it and answered there, another answered under the
 * old name. The card's text must be unique. A device that reviewed both knew two cards, a note and its copy. Only the
 * device that reviewed the lost one reports it, since it had the note; for any other, the note may still be syncing.
 */
export function claimsOfGoneNotes(
  lost: readonly CardHistory[],
  find: (id: string) => TrackedCard | null,
  all: () => AllCards,
  host: ClaimsHost,
): readonly Claim[] {
  const gone = byText(lost, ({ snapshot }) => snapshot);
  for (const [key, { snapshot }] of gone) if (!snapshot || host.exists(snapshot.path)) gone.delete(key);
  if (gone.size === 0) return [];
  const owners = byText(host.histories(), ({ id }) => {
    const card = find(id)?.card;
    return card ? snapshotOf(card) : null;
  });
  const apart = new Set(host.apart().map(([a, b]) => `${a} ${b}`));
  const claims = [...gone].flatMap(([key, from]) => {
    const to = owners.get(key);
    const card = to && find(to.id)?.card;
    if (!card || apart.has(`${from.id} ${to.id}`) || apart.has(`${to.id} ${from.id}`)) return [];
    return isTelling(card, from.snapshot) && areOfTwoDevices(from, to, host.device())
      ? [{ lost: from.id, owner: to.id, card }]
      : [];
  });
  if (claims.length === 0) return [];
  const { cards, shut } = all();
  const single = claims.filter(({ card }) => isSingle(card, cards));
  for (const note of shut) note.close();
  return single.map(({ lost: id, owner }) => ({ lost: id, owner }));
}

/** Those whose text is unique. */
function byText(
  histories: Iterable<CardHistory>,
  snapshotAt: (history: CardHistory) => CardSnapshot | null,
): Map<string, CardHistory> {
  const single = new Map<string, CardHistory>();
  const several = new Set<string>();
  for (const history of histories) {
    const snapshot = snapshotAt(history);
    if (!snapshot || snapshot.questionHash === '' || snapshot.answerHash === '') continue;
    const key = [snapshot.source, snapshot.questionHash, snapshot.answerHash].join(' ');
    if (single.has(key)) several.add(key);
    single.set(key, history);
  }
  for (const key of several) single.delete(key);
  return single;
}

/** Too long to be written twice by chance, or under the same headings. */
function isTelling(card: IndexedCard, snapshot: CardSnapshot | null): boolean {
  const length = card.question.length + card.kept.length;
  return (
    length >= shortCard || JSON.stringify(snapshot?.headings) === JSON.stringify(snapshotOf(card).headings)
  );
}

function devicesOf({ reviews }: CardHistory): ReadonlySet<string> {
  return new Set(reviews.map(({ i }) => deviceOf(i)));
}

function areOfTwoDevices(lost: CardHistory, owner: CardHistory, own: string): boolean {
  const ours = devicesOf(lost);
  const theirs = devicesOf(owner);
  return ours.has(own) && ![...ours].some((device) => theirs.has(device));
}

function isSingle(card: IndexedCard, cards: readonly IndexedCard[]): boolean {
  const { questionHash, answerHash } = card.kept;
  const same = cards.filter(
    ({ source, kept }) =>
      source === card.source && kept.questionHash === questionHash && kept.answerHash === answerHash,
  );
  return same.length === 1;
}
