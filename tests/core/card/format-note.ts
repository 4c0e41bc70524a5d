import type { NoteCards } from '../../../src/core/card/extract.ts';
import { inEnglish } from '../../../scripts/node/english.ts';

/** A note's cards as text that a person can check against the note. */
export function formatNote({ note, deck, watched, cards, skipped, problems }: NoteCards): string {
  const lines = [`== ${note}${watched ? ` (deck: ${deck || 'none'})` : ' (not watched)'}`];
  for (const card of cards) {
    const chip = card.chip ? ` [${card.chip}${card.nth ? ` ${card.nth.index} of ${card.nth.of}` : ''}]` : '';
    const context = card.context.length > 0 ? ` < ${card.context.join(' › ')}` : '';
    lines.push(`${card.line} ${card.source}: ${card.question.replaceAll('\n', '↵')}${chip}${context}`);
    lines.push(...card.answer.split('\n').map((line) => `    | ${line}`));
  }
  for (const { line, reason, text } of skipped) lines.push(`${line} no card, ${reason}: ${text}`);
  for (const { line, message } of problems)
    lines.push(`${line} problem: ${inEnglish(message).split('\n')[0] ?? ''}`);
  return `${lines.join('\n')}\n`;
}
