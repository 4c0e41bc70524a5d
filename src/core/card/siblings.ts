// Finds cards that test the same text: both directions of a separator, a text's clozes, the card around them, and
// whatever asks by the note's name.
import { spanAt } from '../note/sorted-spans.ts';
import type { Span } from '../note/span.ts';
import type { Draft } from './draft.ts';

/** For cards that ask by their note's name. */
export const nameGroup = 'name';

interface AnswerSpan extends Span {
  readonly draft: Draft;
}

/** Answer positions: each text is the answer of at most one card, so the spans are disjoint. */
function answerSpans(drafts: readonly Draft[]): AnswerSpan[] {
  return drafts
    .flatMap((draft) => draft.answer.flatMap((run) => run.map(({ start, end }) => ({ start, end, draft }))))
    .sort((a, b) => a.start - b.start);
}

/**
 * The group of each draft with siblings. Group names are valid within one reading of one note.
 * @param asksName whether a draft asks by its note's name: those are siblings, too
 */
export function groupsOf(
  drafts: readonly Draft[],
  asksName: (draft: Draft) => boolean = () => false,
): Map<Draft, string> {
  const groups = new Map<Draft, string>();
  const named = drafts.filter(asksName);
  if (drafts.some(({ tests }) => tests !== undefined)) {
    const others = drafts.filter(({ source }) => source !== 'cloze' && source !== 'note');
    for (const draft of others) if (draft.tests !== undefined) groups.set(draft, `both ${draft.tests}`);
    const answers = answerSpans(others);
    for (const draft of drafts) {
      const at = draft.cloze?.hidden[0]?.start;
      if (at === undefined) continue;
      const around = spanAt(answers, at)?.draft;
      const name = around ? (groups.get(around) ?? `around ${around.at}`) : `text ${draft.tests ?? at}`;
      if (around) groups.set(around, name);
      groups.set(draft, name);
    }
  }
  for (const draft of drafts) {
    // A picture asked one box at a time is shown open by whatever has it in its text.
    if (!draft.occlusion || draft.occlusion.hidesAll || typeof draft.question === 'string') continue;
    const at = draft.question[0]?.start ?? 0;
    const holder = drafts.find(
      ({ source, answer }) =>
        source !== 'note' && answer.some((run) => run.some(({ start, end }) => start <= at && at < end)),
    );
    if (!holder) continue;
    const name = groups.get(holder) ?? `around ${holder.at}`;
    groups.set(holder, name);
    groups.set(draft, name);
  }
  if (named.length < 2) return groups;
  // The clozes of their texts join the group.
  const joined = new Set(named.map((draft) => groups.get(draft)));
  for (const [draft, group] of groups) if (joined.has(group)) groups.set(draft, nameGroup);
  for (const draft of named) groups.set(draft, nameGroup);
  return groups;
}
