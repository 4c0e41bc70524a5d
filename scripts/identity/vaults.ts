// The vaults to edit: made up, our own fixtures, and the shared corpus if it is installed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLines } from '../cli/json-lines.ts';
import { readBatch } from '../cli/link.ts';
import type { Texts } from './made-up-vaults.ts';
import { makeUpVault } from './made-up-vaults.ts';
import { seededRandom } from './random.ts';

export interface NamedVault {
  readonly name: string;
  readonly notes: Texts;
}

const corpus = join(import.meta.dirname, '../../../shared/corpus');
/** Notes of a real vault edited together; more would only slow each batch down. */
const notesPerVault = 40;

function readFolder(folder: string): Texts {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  return Object.fromEntries(
    paths.sort().map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** The last known text of every note in a file of batches. */
async function lastTexts(path: string): Promise<Texts> {
  const texts = new Map<string, string>();
  for await (const { text } of readLines(path)) {
    const batch = readBatch(text);
    if (typeof batch === 'string') continue;
    for (const gone of Object.keys(batch.before)) texts.delete(gone);
    for (const [note, now] of Object.entries(batch.after)) texts.set(note, now);
  }
  return Object.fromEntries(texts);
}

function parts(name: string, notes: Texts, seed: number): NamedVault[] {
  const shuffled = seededRandom(seed).shuffle(Object.entries(notes).sort(([a], [b]) => (a < b ? -1 : 1)));
  const count = Math.max(1, Math.floor(shuffled.length / notesPerVault));
  return Array.from({ length: Math.min(count, 6) }, (_, at) => ({
    name: `${name} ${at + 1}`,
    notes: Object.fromEntries(shuffled.slice(at * notesPerVault, (at + 1) * notesPerVault)),
  }));
}

/** Weights were chosen on `tuning` vaults; `held-out` ones were only measured. */
export async function loadVaults(part: 'tuning' | 'held-out'): Promise<NamedVault[]> {
  const first = part === 'tuning' ? 1 : 1001;
  const vaults: NamedVault[] = [0, 1, 2, 3].map((at) => ({
    name: `made up ${first + at}`,
    notes: makeUpVault(seededRandom(first + at)),
  }));
  const fixtures = join(import.meta.dirname, '../../tests/fixtures/vault');
  if (existsSync(fixtures)) vaults.push({ name: 'fixtures', notes: readFolder(fixtures) });
  if (existsSync(join(corpus, 'notes')))
    vaults.push({ name: 'corpus notes', notes: readFolder(join(corpus, 'notes')) });
  const history = join(corpus, 'history.jsonl.gz');
  if (existsSync(history)) {
    const all = parts('corpus history', await lastTexts(history), 1);
    vaults.push(...all.filter((_, at) => at % 2 === (part === 'tuning' ? 0 : 1)));
  }
  return vaults;
}
