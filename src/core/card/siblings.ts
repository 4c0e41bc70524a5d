// Which cards test the same text: both ways of a separator, the clozes of a text, and the card around them.
import type { Draft } from './draft.ts';

function covers(draft: Draft, at: number): boolean {
  return draft.answer.some((run) => run.some(({ start, end }) => start <= at && at < end));
}

/** The group of each draft of a section that has siblings. Names hold within one reading of one note. */
export function groupsOf(drafts: readonly Draft[]): Map<Draft, string> {
  const groups = new Map<Draft, string>();
  if (drafts.every(({ tests }) => tests === undefined)) return groups;
  const others = drafts.filter(({ source }) => source !== 'cloze');
  for (const draft of others) if (draft.tests !== undefined) groups.set(draft, `both ${draft.tests}`);
  for (const draft of drafts) {
    const at = draft.cloze?.hidden[0]?.start;
    if (at === undefined) continue;
    const around = others.find((other) => covers(other, at));
    const name = around ? `around ${around.at}` : `text ${draft.tests ?? at}`;
    if (around) groups.set(around, name);
    groups.set(draft, name);
  }
  return groups;
}
