// Takes the window's slot at a start, with all that this device remembers of itself.
import type { JournalHost } from './journal.ts';
import { type DeviceRecord, withSetting } from './device-record.ts';
import { RecentLines } from './recent-lines.ts';
import { WindowSlot } from './window-slot.ts';

export interface TakenSlot {
  readonly place: WindowSlot;
  readonly record: DeviceRecord;
  readonly recent: RecentLines;
}

/** In one go, so that a window that has the place now finds this one in it when it next writes. */
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
    // The store is full, which the first answer tells. All is where it was.
  }
  return { place, record, recent };
}
