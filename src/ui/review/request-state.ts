// The scope of a review in a view, as Obsidian saves it with the layout.
import * as v from 'valibot';
import type { Scope, StudyRequest } from '../../core/study/scope.ts';

export function toState({ scope, ahead, practice }: StudyRequest): Record<string, unknown> {
  return {
    scope: 'cards' in scope && scope.cards ? { ...scope, cards: [...scope.cards] } : scope,
    ...(ahead !== undefined && { ahead }),
    ...(practice !== undefined && { practice }),
  };
}

const scopeSchema = v.variant('kind', [
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('leeches') }),
  v.object({ kind: v.literal('flagged'), flag: v.fallback(v.optional(v.number()), undefined) }),
  v.object({
    kind: v.literal('deck'),
    deck: v.string(),
    alone: v.fallback(v.optional(v.boolean()), undefined),
  }),
  v.object({
    kind: v.literal('note'),
    note: v.string(),
    cards: v.fallback(v.optional(v.array(v.unknown())), undefined),
  }),
  v.object({ kind: v.literal('notes'), notes: v.array(v.string()) }),
  v.object({ kind: v.literal('linked'), note: v.string(), depth: v.fallback(v.picklist([1, 2]), 1) }),
  v.object({ kind: v.literal('folder'), folder: v.string() }),
  v.object({ kind: v.literal('search'), cards: v.array(v.unknown()) }),
]);

const stateSchema = v.object({
  scope: v.fallback(scopeSchema, { kind: 'all' }),
  ahead: v.fallback(v.optional(v.number()), undefined),
  practice: v.fallback(v.optional(v.boolean()), undefined),
});

/** When a saved review began, in ms since 1970; null if the state does not say. */
export function sinceOf(state: unknown): number | null {
  const { since } = Object(state) as Record<string, unknown>;
  return typeof since === 'number' ? since : null;
}

/** Everything due, if the state is not understood. */
export function fromState(state: unknown): StudyRequest {
  const read = v.safeParse(stateSchema, state);
  if (!read.success) return { scope: { kind: 'all' } };
  const { scope, ahead, practice } = read.output;
  return {
    scope: scopeOf(scope),
    ...(ahead !== undefined && { ahead }),
    ...(practice !== undefined && { practice }),
  };
}

const idsIn = (saved: readonly unknown[]): ReadonlySet<string> =>
  new Set(saved.filter((id) => typeof id === 'string'));

function scopeOf(saved: v.InferOutput<typeof scopeSchema>): Scope {
  switch (saved.kind) {
    case 'search':
      return { kind: 'search', cards: idsIn(saved.cards) };
    case 'note':
      return { kind: 'note', note: saved.note, ...(saved.cards && { cards: idsIn(saved.cards) }) };
    case 'flagged':
      return saved.flag === undefined ? { kind: 'flagged' } : { kind: 'flagged', flag: saved.flag };
    case 'deck':
      return { kind: 'deck', deck: saved.deck, ...(saved.alone === true && { alone: true }) };
    default:
      return saved;
  }
}
