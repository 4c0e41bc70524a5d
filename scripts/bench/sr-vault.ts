// Made-up notes of someone who has reviewed for years with the Spaced Repetition plugin: schedules in comments, in
// every place and form that it writes them. The same seed produces the same vault.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom, type Random } from '../identity/random.ts';

const vocabulary =
  'river basin delta channel sediment flow bank meander current spring estuary tributary gravel erosion valley flood dam'.split(
    ' ',
  );

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(vocabulary)).join(' ');
}

/** A part of a comment: SM-2 as most of its versions write it, FSRS as the newest does. */
function part(random: Random): string {
  const day = String(1 + random.below(28)).padStart(2, '0');
  const month = String(1 + random.below(12)).padStart(2, '0');
  const date = `${String(2024 + random.below(4))}-${month}-${day}`;
  const interval = 1 + random.below(400);
  return random.chance(0.9)
    ? `!${date},${String(interval)},${String(130 + 10 * random.below(20))}`
    : `!fsrs,${date},${String(interval)},${String(interval + 0.5)},${String(1 + random.below(9))},2,8,1,0,${date}`;
}

function comment(random: Random, parts: number): string {
  return `<!--SR:${Array.from({ length: parts }, () => part(random)).join('')}-->`;
}

/** Each kind of text with its frequency and number of schedules. */
const kinds: readonly (readonly [
  weight: number,
  schedules: number,
  make: (random: Random, n: number) => string,
])[] = [
  // Spaced and glued, with the comment below or on the same line.
  [25, 1, (random, n) => `Term ${String(n)} :: ${words(random, 6)}\n${comment(random, 1)}`],
  [25, 1, (random, n) => `Term ${String(n)}::${words(random, 6)} ${comment(random, 1)}`],
  [8, 2, (random, n) => `Term ${String(n)}:::${words(random, 3)} ${comment(random, 2)}`],
  [
    20,
    1,
    (random, n) =>
      `What is ${String(n)} of the ${words(random, 2)}\nin full?\n?\n${words(random, 8)}\n- ${words(random, 4)}\n- ${words(random, 4)}\n${comment(random, 1)}`,
  ],
  [
    5,
    2,
    (random, n) => `Side ${String(n)} ${words(random, 2)}\n??\n${words(random, 3)}\n${comment(random, 2)}`,
  ],
  [
    12,
    2,
    (random, n) =>
      `The ==${words(random, 1)} ${String(n)}== joins the ${words(random, 3)} of ==${words(random, 2)}==.\n${comment(random, 2)}`,
  ],
  [
    5,
    3,
    (random, n) =>
      `- A ==${String(n)}== of ==${words(random, 2)}== and ${words(random, 3)} by ==${words(random, 2)}== ${comment(random, 3)}`,
  ],
];
const weights = kinds.reduce((sum, [weight]) => sum + weight, 0);

function pickKind(random: Random): (typeof kinds)[number] {
  let left = random.below(weights);
  for (const kind of kinds) {
    left -= kind[0];
    if (left < 0) return kind;
  }
  throw new Error('no kind of text');
}

/** Writes notes with `schedules` to `schedules` + 2 schedules under a folder that must be ours. Returns the count. */
export async function generateSrVault(folder: string, schedules: number, seed = 1): Promise<number> {
  const random = seededRandom(seed);
  let count = 0;
  let text = 0;
  for (let note = 0; count < schedules; note += 1) {
    const inside = join(folder, `Folder ${String(note % 20)}`);
    if (note < 20) await mkdir(inside, { recursive: true });
    const lines = [`---\ntags: flashcards/rivers\n---\n`];
    // Most notes are short; some contain a whole lecture.
    const size = random.chance(0.1) ? 60 + random.below(120) : 2 + random.below(25);
    for (let at = 0; at < size && count < schedules; at += 1) {
      const [, own, make] = pickKind(random);
      if (random.chance(0.15))
        lines.push(`## ${words(random, 2)} ${String(text)}\n\n${words(random, 30)}.\n`);
      lines.push(`${make(random, text)}\n`);
      count += own;
      text += 1;
    }
    await writeFile(join(inside, `${words(random, 1)} ${String(note)}.md`), lines.join('\n'));
  }
  return count;
}
