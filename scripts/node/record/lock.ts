// One run at a time: two that wrote at once would use one sequence twice. The lock is a file with its owner's process id;
// one whose owner has ended is broken.
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Tells two locks of one process apart. */
  readonly token: string;
}

/** ms between two tries. */
const interval = 25;

/** ms after which somebody who was about to break a lock has ended, too. */
const breakWithin = 10_000;

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Null if the text is of no lock. */
function ownerOf(text: string): Owner | null {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Whether the owner of a lock has ended. Of a process on another computer, nobody can tell. */
function hasEnded(path: string, owner: Owner | null): boolean {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  // It ended while it wrote the lock.
  if (!owner) return Date.now() - written > breakWithin;
  if (owner.host !== hostname()) return false;
  // Since the computer started, another process may have got the number.
  return written < Date.now() - uptime() * 1000 || !isRunning(owner.pid);
}

/** Removes a lock whose owner has ended. Of those who try at once, only the one that links it may remove it. */
function breakLock(path: string, text: string, token: string): void {
  const broken = `${path}.${token}`;
  try {
    linkSync(path, broken);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    if (codeOf(error) !== 'EEXIST') throw error;
    const since = statSync(broken, { throwIfNoEntry: false })?.ctimeMs ?? Infinity;
    if (Date.now() - since > breakWithin) rmSync(broken, { force: true });
    return;
  }
  // Meanwhile another may have broken it, and locked.
  if (read(broken) === text) rmSync(path, { force: true });
  rmSync(broken, { force: true });
}

function tryLock(path: string, own: string): boolean {
  try {
    writeFileSync(path, own, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const text = read(path);
  if (text === null) return false;
  const owner = ownerOf(text);
  if (hasEnded(path, owner)) breakLock(path, text, owner?.token ?? 'torn');
  return false;
}

/**
 * Runs while nobody else does. Rejects with a sentence if the lock is not free in time.
 * @param patience ms
 */
export async function locked<T>(path: string, run: () => Promise<T>, patience = 60_000): Promise<T> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const token = `${process.pid}.${Date.now().toString(36)}.${Math.random().toString(36).slice(2)}`;
  const own = JSON.stringify({ pid: process.pid, host: hostname(), token } satisfies Owner);
  const until = Date.now() + patience;
  while (!tryLock(path, own)) {
    if (Date.now() > until)
      throw new Error(`another command is at work on this vault; if none is, delete ${path}`);
    await wait(interval * (0.5 + Math.random()));
  }
  try {
    return await run();
  } finally {
    if (read(path) === own) rmSync(path, { force: true });
  }
}
