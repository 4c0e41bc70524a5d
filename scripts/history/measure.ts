// Measures the fold: 100,000 events, from log text to the state of every card.
//   npm run -s measure:history [-- <events>]
import { Fold } from '../../src/core/history/fold.ts';
import { encodeHeader, encodeEvent, parseLog } from '../../src/core/history/log-format.ts';
import type { HistoryEvent } from '../../src/core/history/event.ts';
import { encodeSnapshot } from '../../src/core/history/card-snapshot.ts';

const EVENTS_PER_FILE = 700;
const START = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

/** A year of reviews on two devices: 5,000 cards, each with a snapshot, one in fifty reviews undone, some links. */
function yearOfReviews(count: number): HistoryEvent[] {
  return Array.from({ length: count }, (_, n): HistoryEvent => {
    const device = n % 3 === 0 ? 'phone01' : 'desk01';
    const card = (k: number): string => `card${String((k * 7919) % 5000).padStart(22, '0')}`;
    const t = START + Math.floor((n * 365 * DAY) / count);
    const base = { i: `${device}.${n}`, t };
    if (n < 5000 || n % 40 === 1) {
      const snapshot = {
        path: `Folder/Note ${n % 350}.md`,
        source: 'heading',
        headings: ['Results', 'Multi-Shot QA'],
        question: `What does paragraph ${n} say about the training data?`,
        ordinal: 0,
        questionHash: `q${n}`,
        answerHash: `a${n}`,
        sketch: 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqr',
      };
      return { ...base, k: 'c', c: card(n), ...encodeSnapshot(snapshot) };
    }
    if (n % 50 === 2) return { ...base, k: 'u', e: `${(n - 3) % 3 === 0 ? 'phone01' : 'desk01'}.${n - 3}` };
    if (n % 500 === 3) return { ...base, k: 'a', f: card(n), c: card(n + 1) };
    const g = ((n % 4) + 1) as 1 | 2 | 3 | 4;
    return { ...base, k: 'r', c: card(n), g, d: 6000 + (n % 900), z: 60, y: Math.floor(t / DAY) };
  });
}

function toFiles(events: readonly HistoryEvent[]): string[] {
  const files: string[] = [];
  for (let at = 0; at < events.length; at += EVENTS_PER_FILE) {
    const lines = events.slice(at, at + EVENTS_PER_FILE).map(encodeEvent);
    files.push(`${encodeHeader({ device: 'desk01', nonce: 'abcd', min: 1 })}\n${lines.join('\n')}\n`);
  }
  return files;
}

const count = Number(process.argv[2] ?? 100_000);
const files = toFiles(yearOfReviews(count));
const megabytes = files.reduce((sum, file) => sum + file.length, 0) / 1e6;
const runs = Array.from({ length: 7 }, () => {
  const start = performance.now();
  const busy = process.cpuUsage();
  const parsed = files.map((file, n) => parseLog(`log-desk01-2026-01-${n}.md`, file).lines);
  const read = performance.now();
  const fold = new Fold();
  fold.add(parsed.flat());
  const folded = performance.now();
  const { user, system } = process.cpuUsage(busy);
  const cpu = (user + system) / 1000;
  return { parse: read - start, fold: folded - read, total: folded - start, cpu, cards: fold.cards.size };
});
const median = (of: 'parse' | 'fold' | 'total' | 'cpu'): string =>
  runs
    .map((run) => run[of])
    .sort((a, b) => a - b)[3]
    ?.toFixed(0) ?? '';
process.stdout.write(
  `${count} events, ${megabytes.toFixed(1)} MB in ${files.length} files, ${runs[0]?.cards ?? 0} cards: ` +
    `parse ${median('parse')} ms, fold ${median('fold')} ms, together ${median('total')} ms ` +
    `(medians of ${runs.length}, slowest ${Math.max(...runs.map((run) => run.total)).toFixed(0)} ms); ` +
    `processor time of all threads ${median('cpu')} ms\n`,
);
