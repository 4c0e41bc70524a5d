// What every screen is held to: the rules of axe, and controls that a thumb can hit.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { PageOptions } from './harness.ts';
import type { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const looks = [
  ['light-wide', { theme: 'light' }],
  ['dark-wide', { theme: 'dark' }],
  ['light-phone', { theme: 'light', viewport: 'phone' }],
  ['dark-phone', { theme: 'dark', viewport: 'phone' }],
] as const satisfies readonly (readonly [string, PageOptions])[];

/** What axe finds wrong inside an element; colours are the theme's. */
async function faults({ page }: PluginPage, selector: string): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async (within) => {
    const { axe: runner } = window as unknown as {
      axe: { run(el: unknown, options: unknown): Promise<AxeResults> };
    };
    return runner.run(
      { include: [within] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
        rules: { 'color-contrast': { enabled: false } },
      },
    );
  }, selector);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html).join(' ')}`);
}

/** Controls that a thumb would miss. */
function small({ page }: PluginPage, selector: string): Promise<string[]> {
  return page.evaluate((within) => {
    const controls = document.querySelectorAll<HTMLElement>(`${within} :is(button, summary)`);
    return [...controls]
      .filter((one) => one.offsetParent !== null && (one.offsetHeight < 44 || one.offsetWidth < 44))
      .map(
        (one) => `${one.className} ${one.textContent} ${String(one.offsetWidth)}×${String(one.offsetHeight)}`,
      );
  }, selector);
}

/** Waits until an element keeps every rule: it may still be drawing itself. */
export async function keepsRules(plugin: PluginPage, selector: string): Promise<void> {
  await soon(async () => {
    expect(await faults(plugin, selector)).toEqual([]);
    expect(await small(plugin, selector)).toEqual([]);
  });
}

/** Waits until nothing inside these elements reaches beyond their width. */
export async function cutsNothingOff({ page }: PluginPage, selectors: readonly string[]): Promise<void> {
  await soon(async () => {
    const beyond = await page.evaluate(
      (all) =>
        all.map((selector) => {
          const el = document.querySelector<HTMLElement>(selector);
          return el ? el.scrollWidth - el.clientWidth : null;
        }),
      selectors,
    );
    expect(beyond).toEqual(selectors.map(() => 0));
  });
}
