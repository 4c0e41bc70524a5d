// One random interleaving of what people, clocks, disks and sync services do on two or three devices. In the end all
// files arrive everywhere: then no review may be lost, and every device shows what a fresh start of it shows.
import type { Grade } from '../../src/core/history/event.ts';
import { dice, pick, type Roll } from './dice.ts';
import { ModelDevice, type World } from './model-device.ts';
import { anyEdit, type Edit, firstNotes } from './notes.ts';

/** A note as a sync service knows it; the highest stamp wins. */
interface Version {
  readonly text: string | null;
  readonly stamp: number;
}

const DAY = 86_400_000;
const YEAR = 365 * DAY;
const conflictNames = [
  (path: string) => path.replace(/\.md$/, ' (conflicted copy 2026-11-01).md'),
  (path: string) => path.replace(/\.md$/, '.sync-conflict-20261101-101010-ABCDEFG.md'),
  () => 'Flashcards/Untitled conflict 3.md',
];

export class Interleaving {
  readonly trace: string[] = [];
  readonly #world: World = { now: Date.UTC(2026, 9, 20, 15) };
  readonly #devices: readonly ModelDevice[];
  readonly #notes: ReadonlyMap<ModelDevice, Map<string, Version>>;
  /** All versions of each log at its owner. */
  readonly #versions = new Map<string, string[]>();
  /** Ids of acknowledged reviews, with grade and card, that nobody took back. */
  readonly #kept = new Map<string, string>();
  readonly #wasFull = new Set<ModelDevice>();
  #stamp = 0;

