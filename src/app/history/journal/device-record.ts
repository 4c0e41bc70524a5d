// What this install remembers of itself, in local storage and never in the vault: who it is, how far it counted, and
// the lines that are not known to be in the log yet. One key, so that one write saves all of it or nothing.
import * as v from 'valibot';
import type { RandomBytes } from '../../ports.ts';

/** No letters that look alike, and 32 of them, so that a byte maps without bias. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

export interface DeviceRecord {
  readonly id: string;
  /** Tells this install from another that has the same id. */
  readonly nonce: string;
  /** Tells the window that has this record from one that had it before. */
  readonly window: string;
  /** The highest sequence that was given out. */
  readonly sequence: number;
  /** Encoded lines: acknowledged, and not yet known to be in the log. */
  readonly ahead: readonly string[];
  /** The folder that was used last; empty before the first. */
  readonly folder: string;
  /** Folders that held logs before, and logs that are elsewhere; they are still read. */
  readonly formerFolders: readonly string[];
  /** Folders in which README.md was written once. */
  readonly explained: readonly string[];
  /** The setting, which is another folder where the logs were moved. */
  readonly setting: string;
  /** A folder that a person chose in the settings; empty until they change it. */
  readonly chosen: string;
  /** How many lines the logs had at the last start. */
  readonly lines: number;
}

export function mint(random: RandomBytes, length: number): string {
  return [...random(length)].map((byte) => letters.charAt(byte % letters.length)).join('');
}

/** A new identity; what else is remembered stays, above all the lines ahead. */
export function newDevice(random: RandomBytes, old: DeviceRecord | null): DeviceRecord {
  const places = { folder: '', formerFolders: [], explained: [], setting: '', chosen: '', lines: 0 };
  const rest = { window: '', ahead: [], ...places, ...old };
  return { ...rest, id: mint(random, 8), nonce: mint(random, 4), sequence: 0 };
}

/** What a text or a list that is missing or damaged falls back to; without an id of its own there is no record. */
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

/** null where nothing is remembered, or nothing that can be read. */
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

/** The record under the present setting. Where it is as it was, the folder may be one that was followed. */
export function withSetting(record: DeviceRecord, setting: string): DeviceRecord {
  if (setting === record.setting) return withFolder(record, record.folder);
  const chosen = record.setting === '' ? '' : setting;
  return { ...withFolder(record, setting), setting, chosen };
}

/** The record with another folder to write to; the one before is remembered. */
export function withFolder(record: DeviceRecord, folder: string): DeviceRecord {
  const former = new Set([...record.formerFolders, record.folder]);
  former.delete(folder);
  former.delete('');
  return { ...record, folder, formerFolders: [...former] };
}
