// An Anki package of three cards, and its import into a vault, for tests of both.
import { expect } from '@jest/globals';
import { PackageImport, type PackagePlan } from '../../../src/app/transfer/package-import.ts';
import type { PackageChoices } from '../../../src/app/transfer/package-plan.ts';
import type { AnkiCollection, AnkiMedia, AnkiPackage } from '../../../src/core/import/anki/collection.ts';
import { batchOf } from '../../../src/core/import/anki/history/package-history.ts';
import { defaultSettings } from '../../../src/core/settings.ts';
import type { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { MemoryNewFiles } from '../../contract/memory-new-files.ts';
import { card, collection, day, noon, row } from '../../core/import/anki/history/collections.ts';
import { World } from '../world.ts';

export const firstDay = Math.floor(noon / day);
export const ids = [1, 2, 3].map((nth) => noon - nth);

export function noteOf(id: number, front: string, back: string) {
  return { id, guid: String(id), noteTypeId: 1, modifiedAt: noon / 1000, tags: [], fields: [front, back] };
}

const basic: AnkiCollection['noteTypes'][number] = {
  id: 1,
  name: 'Basic',
  kind: 'standard',
  fields: ['Front', 'Back'],
  templates: [
    { name: 'Card 1', ordinal: 0, front: '{{Front}}', back: '{{FrontSide}}<hr id=answer>{{Back}}' },
  ],
  css: '',
};

/** Three cards: in review, suspended, and new; the first shows a picture. */
export function someCollection(changes: Partial<AnkiCollection> = {}): AnkiCollection {
  const [one = 0, two = 0, three = 0] = ids;
  const cards = [
    card(one, { type: 2, queue: 2, due: 40, interval: 20, factor: 2500 }),
    card(two, { type: 2, queue: -1, due: 9, interval: 8, factor: 2300, flag: 3 }),
    card(three, { due: 5 }),
  ];
  const reviews = [
    row(noon, one, { type: 0, interval: -600, factor: 0 }),
    row(noon + day, one),
    row(noon + 20 * day, one),
    row(noon + 5, two, { type: 0, interval: -600, factor: 0 }),
  ];
  return {
    ...collection(cards, reviews),
    noteTypes: [basic],
    notes: [
      noteOf(one, 'Where is the source?', 'In the hills <img src="hill.png">'),
      noteOf(two, 'Where is the mouth?', 'At the sea'),
      noteOf(three, 'What is a riffle?', 'A shallow stretch'),
    ],
    ...changes,
  };
}

export function mediaOf(name: string, bytes: Uint8Array): AnkiMedia {
  return { name, size: bytes.length, read: () => Promise.resolve(bytes) };
}

export const hill = Uint8Array.of(1, 2, 3);
export const packageOf = (from: AnkiCollection, media = [mediaOf('hill.png', hill)]): AnkiPackage => ({
  collection: from,
  media,
  damaged: [],
});

export const choices: PackageChoices = {
  folder: 'Anki',
  mediaFolder: 'Anki/media',
  tag: 'flashcards',
  cardOptions: defaultSettings.cards,
};
export const never = { progress: () => undefined, isCancelled: () => false };

export class Importer {
  readonly files: MemoryNewFiles;
  readonly world: World;
  readonly #after = (_ms: number, run: () => void) => {
    setImmediate(run);
    return () => undefined;
  };

  constructor(world: World) {
    this.world = world;
    this.files = new MemoryNewFiles(world.notes);
  }

  static async open(notes: Readonly<Record<string, string>> = {}): Promise<Importer> {
    return new Importer(await World.open(notes));
  }

  of(from: AnkiPackage): PackageImport {
    const clock = { now: () => this.world.now, zone: () => -300 };
    const host = { files: this.world.notes, vault: this.files, clock, after: this.#after };
    return new PackageImport(host, this.world.app, from);
  }

  async plan(from = packageOf(someCollection()), chosen = choices): Promise<[PackageImport, PackagePlan]> {
    const work = this.of(from);
    const plan = await work.plan(chosen, never);
    if (!plan) throw new Error('cancelled');
    return [work, plan];
  }

  async run(from = packageOf(someCollection()), chosen = choices) {
    const [work, plan] = await this.plan(from, chosen);
    return { work, plan, result: await work.run(plan, never) };
  }

  /** The schedule that the app shows for an Anki card, found by its question in the note. */
  schedule(question: string) {
    const found = [...this.world.app.linker.notes.values()]
      .flat()
      .filter(({ card: { question: own } }) => own === question);
    expect(found).toHaveLength(1);
    return this.world.app.study.schedule(found[0]?.id ?? '');
  }

  get logs(): string[] {
    return [...this.world.logs.files.keys()].filter((path) => path.includes('/log/anki')).sort();
  }

  expectHistories(): void {
    expect(this.schedule('Where is the source?')).toMatchObject({
      state: 'review',
      reps: 3,
      dueDay: firstDay + 40,
    });
    expect(this.schedule('Where is the mouth?')).toMatchObject({
      suspended: true,
      flag: 3,
      dueDay: firstDay + 9,
    });
    expect(this.schedule('What is a riffle?')).toMatchObject({ state: 'new', position: 5 });
    expect(this.world.app.linker.orphans()).toEqual([]);
  }
}

export const deviceOf = (): string => batchOf(someCollection(), noon + 999 * day).device.name;

/** The lines of the collection's device. */
export function textsOf(logs: MemoryLogFiles): string[] {
  const texts = [...logs.files].flatMap(([path, { text }]) =>
    path.includes('/log/anki') ? text.split('\n') : [],
  );
  return [...new Set(texts.filter((line) => line.startsWith('{')))].sort();
}
