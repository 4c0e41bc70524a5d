// Made-up notes shaped like real ones: about 3 KB and six cards each, of the kinds found in a vault of lecture notes.
// The same seed produces the same vault.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shapes } from '../shapes/shapes.ts';
import { shapedNote } from './shaped-notes.ts';
import shapesOfNotes from './shapes.json' with { type: 'json' };
import { seededRandom, type Random } from '../identity/random.ts';

const words =
  'a the of model layer token attention data training loss gradient memory sleep spindle cortex signal weight matrix ' +
  'vector space time rate of in for with over under between after before learns shows gives takes keeps holds depends ' +
  'on sample batch larger smaller faster stable deep shallow linear sparse dense query key value head block network ' +
  'recall interval review card schedule result method paper author figure table because while since although each';
const vocabulary = words.split(' ');

function phrase(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(vocabulary)).join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function noteName(index: number): string {
  return `${capital(vocabulary[index % vocabulary.length] ?? 'note')} ${index}`;
}

function linkTo(random: Random, count: number): string {
  const target = noteName(random.below(count));
  return random.chance(0.4) ? `[[${target}|${phrase(random, 2)}]]` : `[[${target}]]`;
}

function sentence(random: Random, count: number): string {
  const parts = [capital(phrase(random, 4 + random.below(12)))];
  if (random.chance(0.15)) parts.push(linkTo(random, count));
  if (random.chance(0.06)) parts.push(`$\\frac{${random.pick(vocabulary)}}{n}$`);
  if (random.chance(0.06)) parts.push(`\`${random.pick(vocabulary)}_size\``);
  if (random.chance(0.04)) parts.push(`(see [the paper](https://example.org/${random.below(9999)}))`);
  if (random.chance(0.08)) parts.push(`**${phrase(random, 2)}**`);
  parts.push(phrase(random, 1 + random.below(8)));
  return `${parts.join(' ')}.`;
}

function paragraph(random: Random, count: number): string {
  return Array.from({ length: 1 + random.below(5) }, () => sentence(random, count)).join(' ');
}

/** Each kind of block with its frequency. */
const blocks: readonly (readonly [number, (random: Random, count: number) => string])[] = [
  [40, paragraph],
  [
    12,
    (random, count) =>
      Array.from({ length: 2 + random.below(5) }, (_, index) => {
        const indent = index > 0 && random.chance(0.25) ? '    ' : '';
        return `${indent}- ${sentence(random, count)}`;
      }).join('\n'),
  ],
  [12, (random, count) => `**${capital(phrase(random, 2))}**\n${paragraph(random, count)}`],
  [6, (random, count) => `**${capital(phrase(random, 2))}:** ${paragraph(random, count)}`],
  [
    6,
    (random, count) =>
      `> [!${random.pick(['note', 'define', 'question', 'tip'])}]${random.chance(0.6) ? ` ${capital(phrase(random, 3))}` : ''}\n` +
      `> ${paragraph(random, count)}`,
  ],
  [4, (random) => `![[${phrase(random, 1)}-${random.below(999)}.png|${300 + random.below(300)}]]`],
  [3, (random) => `$$\n${random.pick(vocabulary)} = \\sum_{i} x_i\n$$`],
  [
    3,
    (random) =>
      `\`\`\`python\n# ${phrase(random, 3)}\nfor x in range(${random.below(99)}):\n    print(x)\n\`\`\``,
  ],
  [2, (random) => `| ${phrase(random, 1)} | ${phrase(random, 1)} |\n|---|---|\n| ${phrase(random, 2)} | 2 |`],
  [
    1,
    (random, count) =>
      `${sentence(random, count)} A ==${phrase(random, 2)}== hides here. ${sentence(random, count)}`,
  ],
  [1, (random, count) => `> ${sentence(random, count)}`],
];
const blockWeight = blocks.reduce((sum, [weight]) => sum + weight, 0);

function block(random: Random, count: number): string {
  let left = random.below(blockWeight);
  for (const [weight, make] of blocks) {
    left -= weight;
    if (left < 0) return make(random, count);
  }
  return paragraph(random, count);
}

/** The text of note `index` in a vault of `count` notes. */
function makeNote(random: Random, count: number): string {
  const lines = [
    '---',
    'tags:',
    `  - flashcards${random.chance(0.7) ? `/${random.pick(['ml', 'sleep', 'papers', 'history'])}` : ''}`,
    `source: https://example.org/abs/${random.below(99999)}`,
    `summary: ${random.chance(0.7) ? capital(phrase(random, 12)) : ''}`,
    ...(random.chance(0.3) ? ['aliases:', `  - ${capital(phrase(random, 2))}`] : []),
    '---',
    paragraph(random, count),
    '',
  ];
  const sections = 3 + random.below(4);
  for (let index = 0; index < sections; index += 1) {
    lines.push(`${'#'.repeat(1 + random.below(3))} ${capital(phrase(random, 1 + random.below(4)))}`);
    const size = 1 + random.below(4);
    for (let at = 0; at < size; at += 1) lines.push(block(random, count), '');
  }
  return lines.join('\n');
}

/** Writes a vault of `count` notes under `folder`, which must be ours. */
export async function generateVault(folder: string, count: number, seed = 1): Promise<void> {
  const random = seededRandom(seed);
  for (let index = 0; index < count; index += 1) {
    const inside = join(folder, `Folder ${index % 20}`);
    if (index < 20) await mkdir(inside, { recursive: true });
    await writeFile(join(inside, `${noteName(index)}.md`), makeNote(random, count));
  }
}

/** Writes notes shaped like real ones under `folder`, which must be ours, until they total this many bytes. */
export async function generateShapedVault(folder: string, bytes: number, seed = 1): Promise<void> {
  const shapes = shapesOfNotes as unknown as Shapes;
  const random = seededRandom(seed);
  const pages = Math.ceil((bytes * shapes.notes) / shapes.bytes);
  for (let [index, written] = [0, 0]; written < bytes; index += 1) {
    const text = shapedNote(random, shapes, pages);
    const inside = join(folder, `Folder ${index % 20}`);
    if (index < 20) await mkdir(inside, { recursive: true });
    await writeFile(join(inside, `Page ${index}.md`), text);
    written += Buffer.byteLength(text);
  }
}
