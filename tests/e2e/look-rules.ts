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

/** What axe finds wrong inside an element. */
async function faults({ page }: PluginPage, selector: string): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (within) => {
    const { axe: runner } = window as unknown as {
      axe: { run(el: unknown, options: unknown): Promise<AxeResults> };
    };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await runner.run({ include: [within] }, { runOnly, elementRef: true });
    return violations.flatMap(({ id, nodes }) => {
      // White on its accent has 4.25:1 in the app's own button; the colours of it are the app's.
      const ours = nodes.filter(({ element }) => id !== 'color-contrast' || !element?.closest('.mod-cta'));
      const told = ours.map(
        ({ html, any }) => `${html} ${id === 'color-contrast' ? String(any[0]?.message) : ''}`,
      );
      return told.length === 0 ? [] : [`${id}: ${told.join(' ')}`];
    });
  }, selector);
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

/** Waits until axe finds nothing: for what Obsidian gives its size, which axe holds to the 24 px of WCAG. */
export async function keepsRulesOfAxe(plugin: PluginPage, selector: string): Promise<void> {
  await soon(async () => expect(await faults(plugin, selector)).toEqual([]));
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

/** What a finger cannot do on a screen: reach beyond its edge, hit a small control, or hover. */
function beyondTouch({ page }: PluginPage, selector: string): Promise<string[]> {
  return page.evaluate((within) => {
    const text = '.nf-question, .nf-answer-text, .nf-peek-text, .nf-pair-answer, .markdown-rendered';
    const aside = '.nf-table-scroll, .nf-question, .nf-answer-text, .nf-peek-text, .nf-unseen, .math, svg';
    const found: string[] = [];
    const say = (what: string, el: Element) => {
      const { width, height, left, right } = el.getBoundingClientRect();
      const place = [width, height, left, right].map(Math.round).join(' ');
      found.push(
        `${what}: ${el.tagName} ${String(el.getAttribute('class'))} “${String(el.textContent).slice(0, 40)}” ${place}`,
      );
    };
    if (document.documentElement.scrollWidth > window.innerWidth) say('page', document.documentElement);
    const root = document.querySelector(within);
    if (!root) return [`nothing is ${within}`];
    for (const el of [root, ...root.querySelectorAll<HTMLElement>('*')]) {
      if (!el.checkVisibility() || el.closest(aside)) continue;
      const { overflowX } = getComputedStyle(el);
      if (/auto|scroll/.test(overflowX) && el.scrollWidth > el.clientWidth) say('scrolls aside', el);
      const { left, right } = el.getBoundingClientRect();
      if (right > window.innerWidth + 1 || left < -1) say('beyond the edge', el);
    }
    const controls = 'button, a, summary, [role="button"], [role="tab"], [type="file"], .suggestion-item';
    for (const el of root.querySelectorAll<HTMLElement>(controls)) {
      if (!el.checkVisibility({ visibilityProperty: true }) || el.closest(text)) continue;
      const { width, height } = el.getBoundingClientRect();
      if (width < 44 || height < 44) say('small', el);
      if (!el.checkVisibility({ opacityProperty: true })) say('unseen', el);
    }
    return found;
  }, selector);
}

/** Waits until all of an element can be reached and hit by a finger. */
export async function fitsFinger(plugin: PluginPage, selector: string): Promise<void> {
  await soon(async () => expect(await beyondTouch(plugin, selector)).toEqual([]));
}

/** Waits until these are on screen as a whole, and nothing lies over them. */
export async function isInView({ page }: PluginPage, selector: string): Promise<void> {
  await soon(async () => {
    const places = await page.evaluate((all) => {
      const shown = [...document.querySelectorAll(all)].filter((el) => el.checkVisibility());
      return shown.map((el) => {
        const { left, top, right, bottom } = el.getBoundingClientRect();
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const isWhole = left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
        return isWhole && el.contains(hit)
          ? 'in view'
          : `${String(el.textContent)}: ${String(top)}–${String(bottom)}`;
      });
    }, selector);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => place !== 'in view')).toEqual([]);
  });
}
