// Which record is a vault's: found by the vault's real path, and checked, since a vault may be moved, copied, or replaced
// by another one. A record is a folder that holds what this device remembers of one vault.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { mint } from '../../../src/app/history/journal/device-record.ts';
import { WindowSlot } from '../../../src/app/history/journal/window-slot.ts';
import { configFolder } from './config-folder.ts';
import { readOnlyStore, replaceFile } from './file-store.ts';

const schema = v.object({ path: v.string(), inode: v.string(), born: v.string(), changed: v.string() });

/** The folder of a vault: where it is, and what tells it from another that takes its place. */
type Place = v.InferOutput<typeof schema>;

function placeOf(path: string): Place | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!found?.isDirectory()) return null;
  const { ino, birthtimeNs, ctimeNs } = found;
  return { path, inode: String(ino), born: String(birthtimeNs), changed: String(ctimeNs) };
}

/** Null if nobody can tell: some drives give the last change for the time a folder was made. */
function isSame(one: Place, other: Place): boolean | null {
  if (one.inode !== other.inode) return false;
  if (one.born === other.born) return true;
  return one.born === one.changed && other.born === other.changed ? null : false;
}

function readPlace(folder: string): Place | null {
  try {
    return v.parse(schema, JSON.parse(readFileSync(join(folder, 'vault.json'), 'utf8')));
  } catch {
    return null;
  }
}

/** Whether the vault holds a log that this record's device wrote. */
function hasOwnLog(folder: string, vault: string): boolean {
  const { record } = WindowSlot.open(readOnlyStore(folder), (count) => randomBytes(count));
  const header = `dev=${record.id} nonce=${record.nonce} `;
  return [record.folder, ...record.formerFolders].some((place) => {
    const logs = join(vault, place, 'log', record.id);
    try {
      return readdirSync(logs).some((name) => readFileSync(join(logs, name), 'utf8').includes(header));
    } catch {
      return false;
    }
  });
}

/** Whether this record's device has appended anything to a log. */
function hasWritten(folder: string): boolean {
  const { place } = WindowSlot.open(readOnlyStore(folder), (count) => randomBytes(count));
  return place.recent().some((text) => text !== '[]');
}

export interface VaultRecord {
  /** The folder of the record; it may not exist yet. */
  readonly folder: string;
  /** The path of the lock for it. */
  readonly lock: string;
  readonly place: Place;
}

/** The record that belongs to a vault by its path, whatever it holds. */
export function recordAt(vault: string): VaultRecord {
  const path = realpathSync(vault);
  const key = createHash('sha256').update(path).digest('hex').slice(0, 24);
  const folder = join(configFolder(), 'vaults', key);
  return {
    folder,
    lock: `${folder}.lock`,
    place: placeOf(path) ?? { path, inode: '', born: '', changed: '' },
  };
}

/** Whether a record is of this very vault: another may be at its path now. */
function isOf(folder: string, place: Place): boolean {
  const known = readPlace(folder);
  if (known === null) return false;
  // If nobody can tell, it is the same as long as no log of ours could be in it.
  return (isSame(known, place) ?? !hasWritten(folder)) || hasOwnLog(folder, place.path);
}

/** The record of a vault that has been moved here; null if there is none. */
function movedHere({ folder, place }: VaultRecord): string | null {
  const all = join(folder, '..');
  let names: string[];
  try {
    names = readdirSync(all);
  } catch {
    return null;
  }
  for (const name of names) {
    const other = join(all, name);
    const known = other === folder ? null : readPlace(other);
    if (!known) continue;
    const there = placeOf(known.path);
    // A copy leaves the vault where it was: then it is another vault, and another device.
    if (there && isSame(known, there) !== false) continue;
    if (isSame(known, place) === true || hasOwnLog(other, place.path)) return other;
  }
  return null;
}

/** The folder to read what is remembered of a vault; null if nothing is. */
export function rememberedOf(record: VaultRecord): string | null {
  return isOf(record.folder, record.place) ? record.folder : movedHere(record);
}

/** Makes the record's folder hold what is remembered of this vault, and nothing of another. Call under its lock. */
export function claimRecord(record: VaultRecord): void {
  const { folder, place } = record;
  if (!isOf(folder, place)) {
    if (statSync(folder, { throwIfNoEntry: false }))
      renameSync(folder, `${folder}-${mint((count) => randomBytes(count), 8)}`);
    const moved = movedHere(record);
    mkdirSync(join(folder, '..'), { recursive: true, mode: 0o700 });
    try {
      if (moved !== null) renameSync(moved, folder);
    } catch {
      // A run for another copy of the vault has taken it: this one begins as a new device.
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  replaceFile(join(folder, 'vault.json'), JSON.stringify(place));
}
