import { expect, test } from '@jest/globals';
import { countLongAnswers } from '../../../src/app/browse/long-answers.ts';
import { World } from '../world.ts';

const head = '---\ntags: [flashcards]\n---\n';
const long = 'Slow waves come in deep sleep. '.repeat(60);

test('counts long answers of cards that are asked, even in notes without a history and after a start from the index', async () => {
  const world = await World.open({
    'A.md': `${head}## Deep sleep\n${long}\n\n## Spindles\nBursts.\n`,
    'B.md': `${head}## REM\n${long}\n\n## Waking\n${long}\n`,
    'C.md': `${head}## Abstract\n${long}\n`,
    'D.md': `## Not watched\n${long}\n`,
  });
  expect(countLongAnswers(world.app)).toBe(3);
  world.app.mark([world.id('REM')], 'suspended', true);
  expect(countLongAnswers(world.app)).toBe(2);
  await world.quit();
  await world.start();
  expect(countLongAnswers(world.app)).toBe(2);
  await world.save({ 'A.md': `${head}## Deep sleep\nShort now.\n` });
  expect(countLongAnswers(world.app)).toBe(1);
});
