// Where one window keeps what it remembers. All windows of a vault share its local storage and do not know of one
// another. The latest window gets the first place. The previous one finds another name in its place when it next
// writes, and moves to a free place as a separate device. The next start takes over what closed windows leave in the
// other places.
import { type DeviceRecord, mint, newDevice, parseDevice } from './device-record.ts';
import type { LocalStore, RandomBytes } from '../../ports.ts';

const parts = ['device', 'recent'] as const;
type Part = (typeof parts)[number];

/** More windows than anybody opens; any beyond that share the last place. */
const slots = 16;

const numbers = Array.from({ length: slots }, (_, n) => n + 1);
const [, ...others] = numbers;

const keyOf = (part: Part, number: number): string =>
  `note-flashcards-${part}${number === 1 ? '' : `-${number}`}`;

export class WindowSlot {
  readonly #store: LocalStore;
  readonly #window: string;
  /** The window that had the first place before; null once we have written there. */
  #former: string | null;
  #number = 1;

  private constructor(store: LocalStore, window: string, former: string | null) {
    this.#store = store;
    this.#window = window;
    this.#former = former;
  }

  /** The first place, and one record that merges all places. Save it before another window runs. */
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
    const owner = deviceAt(this.#store, this.#number)?.window ?? null;
    return owner === null || owner === this.#window || owner === this.#former;
  }

  /** Moves to a free place. */
  move(): void {
    this.#former = null;
    this.#number = others.find((number) => deviceAt(this.#store, number) === null) ?? slots;
  }

  /** Throws if the store is full. */
  save(record: DeviceRecord): void {
    this.#store.set(keyOf('device', this.#number), JSON.stringify({ ...record, window: this.#window }));
    this.#former = null;
  }

  /** The last lines written, from each place. */
  recent(): readonly string[] {
    return [...numbers].reverse().flatMap((number) => this.#store.get(keyOf('recent', number)) ?? []);
  }

  /** Throws if the store is full. */
  saveRecent(text: string | null): void {
    if (this.isOurs) this.#store.set(keyOf('recent', this.#number), text);
  }

  /** Whether other places contain anything. */
  get hasOthers(): boolean {
    return others.some((number) => parts.some((part) => this.#store.get(keyOf(part, number)) !== null));
  }

  /** Clears the other places, whose contents are saved in ours. A window still in one of them saves its own again. */
  clearOthers(): void {
    for (const number of others) {
      for (const part of parts) this.#store.set(keyOf(part, number), null);
    }
  }
}

/** Null if nothing is remembered or readable. */
function deviceAt(store: LocalStore, number: number): DeviceRecord | null {
  return parseDevice(store.get(keyOf('device', number)));
}
