// Image occlusion without a screen: boxes in the log become cards of the notes that embed their pictures.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PictureBox, Shares } from '../../../src/core/picture/box.ts';
import { MemoryLogFiles } from '../../contract/memory-log-files.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { runs } from '../../random.ts';
import { World } from '../world.ts';

const note =
  '---\ntags: flashcards\n---\n## The heart\n![[heart.png|300]]\n\n## Blood\nIt is red, from iron.\n';
const vault = { 'Heart.md': note, 'heart.png': '' };

const idOf = (nth: number): string => {
  const part = (by: number): string => (((nth + 1) * by) % 2 ** 32).toString(36).padStart(7, 'q');
  return `box-${part(2_654_435_761)}${part(1_597_334_677)}`;
};

function box(nth: number, more: Partial<PictureBox> = {}): PictureBox {
  return {
    id: idOf(nth),
    picture: 'heart.png',
    note: 'Heart.md',
    width: 400,
    height: 300,
    shares: [0.1 * nth, 0.1, 0.05, 0.05],
    label: '',
    hidesAll: false,
    group: null,
    ...more,
  };
}

async function withBoxes(
  boxes: readonly PictureBox[],
  notes: Record<string, string> = vault,
): Promise<World> {
  const world = await World.open(notes);
  world.app.saveBoxes(boxes, []);
  await world.app.settle();
  return world;
}

const asked = (world: World, source = 'occlusion'): string[] =>
  [...world.app.linker.notes.values()]
    .flat()
    .filter(({ card }) => card.source === source)
    .map(({ card }) => `${card.note}: ${card.question}`);

