// A vault that was studied for most of a year: notes of our own making, and a log that the app itself wrote.
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeUpHistories } from '../../scripts/bench/made-up-histories.ts';
import { openNodeApp } from '../../scripts/node/app.ts';

const notes = 30;
const sections = 6;

function noteText(nth: number): string {
  const deck = ['sleep', 'memory/working', 'memory/long-term'][nth % 3] ?? 'sleep';
  const parts = Array.from({ length: sections }, (_, section) => {
    const name = `${String(nth)}.${String(section)}`;
    return [
      `## Finding ${name}\nWhat was found in study ${name}, in one sentence.`,
      `> [!question] Which effect does study ${name} show?\n> A small one.`,
      `**Sample ${name}:** some forty people took part.`,
    ].join('\n\n');
  });
  return `---\ntags: flashcards/${deck}\n---\n${parts.join('\n\n')}\n`;
}

async function writeNotes(folder: string): Promise<void> {
  await mkdir(join(folder, 'Notes'));
  for (let nth = 0; nth < notes; nth += 1)
    await writeFile(join(folder, 'Notes', `Study ${String(nth)}.md`), noteText(nth));
}

/** Writes the vault into a new folder and returns its path. @param from a folder of other notes to study */
export async function studiedVault(reviews: number, from: string | null = null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'studied-'));
  await (from === null ? writeNotes(folder) : cp(from, folder, { recursive: true }));
  const { app } = await openNodeApp(folder, { write: true });
  const ids = [...app.linker.notes.values()].flat().map(({ id }) => id);
  // The flag that every card has: an action that changes nothing, so that the log knows all cards.
  app.mark(ids, 'flag', 0);
  const days = 280;
  const histories = madeUpHistories({ reviews, firstDay: app.study.today - days, days });
  const events = histories
    .slice(0, ids.length)
    .flatMap((history, nth) =>
      history.reviews
        .filter(({ y }) => y <= app.study.today)
        .map(({ t, g, d, y }) => ({ k: 'r' as const, c: ids[nth] ?? '', t, g, d, y, z: 0 })),
    )
    // As a device writes them: an event counts at the latest when the next one of its device does.
    .sort((a, b) => a.t - b.t);
  app.history.note(events);
  await app.flush();
  app.close();
  return folder;
}
