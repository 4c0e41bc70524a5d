// `verify <vault>`: what a vault's logs contain, and what is wrong with them.
import type { Command } from 'commander';
import { formatVerifyResult, verifyHistory, type VerifyResult } from '../../src/app/history/verify.ts';
import { verifyJson } from '../../src/app/outside/verify-json.ts';
import { appWords } from '../../src/app/strings.ts';
import { textKey } from '../../src/app/cards/hidden-cards.ts';
import type { Card } from '../../src/core/card/card.ts';
import { cardReader, possibleCards } from '../../src/core/card/extract.ts';
import { defaultCardOptions, type CardOptions } from '../../src/core/card/options.ts';

import type { CardHistory, CardSnapshot } from '../../src/core/history/event.ts';
import { checkFolder, tidyFolder } from '../../src/core/history/log-folder.ts';
import { cardIds, keepAnswer } from '../../src/core/identity/fingerprint/fingerprint.ts';
import { linkCards } from '../../src/core/identity/link-cards.ts';
import { inEnglish, type WrittenProblem } from '../node/english.ts';
import { nodeLogFiles } from '../node/log-files.ts';
import { readNotes } from '../node/notes.ts';
import { isGlued } from '../node/settings.ts';
import { checkVault } from '../node/vault.ts';
import { printProblems } from './print.ts';

/** Reports histories with no card in the notes, using the linking that the app does after a start. */
function cardFinder(texts: ReadonlyMap<string, string>, options: CardOptions) {
  const read = cardReader(options);
  const notes = [...texts].map(([path, text]) => read({ path, text }));
  const untagged = new Set(notes.flatMap(({ note, watched }) => (watched ? [] : [note])));
  const after = notes.flatMap(({ cards }) => cards);
  const ids = new Set(notes.flatMap(({ cards }) => cardIds(cards)));
  const keysOf = (cards: readonly Card[]): readonly string[] =>
    cards.map((card) => `${card.note} ${textKey(card.source, keepAnswer(card))}`);
  const shown = new Set(keysOf(after));
  const hidden = new Set<string>();
  const searched = new Set<string>();
  const isHidden = (snapshot: CardSnapshot): boolean => {
    const { path } = snapshot;
    const text = texts.get(path);
    const key = `${path} ${textKey(snapshot.source, snapshot)}`;
    if (text === undefined || shown.has(key)) return false;
    // Its boxes are in the log; the note that embeds the picture is there.
    if (snapshot.source === 'occlusion') return true;
    if (!searched.has(path)) {
      searched.add(path);
      for (const each of keysOf(possibleCards({ path, text }))) hidden.add(each);
    }
    return hidden.has(key);
  };
  return (histories: readonly CardHistory[]): readonly CardHistory[] => {
    const lost = histories.flatMap(({ id, snapshot }) =>
      snapshot === null || isHidden(snapshot)
        ? []
        : [{ id, snapshot, daysLost: untagged.has(snapshot.path) ? Infinity : 0, confined: false }],
    );
    const present = new Set(texts.keys());
    const { found } = linkCards({ before: [], after, lost, moves: new Map(), present });
    const living = new Set(found.map(({ from }) => from.id));
    return histories.filter(({ id, snapshot }) => (snapshot === null ? !ids.has(id) : !living.has(id)));
  };
}

export async function verifyVault(
  vault: string,
  folder: string,
): Promise<{ readonly result: VerifyResult; readonly problems: readonly WrittenProblem[] }> {
  await checkVault(vault);
  const wrong = checkFolder(folder);
  if (wrong !== null) throw new Error(inEnglish(wrong));
  const { texts, problems } = await readNotes(vault);
  const logs = nodeLogFiles(vault);
  const folders = [tidyFolder(folder)];
  // A log is not a note, and a damaged one may be too large to parse as Markdown.
  const notes = new Map(
    [...texts].filter(([path]) => !folders.some((each) => path.startsWith(`${each}/log/`))),
  );
  const gluedSeparators = await isGlued(vault, () => Promise.resolve(notes));
  const options = { ...defaultCardOptions, gluedSeparators };
  const result = await verifyHistory({ logs, folders, withoutCard: cardFinder(notes, options) });
  return { result, problems };
}

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('check the logs of a vault, line by line')
    .argument('<vault>', 'folder of the vault')
    .option('--json', 'print JSON')
    .option('--folder <name>', 'history folder in the vault', 'Flashcards')
    .action(async (vault: string, options: { json?: boolean; folder: string }) => {
      const { result, problems } = await verifyVault(vault, options.folder);
      const unreadable = new Set(result.unreadable.map(({ path }) => path));
      printProblems(problems.filter(({ path }) => !unreadable.has(path)));
      process.stdout.write(
        options.json
          ? `${JSON.stringify(verifyJson(result), null, 1)}\n`
          : formatVerifyResult(result, appWords, inEnglish),
      );
    });
}
