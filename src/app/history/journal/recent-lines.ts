// The last lines that this device wrote, with the file that should contain each. A sync client may replace a newer file
// with an older one, even between two starts: lines missing from their file are then written again. Lines are not
// dropped once seen in the log, since nobody can know which version of it a sync client still holds.
import * as v from 'valibot';
import type { WindowSlot } from './window-slot.ts';

/** In characters: about 1,500 reviews. Local storage holds a few million for all vaults and plugins together. */
const recentLimit = 200_000;

/** Lines in order; consecutive lines in the same file share an entry: the path and the lines. */
const entrySchema = v.tuple([v.string(), v.array(v.string())]);
type Entry = v.InferOutput<typeof entrySchema>;

export class RecentLines {
  readonly #place: WindowSlot;
  /** Paths by line, oldest line first. */
  readonly #paths = new Map<string, string>();
  #size = 0;

  constructor(place: WindowSlot) {
    this.#place = place;

    for (const [path, lines] of place.recent().flatMap(parse)) this.#put(path, lines);
  }

  entries(): IterableIterator<[line: string, path: string]> {
    return this.#paths.entries();
  }

  /** What a file should contain. */
  of(path: string): readonly string[] {
    return [...this.#paths].flatMap(([line, file]) => (file === path ? [line] : []));
  }

  add(path: string, lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.#put(path, lines);
    this.save();
  }

  /** Files were renamed. */
  move(renamed: (path: string) => string): void {
    for (const [line, path] of this.#paths) this.#paths.set(line, renamed(path));
    this.save();
  }

  remove(lines: readonly string[]): void {
    if (lines.length === 0) return;
    for (const line of lines) this.#drop(line);
    this.save();
  }

  /** Frees the room for something more important; this session still knows what it wrote. */
  makeRoom(): void {
    this.#place.saveRecent(null);
  }

  #put(path: string, lines: readonly string[]): void {
    for (const line of lines) {
      this.#drop(line);
      this.#paths.set(line, path);
      this.#size += line.length;
    }
    for (const line of this.#paths.keys()) {
      if (this.#size <= recentLimit) return;
      this.#drop(line);
    }
  }

  #drop(line: string): void {
    if (this.#paths.delete(line)) this.#size -= line.length;
  }

  save(): void {
    const saved: Entry[] = [];
    for (const [line, path] of this.#paths) {
      const last = saved.at(-1);
      if (last?.[0] === path) last[1].push(line);
      else saved.push([path, [line]]);
    }
    try {
      this.#place.saveRecent(JSON.stringify(saved));
    } catch {
      // This is only a second safety net: the log has these lines. The write-ahead reports a full store.
    }
  }
}

/** Empty if nothing can be read. */
function parse(text: string): readonly Entry[] {
  try {
    const read = v.safeParse(v.array(v.fallback(v.nullable(entrySchema), null)), JSON.parse(text));
    return read.success ? read.output.filter((entry) => entry !== null) : [];
  } catch {
    return [];
  }
}
