// Where one window keeps what it remembers. All windows of one vault share its local storage, and none knows of the
// others. The window that came last has the first place. One that was there before finds another name in its place
// when it next writes, and goes on in a free one, as a device of its own. What windows leave in the other places when
// they are gone, the next start takes over.
import { type DeviceRecord, mint, newDevice, parseDevice } from './device-record.ts';
import type { LocalStore, RandomBytes } from '../../ports.ts';

const parts = ['device', 'recent'] as const;
type Part = (typeof parts)[number];

/** More windows than anybody opens; what comes beyond them shares the last place. */
const slots = 16;

const numbers = Array.from({ length: slots }, (_, n) => n + 1);
const [, ...others] = numbers;

const keyOf = (part: Part, number: number): string =>
  `note-flashcards-${part}${number === 1 ? '' : `-${number}`}`;

export class WindowSlot {
  private number = 1;

  private constructor(
    private readonly store: LocalStore,
    private readonly window: string,
    /** The window that had the first place before; null as soon as we have written there. */
    private former: string | null,
  ) {}

  /** The first place, and one record of what all places hold. Save it before another window runs. */
  static open(
    store: LocalStore,
    random: RandomBytes,
  ): { readonly place: WindowSlot; readonly record: DeviceRecord } {
    const found = numbers.map((number) => deviceAt(store, number));
    const [first] = found;
    const records = found.filter((record) => record !== null);
    const record = {
      ...(first ?? newDevice(random, null)),
      ahead: [...new Set(records.flatMap(({ ahead }) => ahead))],
      formerFolders: records.flatMap(({ folder, formerFolders }) => [...formerFolders, folder]),
    };
    return { place: new WindowSlot(store, mint(random, 8), first?.window ?? null), record };
  }

  /** False once another window has taken the place. */
  get isOurs(): boolean {
    const owner = deviceAt(this.store, this.number)?.window ?? null;
    return owner === null || owner === this.window || owner === this.former;
  }

  /** Goes to a free place. */
  move(): void {
    this.former = null;
    this.number = others.find((number) => deviceAt(this.store, number) === null) ?? slots;
  }

  /** Throws where the store is full. */
  save(record: DeviceRecord): void {
    this.store.set(keyOf('device', this.number), JSON.stringify({ ...record, window: this.window }));
    this.former = null;
  }

  /** The lines that were written last, as each place has them. */
  recent(): readonly string[] {
    return [...numbers].reverse().flatMap((number) => this.store.get(keyOf('recent', number)) ?? []);
  }

  /** Throws where the store is full. */
  saveRecent(text: string | null): void {
    if (this.isOurs) this.store.set(keyOf('recent', this.number), text);
  }

  /** Whether other places hold something. */
  get hasOthers(): boolean {
    return others.some((number) => parts.some((part) => this.store.get(keyOf(part, number)) !== null));
  }

  /** Frees the other places: what they held is saved in ours. A window that is in one of them saves it anew. */
  clearOthers(): void {
    for (const number of others) {
      for (const part of parts) this.store.set(keyOf(part, number), null);
    }
  }
}

/** null where nothing is remembered, or nothing that can be read. */
function deviceAt(store: LocalStore, number: number): DeviceRecord | null {
  return parseDevice(store.get(keyOf('device', number)));
}
