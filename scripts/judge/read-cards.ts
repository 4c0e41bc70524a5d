// Reads the cards of a vault for the judge, each note with its text.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { appWords } from '../../src/app/strings.ts';
import { cardPrompt } from '../../src/app/cards/card-prompt.ts';
import type { Card } from '../../src/core/card/card.ts';
import type { Flashcards } from '../../src/app/flashcards.ts';
import { holdsSrComment } from '../../src/core/import/sr-comment.ts';
import { openNodeApp } from '../node/app.ts';
import { isGlued, readSettings } from '../node/settings.ts';
import { checkVault, readNote } from '../node/vault.ts';
import type { JudgedCard, JudgedNote } from './judged-card.ts';

export interface JudgedVault {
  readonly notes: readonly JudgedNote[];
  /** Cards that are set aside: listed, but neither asked nor judged. */
  readonly aside: number;
  /** Top-level folders whose author writes `A::B`, as Spaced Repetition users do. */
  readonly glues: ReadonlySet<string>;
}

/** The top-level folder that contains a note; empty for the root itself. */
export function topFolder(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}

function chipOf({ chip, nth }: Card): string {
  return [chip ?? '', nth ? `${nth.index}/${nth.of}` : ''].filter((part) => part !== '').join(' ');
}

function toJudged(id: string, card: Card): JudgedCard {
  const { note, source, question, answer, context, line, questionSpan, answerRuns } = card;
  const prompt = cardPrompt({ ...card, asksName: questionSpan === null }, appWords.prompt);
  return {
    id,
    note,
    source,
    prompt,
    question,
    answer,
    context,
    chip: chipOf(card),
    line,
    questionSpan,
    answerRuns,
  };
}

/** The top-level folders whose author writes glued separators; a vault has one author. */
async function gluedFolders(vault: string, texts: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
  const paths = [...texts.keys()];
  const isVault = existsSync(join(vault, '.obsidian'));
  if (isVault && !(await isGlued(vault, () => Promise.resolve(texts)))) return new Set();
  const own = isVault ? paths : paths.filter((path) => holdsSrComment(texts.get(path) ?? ''));
  return new Set(own.map(topFolder));
}

/**
 * Reads a vault, or a folder of vaults: then glued separators count in those whose author writes them.
 * @param allNotes every note yields cards, tagged or not
 */
export async function readJudgedVault(vault: string, allNotes: boolean): Promise<JudgedVault> {
  await checkVault(vault);
  const settings = await readSettings(vault);
  const cards = { ...settings.cards, ...(allNotes && { watch: 'all' as const }) };
  const open = async (glued: boolean): Promise<Flashcards> =>
    (await openNodeApp(vault, { settings: { ...settings, cards }, glued })).app;
  const app = await open(false);
  const texts = new Map<string, string>();
  for (const path of [...app.library.notes.keys()].sort()) {
    const read = await readNote(vault, path);
    if ('text' in read) texts.set(path, read.text);
  }
  const glues = await gluedFolders(vault, texts);
  const gluing = glues.size > 0 ? await open(true) : app;
  const notes: JudgedNote[] = [];
  let aside = 0;
  for (const [path, text] of texts) {
    const own = glues.has(topFolder(path)) ? gluing : app;
    const judged: JudgedCard[] = [];
    for (const [id, card] of await own.texts.ofNote(path)) {
      const tracked = own.card(id);
      if (tracked && own.study.isAside(tracked)) aside += 1;
      else judged.push(toJudged(id, card));
    }
    if (judged.length > 0) notes.push({ path, text, cards: judged });
  }
  app.close();
  if (gluing !== app) gluing.close();
  return { notes, aside, glues };
}
