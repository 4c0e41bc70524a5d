// What this install remembers about itself, in local storage and never in the vault: its identity, its last sequence,
// and the lines not yet known to be in the log. A single key, so that one write saves all of it or nothing.
import * as v from 'valibot';
import type { RandomBytes } from '../../ports.ts';

/** 32 letters without look-alikes, so that a byte maps without bias. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

export interface DeviceRecord {
  readonly id: string;
  /** Distinguishes this install from another with the same id. */
  readonly nonce: string;
  /** Distinguishes the window that has this record from one that had it before. */
  readonly window: string;
  /** The highest sequence issued. */
  readonly sequence: number;
  /** Encoded lines that are acknowledged but not yet known to be in the log. */
  readonly ahead: readonly string[];
  /** The last folder used; empty before the first. */
  readonly folder: string;
  /** Folders that used to hold logs, and logs elsewhere; still read. */
  readonly formerFolders: readonly string[];
  /** Folders where README.md has been written once. */
  readonly explained: readonly string[];
  /** The setting; it differs from the folder if the logs were moved. */
  readonly setting: string;
  /** A folder that the user chose in the settings; empty until they change it. */
  readonly chosen: string;
  /** Number of lines in the logs at the last start. */
  readonly lines: number;
}

export function mint(random: RandomBytes, length: number): string {
  return [...random(length)].map((byte) => letters.charAt(byte % letters.length)).join('');
}

/** Creates a new identity and keeps the rest, above all the write-ahead lines. */
export function newDevice(random: RandomBytes, old: DeviceRecord | null): DeviceRecord {
  const places = { folder: '', formerFolders: [], explained: [], setting: '', chosen: '', lines: 0 };
  const rest = { window: '', ahead: [], ...places, ...old };
  return { ...rest, id: mint(random, 8), nonce: mint(random, 4), sequence: 0 };
}

/** Fallbacks for missing or damaged texts and lists; without its own id there is no record. */
const texts = v.fallback(v.array(v.string()), []);
const text = v.fallback(v.string(), '');
const schema = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,32}$/)),
  nonce: v.string(),
  window: text,
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  ahead: texts,
  folder: text,
  formerFolders: texts,
  explained: texts,
  setting: v.fallback(v.optional(v.string()), undefined),
  chosen: text,
  lines: v.fallback(v.pipe(v.number(), v.safeInteger()), 0),
});

/** Null if nothing is remembered or readable. */
export function parseDevice(saved: string | null): DeviceRecord | null {
  let raw: unknown;
  try {
    raw = JSON.parse(saved ?? 'null');
  } catch {
    return null;
  }
  const read = v.safeParse(schema, raw);
  return read.success ? { ...read.output, setting: read.output.setting ?? read.output.folder } : null;
}

/** The record under the current setting. If the setting is unchanged, the folder may be one that was followed. */
export function withSetting(record: DeviceRecord, setting: string): DeviceRecord {
  if (setting === record.setting) return withFolder(record, record.folder);
  const chosen = record.setting === '' ? '' : setting;
  return { ...withFolder(record, setting), setting, chosen };
}

/** The record with a new folder to write to; the previous one is remembered. */
export function withFolder(record: DeviceRecord, folder: string): DeviceRecord {
  const former = new Set([...record.formerFolders, record.folder]);
  former.delete(folder);
  former.delete('');
  return { ...record, folder, formerFolders: [...former] };
}
