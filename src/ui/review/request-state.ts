// What a review in a view is about, as Obsidian keeps it with the layout.
import { isRecord } from '../../core/text/is-record.ts';
import type { Scope, StudyRequest } from '../../core/study/scope.ts';

export function toState({ scope, ahead, practice }: StudyRequest): Record<string, unknown> {
  return {
    scope: scope.kind === 'search' ? { kind: 'search', cards: [...scope.cards] } : scope,
    ...(ahead !== undefined && { ahead }),
    ...(practice !== undefined && { practice }),
  };
}

/** Everything due, where the state is not understood. */
export function fromState(state: unknown): StudyRequest {
  if (!isRecord(state)) return { scope: { kind: 'all' } };
  const { ahead, practice } = state;
  return {
    scope: readScope(state['scope']) ?? { kind: 'all' },
    ...(typeof ahead === 'number' && { ahead }),
    ...(typeof practice === 'boolean' && { practice }),
  };
}

function readScope(value: unknown): Scope | null {
  if (!isRecord(value)) return null;
  const text = (name: string): string | null => (typeof value[name] === 'string' ? value[name] : null);
  const note = text('note');
  const deck = text('deck');
  const folder = text('folder');
  const { kind, depth, cards, flag } = value;
  if (kind === 'leeches') return { kind };
  if (kind === 'flagged') return typeof flag === 'number' ? { kind, flag } : { kind };
  if (kind === 'deck' && deck !== null) return { kind, deck };
  if (kind === 'note' && note !== null) return { kind, note };
  if (kind === 'linked' && note !== null) return { kind, note, depth: depth === 2 ? 2 : 1 };
  if (kind === 'folder' && folder !== null) return { kind, folder };
  if (kind === 'search' && Array.isArray(cards))
    return { kind, cards: new Set(cards.filter((id): id is string => typeof id === 'string')) };
  return null;
}
