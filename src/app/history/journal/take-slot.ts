// Takes the window's slot at a start, along with all that this device remembers about itself.
import type { JournalHost } from './journal.ts';
import { type DeviceRecord, withSetting } from './device-record.ts';
import { RecentLines } from './recent-lines.ts';
import { WindowSlot } from './window-slot.ts';

export interface TakenSlot {
  readonly place: WindowSlot;
  readonly record: DeviceRecord;
  readonly recent: RecentLines;
}

/** Synchronous, so that the window currently in the place finds this one there when it next writes. */
export function takeSlot(
  { store, random }: Pick<JournalHost, 'store' | 'random'>,
  folder: string,
): TakenSlot {
  const opened = WindowSlot.open(store, random);
  const { place } = opened;
  const record = withSetting(opened.record, folder);
  const recent = new RecentLines(place);
  try {
    place.save(record);
    if (place.hasOthers) {
      recent.save();
      place.clearOthers();
    }
  } catch {
    // The store is full, which the first answer reports. Nothing has moved.
  }
  return { place, record, recent };
}
