// The reader of plain values against the nodes of a library: keys, values, and where they are written.
import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { readAnyProperties, type Property } from '../../../../src/core/note/properties.ts';
import { expectAlike } from '../../../alike.ts';
import { runs } from '../../../random.ts';
import { propertiesByNodes } from './oracle.ts';
import { longYaml, yamlText } from './yaml-text.ts';

/** An alias has the values of its anchor, which the nodes do not say; one without an anchor is an error. */
const alias = /[*]/;
/** `? ` begins a key of any kind, an empty one as well, and no app writes them. */
const anyKey = /^\s*[?:]/m;
type Read = readonly (readonly [string, readonly string[]])[];
const read = (list: readonly Property[]): Read => list.map(({ key, values }) => [key, values]);

/**
 * In any order, and without those with numbers, or with keys that are: they are as in the YAML only where it is certain
 * which is which.
 */
const loosely = (list: Read): string[] =>
  list
    .map((one) => JSON.stringify(one))
    .filter((one) => !/\d|inf|nan|^\["(?:null|true|~|false)/i.test(one))
    .sort();

/** An anchor, a type, or the header of an empty block: nothing is ever written there. */
const isClosed = (yaml: string, { span, keyStart }: Property): boolean =>
  span.start > keyStart && /^[&*!|>]/.test(yaml.slice(span.start, span.end));

describe.each([
  ['short', yamlText],
  ['long', longYaml],
])('properties of %s forms', (_, yamls) => {
  test('have the keys and values that the nodes of a library have', () => {
    fc.assert(
      fc.property(yamls, (yaml) => {
        const wanted = propertiesByNodes(yaml);
        if (!wanted || alias.test(yaml) || anyKey.test(yaml)) return;
        const { list, error, isPlaced } = readAnyProperties(yaml, 0);
        // A key that is twice in a map below another key.
        if (error?.message === 'map keys must be unique') return;
        expectAlike(error, null);
        if (isPlaced) expectAlike(read(list), read(wanted));
        else expectAlike(loosely(read(list)), loosely(read(wanted)));
      }),
      { numRuns: runs(20_000) },
    );
  });

  test('are written where these nodes are, if their places are certain', () => {
    fc.assert(
      fc.property(yamls, (yaml) => {
        const wanted = propertiesByNodes(yaml);
        const { list, isPlaced, error } = readAnyProperties(yaml, 0);
        if (!wanted || !isPlaced || error) return;
        const closed = list.map((property) => isClosed(yaml, property));
        const places = (all: readonly Property[]): unknown =>
          all.map(({ key, keyStart, span }, at) => [key, keyStart, closed[at] ? null : span]);
        expectAlike(places(list), places(wanted));
      }),
      { numRuns: runs(20_000) },
    );
  });
});