  private constructor(devices: number, alike: boolean, seed: number) {
    const skews = [0, -90_000, 7 * 60_000];
    const zones = [-300, 60, 540];
    this.#devices = Array.from(
      { length: devices },
      (_, n) =>
        new ModelDevice('ABC'[n] ?? '', this.#world, {
          skew: skews[n] ?? 0,
          zone: zones[n] ?? 0,
          seed: seed * 7 + n,
        }),
    );
    const first = firstNotes(alike);
    this.#notes = new Map(
      this.#devices.map((device) => {
        for (const [path, text] of first) device.notes.texts.set(path, text);
        return [device, new Map([...first].map(([path, text]) => [path, { text, stamp: 0 }]))];
      }),
    );
  }

  /** Runs the steps, each of which is the seed of what happens; gives what is wrong in the end. */
  static async run(seed: number, steps: readonly number[]): Promise<Interleaving & { wrong: string | null }> {
    const roll = dice(seed);
    const model = new Interleaving(2 + roll(2), roll(3) === 0, seed);
    for (const device of model.#devices) await device.start();
    for (const [n, step] of steps.entries()) await model.#step(dice(step), String(n));
    return Object.assign(model, { wrong: await model.#end() });
  }

  async #step(roll: Roll, name: string): Promise<void> {
    const device = pick(this.#devices, roll);
    if (!device) return;
    this.#world.now += 1000 * (1 + roll(600)) + (roll(12) === 0 ? DAY * (1 + roll(3)) : 0);
    const kind = roll(100);
    const did = await this.#act(device, kind, roll, name);
    if (did !== null) this.trace.push(`${name} ${device.name} ${did}`);
    this.#watch();
    if (roll(3) === 0) await device.pass();
  }

  async #act(device: ModelDevice, kind: number, roll: Roll, name: string): Promise<string | null> {
    if (kind < 34) return this.#answer(device, roll);
    if (kind < 39) return this.#undo(device);
    if (kind < 45) return this.#mark(device, roll);
    if (kind < 51) return device.flush().then(() => 'flush');
    if (kind < 56) return device.start().then(() => 'kill and start');
    if (kind < 64) return this.#edit(device, roll, name);
    if (kind < 69) return this.#rename(device, roll, name);
    if (kind < 71) return this.#delete(device, roll);
    if (kind < 74) return this.#turnClock(device, roll);
    if (kind < 76) return `disk full: ${String((device.diskFull = !device.diskFull))}`;
    if (kind < 77) {
      this.#wasFull.add(device);
      device.store.limit = device.store.limit === Infinity ? device.store.size : Infinity;
      return `storage full: ${String(device.store.limit < Infinity)}`;
    }
    if (kind < 85) return this.#sendNote(device, roll);
    return this.#sendLog(device, roll);
  }

  #anyCard(device: ModelDevice, roll: Roll) {
    const { notes } = device.app.linker;
    return pick(
      [...notes.keys()].sort().flatMap((path) => notes.get(path) ?? []),
      roll,
    );
  }

  #answer(device: ModelDevice, roll: Roll): string | null {
    const card = this.#anyCard(device, roll);
    if (!card) return null;
    const { app } = device;
    const isNew = app.study.schedule(card.id).state === 'new';
    const scope = { kind: 'search', cards: new Set([card.id]) } as const;
    const review = app.startReview(isNew ? { scope } : { scope, ahead: 40_000 });
    const grade = (1 + roll(4)) as Grade;
    if (review.session.current) {
      const before = new Set([...app.history.reviews()].map(({ i }) => i));
      review.dispatch({ kind: 'reveal' });
      review.dispatch({ kind: 'grade', grade });
      for (const { i, c, g } of app.history.reviews())
        if (!before.has(i) && device.store.limit === Infinity) this.#kept.set(i, `${c} ${String(g)}`);
    }
    app.endReview(review);
    return `answer “${card.card.question}” of ${card.card.note} ${String(grade)}`;
  }

  #undo(device: ModelDevice): string | null {
    const action = device.app.history.undoable();
    if (!action) return null;
    device.app.undo();
    for (const { i } of action.events) this.#kept.delete(i);
    return `undo ${action.name}`;
  }

  #mark(device: ModelDevice, roll: Roll): string | null {
    const card = this.#anyCard(device, roll);
    const marks: readonly (readonly [string, unknown])[] = [
      ['suspended', roll(2) === 0],
      ['flag', roll(4)],
      ['reset', true],
      ['buried', device.app.study.today],
    ];
    const mark = pick(marks, roll);
    if (!card || !mark) return null;
    device.app.mark([card.id], mark[0], mark[1]);
    return `mark “${card.card.question}” ${mark[0]} ${String(mark[1])}`;
  }

  async #edit(device: ModelDevice, roll: Roll, name: string): Promise<string> {
    const { texts } = device.notes;
    const vault = { paths: [...texts.keys()].sort(), text: (path: string) => texts.get(path) ?? '' };
    const [what, edit] = anyEdit(vault, `${name}${device.name}`, roll);
    await this.#save(device, edit);
    return `edit: ${what}`;
  }

  async #rename(device: ModelDevice, roll: Roll, name: string): Promise<string | null> {
    const path = pick([...device.notes.texts.keys()].sort(), roll);
    const text = path === undefined ? undefined : device.notes.texts.get(path);
    if (path === undefined || text === undefined) return null;
    const to = `R${name}${device.name}.md`;
    this.#put(device, path, null);
    this.#put(device, to, text);
    device.app.renamed(path, to);
    await device.calm();
    return `rename ${path} to ${to}`;
  }

  async #delete(device: ModelDevice, roll: Roll): Promise<string | null> {
    const paths = [...device.notes.texts.keys()].sort();
    const path = pick(paths, roll);
    if (path === undefined || paths.length < 2) return null;
    await this.#save(device, new Map([[path, null]]));
    return `delete ${path}`;
  }

  #turnClock(device: ModelDevice, roll: Roll): string {
    device.skew = pick([0, 0, 0, YEAR, 3 * DAY, -3 * DAY, 3_600_000], roll) ?? 0;
    return `clock ${String(device.skew / 3_600_000)} h ahead`;
  }

  async #save(device: ModelDevice, edit: Edit): Promise<void> {
    for (const [path, text] of edit) {
      this.#put(device, path, text);
      device.app.touch(path);
    }
    await device.calm();
  }

  #put(device: ModelDevice, path: string, text: string | null): void {
    this.#stamp += 1;
    this.#notes.get(device)?.set(path, { text, stamp: this.#stamp });
    setText(device, path, text);
  }

  async #sendNote(device: ModelDevice, roll: Roll): Promise<string | null> {
    const from = pick(this.#devices, roll);
    const notes = from && this.#notes.get(from);
    const path = notes && pick([...notes.keys()].sort(), roll);
    if (!notes || from === device || path === undefined) return null;
    await this.#receive(device, path, notes.get(path));
    return `gets ${path} of ${from.name}`;
  }

  async #receive(device: ModelDevice, path: string, version: Version | undefined): Promise<void> {
    const mine = this.#notes.get(device)?.get(path);
    if (!version || (mine && mine.stamp >= version.stamp)) return;
    this.#notes.get(device)?.set(path, version);
    setText(device, path, version.text);
    device.app.touch(path);
    await device.calm();
  }

  /** A log of another device, perhaps torn, old, doubled, missing, or as a conflict copy. */
  async #sendLog(device: ModelDevice, roll: Roll): Promise<string | null> {
    const from = pick(this.#devices, roll);
    // What a full storage could not keep is in the log alone: then nobody can bring a log back.
    if (!from || (from === device && (roll(4) > 0 || this.#wasFull.has(device)))) return null;
    const path = pick([...from.logs.files.keys()].filter((each) => isOwn(from, each)).sort(), roll);
    const all = this.#versions.get(path ?? '') ?? [];
    const latest = all.at(-1);
    const old = pick(all, roll);
    if (path === undefined || latest === undefined || old === undefined) return null;
    const how = roll(10);
    if (how === 8) {
      const copy = pick(conflictNames, roll)?.(path) ?? path;
      await setLog(device, copy, old);
      return `gets the conflict copy ${copy} of ${from.name}`;
    }
    const forms: readonly (string | null)[] = [
      old,
      latest.slice(0, roll(latest.length + 1)),
      null,
      latest + latest,
    ];
    const text = forms[how] ?? (how === 2 ? null : latest);
    await setLog(device, path, text);
    return `gets the log ${path} of ${from.name}${['', ', old', ', torn', ', not there', ', twice'][how + 1 < 5 ? how + 1 : 0] ?? ''}`;
  }

  #watch(): void {
    for (const device of this.#devices) {
      for (const [path, { text }] of device.logs.files) {
        if (!isOwn(device, path)) continue;
        const all = this.#versions.get(path) ?? [];
        if (all.at(-1) !== text) this.#versions.set(path, [...all, text]);
      }
    }
  }

  /** Disks and clocks are well again, and everything arrives: a few rounds, since what arrives may lead to new lines. */
  async #deliverAll(): Promise<void> {
    for (const device of this.#devices) {
      device.skew = 0;
      device.zone = 0;
      device.diskFull = false;
      device.store.limit = Infinity;
    }
    for (let round = 0; round < 5; round += 1) {
      this.#world.now += 150_000;
      for (const device of this.#devices) {
        await device.pass();
        await device.flush();
      }
      this.#watch();
      for (const to of this.#devices) {
        for (const from of this.#devices) {
          if (from === to) continue;
          for (const [path, version] of this.#notes.get(from) ?? []) await this.#receive(to, path, version);
          for (const [path, { text }] of [...from.logs.files]) {
            const isStray = !this.#devices.some((device) => isOwn(device, path));
            if (!isOwn(from, path) && !isStray) continue;
            if (to.logs.files.get(path)?.text !== text) await setLog(to, path, text);
          }
        }
      }
    }
  }

  async #end(): Promise<string | null> {
    await this.#deliverAll();
    const lost = [...this.#kept].filter(([i, said]) =>
      this.#devices.some(
        ({ app }) =>
          ![...app.history.reviews()].some((review) => review.i === i && said.endsWith(String(review.g))),
      ),
    );
    if (lost.length > 0) return `lost reviews: ${lost.map(([i]) => i).join(', ')}`;
    const running = this.#devices.map((device) => device.shown());
    const reviews = this.#devices.map((device) => device.reviews().join('\n'));
    const [first = {}] = running;
    for (const [n, shown] of running.entries()) {
      const twice = JSON.stringify(shown['ids of several cards']);
      if (twice !== '[]') return `on ${String(this.#devices[n]?.name)} several cards have one id: ${twice}`;
    }
    for (const [n, device] of this.#devices.entries()) {
      if (reviews[n] !== reviews[0]) return `${device.name} has other reviews than A`;
      const other = difference(first, running[n] ?? {});
      if (other !== null) return `A and ${device.name} differ in ${other}`;
    }
    for (const [n, device] of this.#devices.entries()) {
      await device.start();
      const other = difference(running[n] ?? {}, device.shown());
      if (other !== null) return `${device.name} differs after a restart in ${other}`;
    }
    return null;
  }
}

function isOwn(device: ModelDevice, path: string): boolean {
  const owner = /^Flashcards\/log\/([^/]+)\/log-\1-[\d-]+[^ ]*\.md$/.exec(path)?.[1];
  return owner !== undefined && device.ids.has(owner) && !path.includes('conflict');
}

function setText(device: ModelDevice, path: string, text: string | null): void {
  if (text === null) device.notes.texts.delete(path);
  else device.notes.texts.set(path, text);
}

async function setLog(device: ModelDevice, path: string, text: string | null): Promise<void> {
  if (text === null) device.logs.files.delete(path);
  else device.logs.files.set(path, { text, mtime: device.now });
  device.app.touch(path);
  await device.calm();
}

/** The first place where two devices show other things. */
function difference(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): string | null {
  for (const place of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [was, is] = [JSON.stringify(one[place]), JSON.stringify(other[place])];
    if (was !== is) return `“${place}”:\n  ${String(was)}\n  ${String(is)}`;
  }
  return null;
}
