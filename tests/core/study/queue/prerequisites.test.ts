import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { prerequisitesFirst } from '../../../../src/core/study/queue/prerequisites.ts';
import { runs } from '../../../random.ts';

type Links = Readonly<Record<string, readonly string[]>>;

const order = (links: Links, notes: readonly string[] = Object.keys(links)) =>
  prerequisitesFirst(notes, (note) => links[note] ?? []).join(' ');

describe('prerequisites first', () => {
  test.each<[string, Links, string]>([
    ['a note comes after what it links to', { a: ['b'], b: [] }, 'b a'],
    ['and after what that links to', { a: ['b'], b: ['c'], c: [] }, 'c b a'],
    ['notes without links go by path', { b: [], c: [], a: [] }, 'a b c'],
    ['what a note needs comes right before it', { a: ['z'], b: [], z: [] }, 'z a b'],
    ['a link to itself does not count', { a: ['a'], b: [] }, 'a b'],
    ['a link to a note without cards does not count', { a: ['elsewhere'], b: [] }, 'a b'],
    ['a link twice counts once', { a: ['b', 'b'], b: [] }, 'b a'],
    ['of two that link to each other the lower path comes first', { b: ['a'], a: ['b'] }, 'a b'],
    ['in a circle of three, the lowest, then by links', { a: ['b'], b: ['c'], c: ['a'] }, 'a c b'],
    ['a note that only leads to a circle waits for it', { a: ['y'], y: ['z'], z: ['y'] }, 'y z a'],
    ['two circles, one after the other', { a: ['b', 'y'], b: ['a'], y: ['z'], z: ['y'] }, 'y z a b'],
  ])('%s', (_, links, expected) => {
    expect(order(links)).toBe(expected);
  });

  test('a chain of 20,000 notes works', () => {
    const notes = Array.from({ length: 20_000 }, (_, at) => `n${at}`);
    const sorted = prerequisitesFirst(notes, (note) => [`n${Number(note.slice(1)) + 1}`]);
    expect(sorted[0]).toBe('n19999');
  });

  const vault = fc
    .integer({ min: 1, max: 14 })
    .chain((count) => fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 40 }))
    .map((edges) => {
      const links: Record<string, string[]> = {};
      for (const [from, to] of edges) {
        (links[`n${from}`] ??= []).push(`n${to}`);
        links[`n${to}`] ??= [];
      }
      return links;
    });
  const numRuns = runs(10_000, 300);

  test('every note is in the order once', () => {
    fc.assert(
      fc.property(vault, (links) => {
        expect(order(links).split(' ').sort().join(' ')).toBe(Object.keys(links).sort().join(' '));
      }),
      { numRuns },
    );
  });

  test('only links within a circle are broken', () => {
    fc.assert(
      fc.property(vault, (links) => {
        const place = new Map(
          order(links)
            .split(' ')
            .map((note, index) => [note, index]),
        );
        const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
          from === to ||
          (links[from] ?? []).some((next) => !seen.has(next) && reaches(next, to, seen.add(next)));
        for (const [note, targets] of Object.entries(links))
          for (const target of targets)
            if (!reaches(target, note)) expect(place.get(target)).toBeLessThan(place.get(note) ?? -1);
      }),
      { numRuns },
    );
  });

  test('the order of the list does not matter', () => {
    fc.assert(
      fc.property(vault, (links) => {
        expect(order(links, Object.keys(links).reverse())).toBe(order(links));
      }),
      { numRuns },
    );
  });
});
