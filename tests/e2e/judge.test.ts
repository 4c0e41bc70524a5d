// The page of the judge, as a person uses it: opened from a file, without the network, rated by keys.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium, noChromium } from '../../scripts/chromium.mjs';
import { countSuspicions } from '../../scripts/judge/count.ts';
import { drawPage, pageData } from '../../scripts/judge/page.ts';
import { readRatings } from '../../scripts/judge/ratings.ts';
import { readJudgedVault } from '../../scripts/judge/read-cards.ts';
import { sampleCards } from '../../scripts/judge/sample.ts';

const vault = resolve(import.meta.dirname, '../fixtures/vault');
let folder = '';
let browser: Browser;
let page: Page;
const asked: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'judge-'));
  const read = await readJudgedVault(vault, false);
  const cards = read.notes.flatMap((note) => note.cards);
  const data = pageData('sample', read, countSuspicions(read), sampleCards(cards, 12, 1));
  await writeFile(join(folder, 'page.html'), await drawPage(data));
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(noChromium());
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(pathToFileURL(join(folder, 'page.html')).href);
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

describe('the page of the judge', () => {
  test('shows a card beside its note, with its parts marked', async () => {
    await page.getByText('Card 1 of 12, 0 rated').waitFor();
    expect((await page.locator('.prompt').textContent())?.trim()).not.toBe('');
    expect(await page.locator('.note mark.answer').count()).toBeGreaterThan(0);
  });

  test('rates by keys, moves on and back, and saves what was rated', async () => {
    await page.keyboard.press('1');
    await page.getByText('Card 2 of 12, 1 rated').waitFor();
    await page.keyboard.press('3');
    await page.keyboard.press('r');
    await page.keyboard.type('1 question of two');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Card 2 of 12, 2 rated').waitFor();
    await page.keyboard.press('2');
    const download = page.waitForEvent('download');
    await page.keyboard.press('s');
    const { ratings, shares } = readRatings(await readFile(await (await download).path(), 'utf8'));
    expect(ratings.map(({ rating }) => rating)).toEqual(['good', 'poor']);
    expect(Object.keys(shares).length).toBeGreaterThan(3);
  });

  test('keeps them when it is opened again, at the first card without a rating', async () => {
    await page.reload();
    await page.getByText('Card 3 of 12, 2 rated').waitFor();
  });

  test('fetches nothing and throws nothing', () => {
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
    expect(errors).toEqual([]);
  });
});
