// Writes logs of years of study into a made-up vault: the snapshots and answers of its first cards, by two devices, some
// of them undone or imported. The same vault produces the same logs, on the same day.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dayMs } from '../../src/core/calendar.ts';
import type { CardHistory, HistoryEvent, KnownEvent, NewEvent } from '../../src/core/history/event.ts';
import { encodeEvent, encodeHeader, logVersion } from '../../src/core/history/log-format.ts';
import { segmentPath } from '../../src/core/history/log-folder.ts';
import { encodeSnapshot } from '../../src/core/history/card-snapshot.ts';
import { snapshotOf } from '../../src/core/identity/fingerprint/fingerprint.ts';
import type { Settings } from '../../src/core/settings.ts';
import { noCache } from '../node/app.ts';
import { listFiles } from '../node/vault.ts';
import { seededRandom, type Random } from '../identity/random.ts';
import { openDiskApp } from './disk-app.ts';
import { madeUpHistories } from './made-up-histories.ts';

const devices = ['desktop1', 'phone001'] as const;
/** Where the app starts a new file. */
const segmentSize = 128 * 1024;
const days = 900;
/** The last ones of a card's life: what it is due by. */
const reviewsPerCard = 5;
/** On average, before the earlier ones are dropped. */
const reviewsMade = 12;
const undone = 0.01;
const imported = 0.05;

/** Writes the logs of so many cards of a vault that must be ours. Returns the number of lines. */
export async function writeMadeUpLogs(vault: string, cards: number, settings: Settings): Promise<number> {
  const files = listFiles(vault).files.filter(({ path }) => /\.md$/i.test(path));
  const { app } = await openDiskApp(vault, { files, links: {} }, noCache, settings);
  await app.index();
  const tracked = [...app.linker.notes.values()].flat().slice(0, cards);
  app.close();
  if (tracked.length < cards) throw new Error(`the vault has ${tracked.length} cards only`);
  const today = Math.floor(Date.now() / dayMs);
  const lives = madeUpHistories({ reviews: cards * reviewsMade, firstDay: today - days, days });
  const random = seededRandom(1);
  const events = tracked.flatMap(({ id, card }, at) => {
    const [life] = lives.slice(at % lives.length);
    return life ? eventsOf(id, encodeSnapshot(snapshotOf(card)), life, random) : [];
  });
  return write(vault, settings.general.folder, events, random);
}

type Timed = NewEvent & { readonly t: number };

function eventsOf(
  id: string,
  snapshot: ReturnType<typeof encodeSnapshot>,
  { reviews }: CardHistory,
  random: Random,
): readonly Timed[] {
  const last = reviews.slice(-reviewsPerCard);
  const [first] = last;
  if (!first) return [];
  const { t, y } = first;
  const memory = { key: `${id} 1`, s: 3, d: 5, y: y - 3, due: y };
  return [
    { k: 'c', c: id, t: t - 1, ...snapshot },
    ...(random.chance(imported) ? [{ k: 'x' as const, c: id, t: t - 1, w: 'memory', v: memory }] : []),
    ...last.map(({ k, g, d, z, y: day, t: at }) => ({ k, c: id, g, d, z, y: day, t: at })),
  ];
}

async function write(
  vault: string,
  folder: string,
  events: readonly Timed[],
  random: Random,
): Promise<number> {
  const inOrder = [...events].sort((a, b) => a.t - b.t);
  const written = new Map<string, string[]>();
  const sizes = new Map<string, number>();
  const ends = new Map<string, number>();
  let count = 0;
  const add = (device: string, event: Timed): HistoryEvent => {
    const sequence = (ends.get(device) ?? 0) + 1;
    ends.set(device, sequence);
    const { t, ...rest } = event;
    const full = { i: `${device}.${String(sequence)}`, t, ...rest } as KnownEvent;
    const line = encodeEvent(full);
    let part = 0;
    let path = segmentPath(folder, device, t, part);
    while ((sizes.get(path) ?? 0) > segmentSize) path = segmentPath(folder, device, t, (part += 1));
    sizes.set(path, (sizes.get(path) ?? 0) + line.length + 1);
    const lines = written.get(path) ?? [];
    written.set(path, lines);
    lines.push(line);
    count += 1;
    return full;
  };
  for (const event of inOrder) {
    const device = devices[Math.floor(event.t / dayMs) % 3 === 0 ? 1 : 0];
    const { i, t } = add(device, event);
    if (event.k === 'r' && random.chance(undone)) {
      add(device, { k: 'u', e: i, at: t, t: t + 1 });
      add(device, { ...event, t: t + 2 });
    }
  }
  for (const [path, lines] of written) {
    const device = path.split('/').at(-2) ?? '';
    const header = encodeHeader({ device, nonce: 'made', min: logVersion });
    await mkdir(dirname(join(vault, path)), { recursive: true });
    await writeFile(join(vault, path), `${header}\n${lines.join('\n')}\n`);
  }
  return count;
}
