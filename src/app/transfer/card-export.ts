// Cards in the form exported to another program, note by note, since all at once would be the whole vault.
import type { Card } from '../../core/card/card.ts';
import type { ExportedCard } from '../../core/import/anki-export.ts';
import {
  CollectionPacker,
  type Packed,
  type PackOptions,
} from '../../core/import/anki/export/export-collection.ts';
import type { PackageWatch } from '../../core/import/anki/collection.ts';
import { dueText } from '../../core/schedule/due-text.ts';
import { scopeFilter, type Scope } from '../../core/study/scope.ts';
import type { StudyCard } from '../../core/study/study-card.ts';
import type { TrackedCard } from '../cards/card-registry.ts';
import type { Flashcards } from '../flashcards.ts';

interface ExportedNote {
  readonly path: string;
  readonly tracked: readonly TrackedCard[];
  readonly texts: ReadonlyMap<string, Card>;
  readonly wanted: ReadonlySet<string>;
}

/** The notes with cards in a scope. */
async function* exportedNotes(app: Flashcards, scope: Scope): AsyncGenerator<ExportedNote> {
  const isWanted = scopeFilter(scope, (path) => app.links.from(path));
  for (const [path, tracked] of app.linker.notes) {
    const wanted = new Set(tracked.flatMap(({ id }) => (isIn(app, id, isWanted) ? id : [])));
    if (wanted.size > 0) yield { path, tracked, texts: await app.texts.ofNote(path), wanted };
  }
}

/** A scope's cards with their schedules, in note order. */
export async function* exportedCards(app: Flashcards, scope: Scope): AsyncGenerator<ExportedCard> {
  for await (const { texts, wanted } of exportedNotes(app, scope)) {
    for (const [id, found] of texts) {
      if (!wanted.has(id)) continue;
      const card = { ...found, deck: app.study.deckName(found.deck) };
      const schedule = app.study.schedule(id);
      const { state, memory, reps, lapses } = schedule;
      const { stability = null, difficulty = null } = memory ?? {};
      yield { id, card, state, due: dueText(schedule), stability, difficulty, reps, lapses };
    }
  }
}

export interface PackRequest extends Pick<PackOptions, 'root' | 'vault'> {
  readonly scope: Scope;
  readonly facts: {
    /** ms since 1970; null for no note. */
    readonly changedAt: (path: string) => number | null;
    /** Without `#`. */
    readonly tags: (path: string) => readonly string[];
  };
}

/**
 * A scope's cards as an Anki collection.
 * @returns null if stopped
 */
export async function packCards(
  app: Flashcards,
  { scope, facts, root, vault }: PackRequest,
  { pause, progress }: PackageWatch,
): Promise<Packed | null> {
  const { study, links, history } = app;
  const { now, zone } = study.moment();
  const { scheduler, today } = study;
  const packer = new CollectionPacker({
    ...{ root, vault, scheduler, now, zone, today },
    resolve: (target, note) => links.resolve(target, note),
  });
  const all = app.linker.notes.size;
  let done = 0;
  for await (const { path, tracked, texts, wanted } of exportedNotes(app, scope)) {
    const cards = tracked.flatMap((one) => {
      const { id } = one;
      const card = texts.get(id);
      return card
        ? {
            id,
            card: { ...card, deck: study.deckName(card.deck) },
            schedule: study.schedule(id),
            history: history.cards.get(id),
            isAside: study.isAside(one),
            isWanted: wanted.has(id),
          }
        : [];
    });
    const note = { path, changedAt: facts.changedAt(path) ?? now, tags: facts.tags(path), cards };
    done += 1;
    progress(done / all);
    const work = packer.adding(note);
    while (!work.next().done) if (!(await pause())) return null;
  }
  return packer.finish();
}

/** Ids of the cards in a scope. */
export function cardsIn(app: Flashcards, scope: Scope): string[] {
  const isWanted = scopeFilter(scope, (path) => app.links.from(path));
  return [...app.linker.notes.values()].flatMap((notes) =>
    notes.flatMap(({ id }) => (isIn(app, id, isWanted) ? id : [])),
  );
}

function isIn({ study }: Flashcards, id: string, isWanted: (card: StudyCard) => boolean): boolean {
  const card = study.card(id);
  return card !== null && isWanted(card);
}
