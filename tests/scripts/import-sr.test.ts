// The command over a copy of the fixture vault: what it writes, and what it leaves alone.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dueJson, type DueJson } from '../../src/app/outside/due-json.ts';
import { importSchedules } from '../../scripts/cli/import-sr.ts';
import { openNodeApp } from '../../scripts/node/app.ts';

const source = join(import.meta.dirname, '../fixtures/sr-vault');
let vault = '';

function notes(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.startsWith('Flashcards'))
    .sort()
    .map((path) => `${path}\n${readFileSync(join(folder, path), 'latin1')}`);
}

async function due(): Promise<DueJson[]> {
  const { app } = await openNodeApp(vault);
  const rows = [...dueJson(app)];
  app.close();
  return rows;
}

beforeEach(() => {
  vault = mkdtempSync(join(tmpdir(), 'import-sr-'));
  cpSync(source, vault, { recursive: true });
});

afterEach(() => {
  rmSync(vault, { recursive: true });
});

describe('import-sr', () => {
  test('in a dry run says what it found and writes nothing', async () => {
    const { found, taken } = await importSchedules(vault, true);
    expect([found.schedules, found.matched.length, taken.imported]).toEqual([41, 33, 33]);
    expect(readdirSync(vault)).toEqual(readdirSync(source));
  });

  test('gives each card the date that its comment says', async () => {
    const { found } = await importSchedules(vault, false);
    const shown = (note: string, question: string, day: string): string => `${note} ${question} ${day}`;
    const expected = found.matched.map(({ card, schedule }) =>
      shown(card.note, card.question, new Date(schedule.due * 86_400_000).toISOString().slice(0, 10)),
    );
    const actual = (await due()).map((row) => shown(row.note, row.question, row.due ?? ''));
    expect(actual.sort()).toEqual(expected.sort());
  });

  test('changes no byte of a note', async () => {
    await importSchedules(vault, false);
    expect(notes(vault)).toEqual(notes(source));
  });

  test('run twice imports once', async () => {
    await importSchedules(vault, false);
    const before = await due();
    const { taken } = await importSchedules(vault, false);
    expect(taken).toEqual({ imported: 0, known: 33, reviewed: 0, isStopped: false });
    expect(await due()).toEqual(before);
  });
});
