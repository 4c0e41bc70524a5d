// The setting that turns itself on where the vault shows that its author writes `Question::Answer`.
import { describe, expect, test } from '@jest/globals';
import { learnGlued, startGlued } from '../../../src/app/transfer/glued-separators.ts';
import { appMessage } from '../../../src/app/strings.ts';
import { SrDetector } from '../../../src/app/transfer/sr-detector.ts';
import { defaultSettings, type Settings } from '../../../src/core/settings.ts';
import type { Message } from '../../../src/core/text/message.ts';
import { MemoryNotes } from '../../contract/memory-notes.ts';
import { World } from '../world.ts';

const comment = '<!--SR:!2027-03-01,100,250-->';

function savedAs(data: unknown) {
  const saved = {
    data,
    loadData: () => Promise.resolve(saved.data),
    saveData: (now: unknown) => {
      saved.data = now;
      return Promise.resolve();
    },
  };
  const told: Message[] = [];
  return { saved, told, tell: (message: Message) => void told.push(message) };
}

describe('at a start beside the settings of that plugin, separators without spaces', () => {
  test.each<[string, unknown]>([
    ['without settings', null],
    ['with other settings', { cards: { tags: ['study'], later: 1 }, newer: { kept: true } }],
    ['with settings that are none', { cards: 7 }],
  ])('are turned on, saved and reported once %s', async (_, data) => {
    const { saved, told, tell } = savedAs(data);
    await startGlued(saved, tell);
    await startGlued(saved, tell);
    expect(told).toEqual([appMessage('glued')]);
    expect(saved.data).toMatchObject({ cards: { gluedSeparators: true } });
  });

  test('keep everything else that was saved', async () => {
    const { saved, tell } = savedAs({ cards: { tags: ['study'], later: 1 }, newer: { kept: true } });
    await startGlued(saved, tell);
    expect(saved.data).toEqual({
      cards: { tags: ['study'], later: 1, gluedSeparators: true },
      newer: { kept: true },
    });
  });

  test.each([true, false])('are left as the user set them: %s', async (gluedSeparators) => {
    const { saved, told, tell } = savedAs({ cards: { gluedSeparators } });
    await startGlued(saved, tell);
    expect([saved.data, told]).toEqual([{ cards: { gluedSeparators } }, []]);
  });

  test('that cannot be saved are not reported', async () => {
    const { saved, told, tell } = savedAs(null);
    await startGlued({ ...saved, saveData: () => Promise.reject(new Error('full')) }, tell);
    expect(told).toEqual([]);
  });
});

describe('while the app runs, separators without spaces', () => {
  const learned = async (text: string, data: unknown) => {
    const world = await World.open({ 'A.md': `---\ntags: [flashcards]\n---\n# S\n${text}` });
    const { saved, told, tell } = savedAs(data);
    await learnGlued(world.app, saved, tell);
    const questions = [...world.app.linker.notes.values()].flat().map(({ card }) => card.question);
    return { questions, told: told.length, data: saved.data };
  };

  test('are cards at once, and reported', async () => {
    const { questions, told } = await learned(`France::Paris\n\nChad::N’Djamena\n${comment}\n`, null);
    expect([questions, told]).toEqual([['France', 'Chad'], 1]);
  });

  test('are turned on silently if no card changes because of it', async () => {
    const { questions, told, data } = await learned(`France :: Paris\n${comment}\n`, null);
    expect([questions, told, data]).toEqual([['France'], 0, { cards: { gluedSeparators: true } }]);
  });

  test('stay off if the user turned them off', async () => {
    const off = { cards: { gluedSeparators: false } };
    const { questions, told, data } = await learned(`France::Paris\n\nChad::N’Djamena\n${comment}\n`, off);
    expect([questions, told, data]).toEqual([['S', 'Chad'], 0, off]);
  });
});

describe('the first comment with a schedule', () => {
  const detect = async (...texts: readonly string[]): Promise<number> => {
    const notes = Object.fromEntries(texts.map((text, at) => [`${String(at)}.md`, text]));
    const files = new SrDetector(new MemoryNotes(notes));
    let heard = 0;
    files.onComment(() => (heard += 1));
    for (const path of Object.keys(notes)) await files.read(path);
    return heard;
  };

  test('is reported once', async () => {
    expect(await detect('Text', `Q::A\n${comment}`, `R::B\n${comment}`)).toBe(1);
  });

  test('is reported to whoever asks later', async () => {
    const files = new SrDetector(new MemoryNotes({ 'A.md': `Q::A\n${comment}` }));
    await files.read('A.md');
    let heard = 0;
    files.onComment(() => (heard += 1));
    expect(heard).toBe(1);
  });

  test.each([
    ['code', `Write \`${comment}\` there.`],
    ['a fence', `\`\`\`\n${comment}\n\`\`\``],
    ['no comment of that plugin', '<!-- SR -->'],
    ['a whole note that is due', '---\nsr-due: 2027-01-01\n---\nText'],
  ])('is not %s', async (_, text) => {
    expect(await detect(text)).toBe(0);
  });
});

const withGlued: Settings = {
  ...defaultSettings,
  cards: { ...defaultSettings.cards, gluedSeparators: true },
};
const note =
  '---\ntags: [flashcards]\n---\n## Rivers\nThey flow.\n\nRiffle::A shallow stretch\n\n## Lakes\nPool::Deep\n';

describe('turned on and off, the setting loses no history', () => {
  test.each<[string, Settings, Settings, readonly string[]]>([
    ['on', defaultSettings, withGlued, ['Rivers', 'Lakes']],
    ['off', withGlued, defaultSettings, ['Rivers', 'Riffle', 'Pool']],
  ])('first %s, then back', async (_, one, other, questions) => {
    const world = await World.open({ 'Rivers.md': note }, one);
    for (const question of questions) world.answer(question, 4);
    await world.pass(3000);
    const before = questions.map((question) => world.app.study.schedule(world.id(question)));
    await world.app.useSettings(other);
    // The heading asks for the same text, with its line or without it.
    expect(world.reps('Rivers')).toBe(1);
    await world.quit();
    await world.start(other);
    await world.pass(10_000);
    await world.app.useSettings(one);
    expect(questions.map((question) => world.app.study.schedule(world.id(question)))).toEqual(before);
  });
});
