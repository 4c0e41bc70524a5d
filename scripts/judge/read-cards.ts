// The cards of a vault for the judge, each note with its text.
import { cardPrompt } from '../../src/app/cards/card-prompt.ts';
import type { Card } from '../../src/core/card/card.ts';
import { openNodeApp, readSettings } from '../node/app.ts';
import { checkVault, readNote } from '../node/vault.ts';
import type { JudgedCard, JudgedNote } from './judged-card.ts';

export interface JudgedVault {
  readonly notes: readonly JudgedNote[];
  /** Cards that are set aside: listed, not asked, and not judged. */
  readonly aside: number;
  /** Folders at the root with a schedule of Spaced Repetition, whose users write `A::B`; a vault may hold several authors. */
  readonly glues: ReadonlySet<string>;
}

/** The folder at the root that holds a note; empty for the root itself. */
export function topFolder(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}

function chipOf({ chip, nth }: Card): string {
  return [chip ?? '', nth ? `${nth.index}/${nth.of}` : ''].filter((part) => part !== '').join(' ');
}

function toJudged(id: string, card: Card): JudgedCard {
  const { note, source, question, answer, context, line, questionSpan, answerRuns } = card;
  const prompt = cardPrompt({ ...card, asksName: questionSpan === null });
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

/** @param allNotes every note gives cards, tagged or not */
export async function readJudgedVault(vault: string, allNotes: boolean): Promise<JudgedVault> {
  await checkVault(vault);
  const settings = await readSettings(vault);
  const cards = { ...settings.cards, ...(allNotes && { watch: 'all' as const }) };
  const { app } = await openNodeApp(vault, { settings: { ...settings, cards } });
  const notes: JudgedNote[] = [];
  let aside = 0;
  const glues = new Set<string>();
  for (const path of [...app.library.notes.keys()].sort()) {
    const read = await readNote(vault, path);
    if (!('text' in read)) continue;
    if (read.text.includes('<!--SR:')) glues.add(topFolder(path));
    const judged: JudgedCard[] = [];
    for (const [id, card] of await app.texts.ofNote(path)) {
      const tracked = app.card(id);
      if (tracked && app.study.isAside(tracked)) aside += 1;
      else judged.push(toJudged(id, card));
    }
    if (judged.length > 0) notes.push({ path, text: read.text, cards: judged });
  }
  app.close();
  return { notes, aside, glues };
}
