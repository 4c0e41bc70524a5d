// Whether text can be read as well as the theme's own: its contrast with what is behind it, beside that of the theme's
// quiet text on its own ground.
import { expect } from '@jest/globals';
import type { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';

/** Texts of an element that are harder to read than the theme's quiet text, with their contrast. */
function faint({ page }: PluginPage, selector: string): Promise<string[]> {
  return page.evaluate((within) => {
    type Colour = readonly [number, number, number, number];
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    /** Of any notation, as the browser paints it. */
    const read = (colour: string): Colour => {
      if (!pen) throw new Error('no canvas');
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = pen.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const over = (top: Colour, below: Colour): Colour => {
      const mix = (at: 0 | 1 | 2): number => top[at] * top[3] + below[at] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const light = ([r, g, b]: Colour): number => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((one) => {
        const part = one / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const contrast = (a: Colour, b: Colour): number => {
      const [one, two] = [light(a), light(b)];
      return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    };
    const ground = (el: Element | null): Colour => {
      if (!el) return [255, 255, 255, 1];
      const own = read(getComputedStyle(el).backgroundColor);
      return own[3] === 1 ? own : over(own, ground(el.parentElement));
    };
    const variable = (name: string): Colour => read(getComputedStyle(document.body).getPropertyValue(name));
    const quiet = Math.min(
      ...['--background-primary', '--background-secondary'].map((name) =>
        contrast(variable('--text-muted'), variable(name)),
      ),
    );
    // Rounding, and the ground of a hovered row.
    const wanted = Math.min(4.5, quiet) - 0.35;
    const found = new Set<string>();
    for (const el of document.querySelectorAll(`${within}, ${within} *`)) {
      const text = [...el.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent);
      if (text.join('').trim() === '' || !el.checkVisibility({ opacityProperty: true })) continue;
      if (el.closest('.mod-cta, :disabled, .katex-mathml, svg, option, .nf-unseen')) continue;
      const { width, height } = el.getBoundingClientRect();
      if (width < 2 || height < 2) continue;
      const below = ground(el);
      const has = contrast(over(read(getComputedStyle(el).color), below), below);
      if (has < wanted)
        found.add(`${has.toFixed(2)} of ${wanted.toFixed(2)}: ${el.className} “${text.join('').trim()}”`);
    }
    return [...found];
  }, selector);
}

/** Waits until every text in an element can be read. */
export async function isLegible(plugin: PluginPage, selector: string): Promise<void> {
  await soon(async () => expect(await faint(plugin, selector)).toEqual([]));
}
