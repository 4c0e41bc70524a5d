// The whole history out and in again.
import { expect, test } from '@jest/globals';
import { exportHistory, planRestore, restoreHistory } from '../../../src/app/history/backup.ts';
import { fileOf, review } from '../../core/history/events.ts';
import { answer, Device, gradesOf } from '../device.ts';

const phone = 'Flashcards/log/phone1/log-phone1-2026-11.md';

async function withHistory() {
  const device = new Device();
  device.files.files.set(phone, { text: fileOf([review('phone1.1', 'two', 4)], 'phone1'), mtime: 1 });
  const history = await device.open();
  history.append([answer('one', 1)]);
  history.append([answer('one', 3)]);
  return { device, history };
}

const bytes = (device: Device) => [...device.files.files.values()].map(({ text }) => text).join('');

test('an export brings every review to another vault', async () => {
  const { device, history } = await withHistory();
  const text = await exportHistory(history, device.files);
  const other = new Device();
  const empty = await other.open();
  await restoreHistory(empty, await planRestore(empty, other.files, text));
  expect([gradesOf(empty, 'one'), gradesOf(empty, 'two')]).toEqual([[1, 3], [4]]);
});

test('what was restored is still there after a restart', async () => {
  const { device, history } = await withHistory();
  const text = await exportHistory(history, device.files);
  const other = new Device();
  const empty = await other.open();
  await restoreHistory(empty, await planRestore(empty, other.files, text));
  const again = await other.open();
  expect([gradesOf(again, 'one'), gradesOf(again, 'two')]).toEqual([[1, 3], [4]]);
});

test('restoring twice writes nothing the second time', async () => {
  const { device, history } = await withHistory();
  const text = await exportHistory(history, device.files);
  const other = new Device();
  const empty = await other.open();
  await restoreHistory(empty, await planRestore(empty, other.files, text));
  const once = bytes(other);
  const second = await planRestore(empty, other.files, text);
  await restoreHistory(empty, second);
  expect([second.missing.length, bytes(other)]).toEqual([0, once]);
});

test('restoring into the original vault changes nothing', async () => {
  const { device, history } = await withHistory();
  const text = await exportHistory(history, device.files);
  const plan = await planRestore(history, device.files, text);
  expect([plan.events, plan.missing]).toEqual([3, []]);
});

test('an export of an export is the same', async () => {
  const { device, history } = await withHistory();
  const text = await exportHistory(history, device.files);
  const other = new Device();
  const empty = await other.open();
  await restoreHistory(empty, await planRestore(empty, other.files, text));
  const lines = (file: string) => file.split('\n').slice(1).sort();
  expect(lines(await exportHistory(empty, other.files))).toEqual(lines(text));
});

test.each(['', 'A note.', '{"i":"a.1"}', '{"cards":{}}'])('a file of %j is not a history', async (text) => {
  const { device, history } = await withHistory();
  expect((await planRestore(history, device.files, text)).refused).toBe('no history');
});

test('a damaged line is counted, and the others are restored', async () => {
  const { device, history } = await withHistory();
  const text = (await exportHistory(history, device.files)).replace('"g":4', '"g":2');
  const other = new Device();
  const empty = await other.open();
  const plan = await planRestore(empty, other.files, text);
  expect([plan.damaged, plan.missing.length]).toEqual([1, 2]);
});

test('an export of a newer version is refused', async () => {
  const { device, history } = await withHistory();
  const text = (await exportHistory(history, device.files)).replace('min=1', 'min=99');
  const plan = await planRestore(history, device.files, text);
  expect([plan.refused, plan.missing]).toEqual(['newer', []]);
});