describe('boxes on a picture', () => {
  test('are cards of the note that embeds it, asked by the embed and answered by the label', async () => {
    const world = await withBoxes([box(1, { label: 'Aorta' }), box(2)]);
    expect(asked(world)).toEqual(['Heart.md: ![[heart.png|300]] Aorta', 'Heart.md: ![[heart.png|300]] 2']);
    const card = await world.app.texts.find(world.id('![[heart.png|300]] Aorta'));
    expect(card).toMatchObject({ answer: 'Aorta', line: 5, headings: ['The heart'], aside: false });
    expect(card?.occlusion).toMatchObject({
      picture: 'heart.png',
      hidesAll: false,
      asked: [{ id: idOf(1) }],
    });
  });

  test('keep their history when renamed, moved on the picture, and when the picture is renamed', async () => {
    const world = await withBoxes([box(1, { label: 'Aorta' }), box(2)]);
    world.answer('![[heart.png|300]] Aorta');
    world.app.saveBoxes([box(1, { label: 'The aorta', shares: [0.5, 0.5, 0.1, 0.1] })], []);
    await world.app.settle();
    expect(world.reps('![[heart.png|300]] The aorta')).toBe(1);
    world.notes.texts.delete('heart.png');
    world.notes.texts.set('Pictures/big heart.png', '');
    world.app.renamed('heart.png', 'Pictures/big heart.png');
    await world.save({ 'Heart.md': note.replace('heart.png', 'big heart.png') });
    world.app.linksChanged();
    await world.app.settle();
    expect(world.reps('![[big heart.png|300]] The aorta')).toBe(1);
  });

  test('keep their history at the next start, and when their note is renamed', async () => {
    const world = await withBoxes([box(1, { label: 'Aorta' }), box(2)]);
    const id = world.id('![[heart.png|300]] Aorta');
    world.answer('![[heart.png|300]] Aorta');
    await world.rename('Heart.md', 'Body/Heart.md');
    expect(world.reps('![[heart.png|300]] Aorta', 'Body/Heart.md')).toBe(1);
    await world.quit();
    await world.start();
    expect(world.id('![[heart.png|300]] Aorta', 'Body/Heart.md')).toBe(id);
    expect(world.reps('![[heart.png|300]] Aorta')).toBe(1);
    expect(asked(world)).toHaveLength(2);
    await world.app.keep();
    await world.quit();
    await world.begin();
    expect(world.app.boxes.on('heart.png')).toHaveLength(2);
    await world.app.index();
    expect(asked(world)).toHaveLength(2);
    expect(world.reps('![[heart.png|300]] Aorta')).toBe(1);
  });

  test('of one group are one card, which keeps the history of its first', async () => {
    const world = await withBoxes([box(1, { label: 'Valve' }), box(2), box(3)]);
    world.answer('![[heart.png|300]] Valve');
    world.app.saveBoxes([box(1, { label: 'Valve', group: idOf(1) }), box(3, { group: idOf(1) })], []);
    await world.app.settle();
    expect(asked(world)).toHaveLength(2);
    expect(world.reps('![[heart.png|300]] Valve')).toBe(1);
  });

  test('are deleted and undone as one action, with their history', async () => {
    const world = await withBoxes([box(1, { label: 'Aorta' }), box(2)]);
    world.answer('![[heart.png|300]] Aorta');
    world.app.saveBoxes([], [idOf(1), idOf(2)]);
    await world.app.settle();
    expect(asked(world)).toEqual([]);
    world.app.undo();
    await world.app.settle();
    expect(asked(world)).toHaveLength(2);
    expect(world.reps('![[heart.png|300]] Aorta')).toBe(1);
  });

  test('leave no history to another that is drawn', async () => {
    const world = await withBoxes([box(1, { label: 'Aorta' })]);
    world.answer('![[heart.png|300]] Aorta');
    world.app.saveBoxes([box(2, { label: 'Aorta', shares: box(1).shares })], [idOf(1)]);
    await world.pass(600_000);
    expect(world.reps('![[heart.png|300]] Aorta')).toBe(0);
  });

  test('follow the picture into another note', async () => {
    const world = await withBoxes([box(1, { label: 'Aorta' })]);
    world.answer('![[heart.png|300]] Aorta');
    await world.save({
      'Heart.md': note.replace('![[heart.png|300]]', 'Gone.'),
      'Organs.md': '---\ntags: flashcards\n---\n![](heart.png "A heart")\n',
    });
    world.app.linksChanged();
    await world.app.settle();
    expect(asked(world)).toEqual(['Organs.md: ![](heart.png "A heart") Aorta']);
    expect(world.reps('![](heart.png "A heart") Aorta')).toBe(1);
  });

  test('of a missing picture rest until it is back', async () => {
    const world = await withBoxes([box(1, { label: 'Aorta' })]);
    world.answer('![[heart.png|300]] Aorta');
    world.notes.texts.delete('heart.png');
    world.app.linksChanged();
    await world.app.settle();
    expect(asked(world)).toEqual([]);
    world.notes.texts.set('heart.png', '');
    world.app.linksChanged();
    await world.app.settle();
    expect(world.reps('![[heart.png|300]] Aorta')).toBe(1);
  });

  test('of a remote address are cards of their note', async () => {
    const picture = 'https://example.com/a%20b.png';
    const text = `---\ntags: flashcards\n---\n![x](${picture})\n`;
    const world = await withBoxes([box(1, { picture, label: 'Aorta' })], { 'Heart.md': text });
    expect(asked(world)).toEqual([`Heart.md: ![x](${picture}) Aorta`]);
  });

  test('are siblings where the picture of one shows the others', async () => {
    const one = await withBoxes([box(1), box(2)]);
    const all = await withBoxes([box(1, { hidesAll: true }), box(2, { hidesAll: true })]);
    const groups = (world: World): unknown[] =>
      (world.app.note('Heart.md')?.cards ?? [])
        .filter(({ source }) => source === 'occlusion')
        .map(({ group }) => group !== null);
    expect([groups(one), groups(all)]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  test('are siblings of the cards that show their picture', async () => {
    const text =
      '---\ntags: flashcards\n---\n## The heart\nSee ==this==: ![[heart.png]]\n\n## Blood\nRed, from iron.\n';
    const world = await withBoxes([box(1), box(2)], { 'Heart.md': text, 'heart.png': '' });
    const cards = [...world.app.linker.notes.values()].flat().map(({ card }) => card);
    const [blood, ...heart] = [...cards].sort(
      (one, other) => Number(other.question === 'Blood') - Number(one.question === 'Blood'),
    );
    expect(heart.map(({ source }) => source).sort()).toEqual(['cloze', 'heading', 'occlusion', 'occlusion']);
    expect(new Set(heart.map(({ group }) => group)).size).toBe(1);
    expect(heart[0]?.group).not.toBeNull();
    expect(blood?.group).toBeNull();
  });

  test('by the thousand all ask', async () => {
    const world = await withBoxes(
      Array.from({ length: 1000 }, (_, nth) => box(nth, { shares: [0.5, 0.5, 0.1, 0.1] })),
    );
    expect(asked(world)).toHaveLength(1000);
  });

  test('turned off in the settings ask nothing', async () => {
    const world = await withBoxes([box(1)]);
    const { settings } = world.app;
    await world.app.useSettings({ ...settings, cards: { ...settings.cards, sourcesOff: ['occlusion'] } });
    expect(asked(world)).toEqual([]);
    await world.app.useSettings(settings);
    expect(asked(world)).toHaveLength(1);
  });
});

interface Edit {
  readonly device: 0 | 1;
  readonly kind: 'draw' | 'delete' | 'undo' | 'sync';
  readonly nth: number;
  readonly shares: Shares;
  readonly group: number | null;
  readonly label: string;
}

const share = fc.double({ min: -0.2, max: 1, noNaN: true });
const edit: fc.Arbitrary<Edit> = fc.record({
  device: fc.constantFrom(0, 1),
  kind: fc.constantFrom('draw', 'draw', 'draw', 'delete', 'undo', 'sync'),
  nth: fc.nat(9),
  shares: fc.tuple(share, share, share, share),
  group: fc.option(fc.nat(9)),
  label: fc.string({ maxLength: 5 }),
});

test('edits on two devices in any order give the same cards on both, and lose no review', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 3, maxLength: 20 }), async (edits) => {
      const worlds = [1, 2].map((seed) => {
        return new World(new MemoryNotes(vault), new MemoryLogFiles(), seed);
      });
      const [one, other] = worlds as [World, World];
      for (const world of worlds) await world.start();
      const sync = async (from: World, to: World): Promise<void> => {
        await from.app.flush();
        for (const [path, file] of from.logs.files) {
          if (to.logs.files.get(path)?.text === file.text || !path.includes(from.app.history.device))
            continue;
          to.logs.files.set(path, { ...file });
          to.app.touch(path);
        }
        await to.app.settle();
      };
      let answers = 0;
      for (const { device, kind, nth, shares, group, label } of edits) {
        const world = device === 0 ? one : other;
        world.now += 1000;
        if (kind === 'draw')
          world.app.saveBoxes([box(nth, { shares, label, group: group === null ? null : idOf(group) })], []);
        else if (kind === 'delete') world.app.saveBoxes([], [idOf(nth)]);
        else if (kind === 'undo') world.app.undo();
        else await sync(world, world === one ? other : one);
        await world.app.settle();
        const [card] =
          world.app.linker.notes.get('Heart.md')?.filter(({ card: { source } }) => source === 'occlusion') ??
          [];
        if (kind === 'sync' && card) {
          world.app.history.append([{ k: 'r', c: card.id, g: 3, d: 1, z: 0, y: 20_700 }]);
          answers += 1;
        }
      }
      for (const [from, to] of [
        [one, other],
        [other, one],
        [one, other],
      ] as const)
        await sync(from, to);
      for (const world of worlds) await world.pass(60_000);
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const)
        await sync(from, to);
      expect(asked(one)).toEqual(asked(other));
      expect(one.app.boxes.on('heart.png')).toHaveLength(other.app.boxes.on('heart.png').length);
      for (const world of worlds)
        expect([...world.app.history.reviews()].length).toBeLessThanOrEqual(answers);
      expect(one.app.history.cards.size).toBe(other.app.history.cards.size);
      for (const world of worlds) world.app.close();
    }),
    { numRuns: runs(1000, 10) },
  );
}, 600_000);
