// The text of a snapshot's line is kept in brief only where it comes back sign for sign.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeSnapshot } from '../../../src/core/history/card-snapshot.ts';
import type { CardSnapshot } from '../../../src/core/history/event.ts';
import { briefSnapshot, fullSnapshot } from '../../../src/core/history/packed/brief-snapshot.ts';
import { runs } from '../../random.ts';

const hash = fc.stringMatching(/^[a-z2-7]{12}$/);
const snapshots: fc.Arbitrary<CardSnapshot> = fc.record({
  path: fc.string({ unit: 'grapheme', maxLength: 30 }).map((name) => `${name}.md`),
  source: fc.constantFrom('separator', 'cloze', 'heading'),
  headings: fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 2 }),
  question: fc.string({ unit: 'grapheme', maxLength: 80 }),
  ordinal: fc.nat(3),
  questionHash: hash,
  answerHash: hash,
  sketch: fc.stringMatching(/^[\w-]{0,60}$/),
});

/** As in the line, after the card's id. */
const restOf = (snapshot: CardSnapshot): string => JSON.stringify(encodeSnapshot(snapshot)).slice(1, -1);

test('a line of ours is restored from less than two thirds of its signs', () => {
  fc.assert(
    fc.property(snapshots, (snapshot) => {
      const rest = restOf(snapshot);
      const brief = briefSnapshot(rest, snapshot);
      // Without a sketch, the line has no place for one.
      if (snapshot.sketch === '') expect(brief).toBeNull();
      else {
        expect(brief === null ? null : fullSnapshot(brief, snapshot)).toBe(rest);
        expect(brief?.length).toBeLessThan((2 / 3) * rest.length);
      }
    }),
    { numRuns: runs(1000, 50) },
  );
});

test('a line that says other things, or in another way, stays whole', () => {
  fc.assert(
    fc.property(snapshots, snapshots, fc.nat(), (snapshot, other, at) => {
      const rest = restOf(snapshot);
      const place = at % rest.length;
      const texts = [rest, `${rest.slice(0, place)} ${rest.slice(place)}`, rest.slice(0, place)];
      for (const text of texts)
        for (const key of [snapshot, other]) {
          const brief = briefSnapshot(text, key);
          if (brief !== null) expect(fullSnapshot(brief, key)).toBe(text);
        }
      if (other.path !== snapshot.path) expect(briefSnapshot(rest, other)).toBeNull();
    }),
    { numRuns: runs(1000, 50) },
  );
});
