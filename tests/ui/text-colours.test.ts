// The colours that text may have: those that are read on every ground of Obsidian's default theme, light and dark.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const styles = readFileSync(join(import.meta.dirname, '../../styles.css'), 'utf8');

test('text is in the colours for text, not in those for marks: orange on white has 2.9:1', () => {
  const colours = [...styles.matchAll(/(?<![-\w])color:\s*([^;]+);/g)].map(([, value]) => value);
  expect(colours.length).toBeGreaterThan(40);
  const allowed = ['var(--text-normal)', 'var(--text-muted)', 'var(--text-on-accent)', 'var(--link-color)'];
  // A mark's color with so much of the text's in it can be read; the browser tests measure the contrast.
  const mixed = /^color-mix\(in srgb, var\(--color-\w+\) [1-6]0%, var\(--text-normal\)\)$/;
  // An answer that a self-test covers, and a tick that is not set.
  expect(colours.filter((value = '') => !allowed.includes(value) && !mixed.test(value))).toEqual([
    'transparent',
    'transparent',
  ]);
});
