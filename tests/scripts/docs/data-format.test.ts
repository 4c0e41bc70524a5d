// The worked example of docs/data-format.md, read by the plugin and by the program that stands there.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Fold } from '../../../src/core/history/fold.ts';
import { encodeEvent, parseLog } from '../../../src/core/history/log-format.ts';

const document = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'data-format.md'), 'utf8');
const example = document.slice(document.indexOf('## A worked example'));
const folder = mkdtempSync(join(tmpdir(), 'data-format-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The first code block of the example with these marks. */
function block(marks: string, end: string): string {
  const from = example.indexOf(`\n${marks}\n`) + marks.length + 2;
  return example.slice(from, example.indexOf(`\n${end}\n`, from) + 1);
}

const log = block('````', '````');
const printed = block('```text', '```');
const parsed = parseLog('log-k7q2m9ax-2026-11.md', log);

describe('the worked example', () => {
  test('is an undamaged log, byte by byte as the plugin writes it', () => {
    expect(parsed.problems).toEqual([]);
    expect(parsed.torn).toBe(0);
    expect(parsed.lines.map(({ event }) => encodeEvent(event))).toEqual(log.trimEnd().split('\n').slice(1));
  });

  test('means to the plugin what the document says', () => {
    const fold = new Fold();
    fold.add(parsed.lines);
    const cards = [...fold.cards.values()];
    const lines = cards.flatMap(({ snapshot, reviews }) =>
      reviews.map(({ t, y, g }) => {
        const day = new Date(y * 86_400_000).toISOString().slice(0, 10);
        return { t, line: `${day} ${String(g)} ${snapshot?.question ?? ''}\n` };
      }),
    );
    expect(
      lines
        .sort((one, other) => one.t - other.t)
        .map(({ line }) => line)
        .join(''),
    ).toBe(printed);
    expect(cards.map(({ snapshot, flag }) => [snapshot?.question, flag])).toEqual([
      ['What is in it?', 0],
      ['How long does it draw?', 1],
    ]);
  });

  test('means the same to the program in the document, and a damaged line means nothing', () => {
    const program = join(folder, 'read-log.mjs');
    writeFileSync(program, block('```js', '```'));
    writeFileSync(join(folder, 'log.md'), log);
    writeFileSync(join(folder, 'copy.md'), `${log}${log.split('\n')[2]?.replace('"g":3', '"g":4') ?? ''}\n`);
    const output = execFileSync(process.execPath, [program, 'log.md', 'copy.md'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(output).toBe(printed);
  });
});
