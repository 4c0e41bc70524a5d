// The plugin directory refuses code that a person cannot read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const styles = readFileSync(join(import.meta.dirname, '../../styles.css'), 'utf8');

test('styles.css holds rules alone: no line that could be packed data', () => {
  expect(styles.split('\n').filter((line) => line.length > 120)).toEqual([]);
});
