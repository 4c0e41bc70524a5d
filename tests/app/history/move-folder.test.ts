// The folder setting changes: the old folder is still read, and its events can be copied into the new one.
import { expect, test } from '@jest/globals';
import { foldersToMove, moveHistory } from '../../../src/app/history/move-folder.ts';
import { fileOf, review } from '../../core/history/events.ts';
import { APPEND_WITHIN, answer, Device, gradesOf } from '../device.ts';

const OTHER = 'Flashcards/log/phone1/log-phone1-2026-11.md';

/** A device whose answers, and those of another, stand in `Flashcards`; it writes to `Cards` now. */
async function moved() {
  const device = new Device();
  device.files.files.set(OTHER, { text: fileOf([review('phone1.1', 'two', 4)], 'phone1'), mtime: 1 });
  const history = await device.open();
  history.append([answer('one', 1)]);
  await history.flush();
  await history.useFolder('Cards');
  return { device, history };
}

const inCards = (device: Device) =>
  [...device.files.files.keys()].filter((path) => path.startsWith('Cards/log/'));

test('answers go to the new folder, and the old one still counts', async () => {
  const { device, history } = await moved();
  history.append([answer('one', 2)]);
  await history.flush();
  expect(inCards(device)).toHaveLength(1);
  expect([gradesOf(history, 'one'), gradesOf(history, 'two')]).toEqual([[1, 2], [4]]);
});

test('the old folder still counts after a restart, and so does what another device adds there', async () => {
  const { device } = await moved();
  const history = await device.open('Cards');
  const more = fileOf([review('phone1.1', 'two', 4), review('phone1.2', 'two', 2)], 'phone1');
  device.files.files.set(OTHER, { text: more, mtime: 2 });
  await history.absorb(OTHER);
  expect([gradesOf(history, 'one'), gradesOf(history, 'two')]).toEqual([[1], [4, 2]]);
});

test('a waiting answer is written before the folder changes', async () => {
  const device = new Device();
  const history = await device.open();
  history.append([answer('one')]);
  await history.useFolder('Cards');
  expect([...device.files.files.keys()].some((path) => path.startsWith('Flashcards/log/'))).toBe(true);
});

test('a move is offered with the number of events, until it is made', async () => {
  const { device, history } = await moved();
  expect(await foldersToMove(history, device.files)).toEqual([{ folder: 'Flashcards', events: 2 }]);
  expect(await moveHistory(history, device.files, 'Flashcards')).toBe(2);
  expect(await foldersToMove(history, device.files)).toEqual([]);
});

test('a move leaves the old folder as it was, and the new one tells every device all of it', async () => {
  const { device, history } = await moved();
  const old = () => [...device.files.files].filter(([path]) => path.startsWith('Flashcards/'));
  const before = structuredClone(old());
  await moveHistory(history, device.files, 'Flashcards');
  expect(old()).toEqual(before);
  const reader = await new Device(device.files).open('Cards');
  expect([gradesOf(reader, 'one'), gradesOf(reader, 'two')]).toEqual([[1], [4]]);
});

test('nothing is counted twice after a move, even if the old folder is then deleted', async () => {
  const { device, history } = await moved();
  await moveHistory(history, device.files, 'Flashcards');
  for (const path of device.files.files.keys())
    if (path.startsWith('Flashcards/')) device.files.files.delete(path);
  const again = await device.open('Cards');
  await device.pass(APPEND_WITHIN);
  expect([gradesOf(again, 'one'), gradesOf(again, 'two'), again.waiting]).toEqual([[1], [4], false]);
});

test('a move that cannot be written is reported to the caller, and can be made later', async () => {
  const { device, history } = await moved();
  device.files.files.set('Cards', { text: 'a file', mtime: 1 });
  await expect(moveHistory(history, device.files, 'Flashcards')).rejects.toThrow('Cards');
  device.files.files.delete('Cards');
  expect(await moveHistory(history, device.files, 'Flashcards')).toBe(2);
});
