// What was typed beside a long answer: which of its points it names.
import { tokensOf } from './tokens.ts';

const keysOf = (text: string): ReadonlySet<string> =>
  new Set(tokensOf(text, 'forgiving').map(({ key }) => key));

/** For each point, whether most of its words were typed, in any order. */
export function namedPoints(points: readonly string[], typed: string): readonly boolean[] {
  const given = keysOf(typed);
  return points.map((point) => {
    const words = [...keysOf(point)];
    return words.filter((word) => given.has(word)).length > words.length / 2;
  });
}
