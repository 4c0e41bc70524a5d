// What makes a card, shown on notes of the sample vault: the Markdown next to the card that the plugin makes of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Card, Source } from '../../src/core/card/card.ts';
import { extractCards } from '../../src/core/card/extract.ts';

interface Example {
  readonly source: Source;
  readonly note: string;
  /** Picks the first card of the source whose question starts with this. */
  readonly question: string;
  /** The rule, in one sentence. */
  readonly rule: string;
}

const examples: readonly Example[] = [
  {
    source: 'property',
    note: 'Sleep/Sleep Spindles.md',
    question: '',
    rule: 'asks for the note by its title; the answer is the property `summary` or `tldr`.',
  },
  {
    source: 'title',
    note: 'Sleep/Adenosine.md',
    question: '',
    rule: 'asks for the note by its title; the answer is the text before the first heading.',
  },
  {
    source: 'heading',
    note: 'Sleep/Sleep Stages.md',
    question: 'N3',
    rule: 'the answer is its own text, up to the next heading of any level.',
  },
  {
    source: 'lead-in',
    note: 'Sleep/Sleep Stages.md',
    question: 'Share of the night',
    rule: 'bold text that opens a paragraph, alone on its line or with `:` `.` `?` `–`; the answer is what follows, up to the next lead-in or heading.',
  },
  {
    source: 'callout',
    note: 'Sleep/Circadian Rhythm.md',
    question: 'Why is flying east',
    rule: 'asks its title; without one, a lead-in that opens it, or the heading above. The answer is its body.',
  },
  {
    source: 'cloze',
    note: 'Sleep/Circadian Rhythm.md',
    question: 'Without light',
    rule: 'a paragraph or list item with one `==highlight==` hidden, one card each.',
  },
  {
    source: 'separator',
    note: 'Memory/Quick questions.md',
    question: 'Retroactive',
    rule: '`Q :: A`, or `Q ::: A` both ways; `?` or `??` on a line of its own between the two.',
  },
  {
    source: 'table',
    note: 'Forgetting Curve.md',
    question: '20 minutes',
    rule: 'a row of a table with two columns asks its first cell for the second; wider tables by a setting.',
  },
];

const quote = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** The lines of the note that a card is made from. */
function markdownOf(text: string, { source, line, answerRuns }: Card): string {
  const lines = text.split('\n');
  const end = answerRuns.at(-1)?.at(-1)?.end ?? 0;
  const last = text.slice(0, end).split('\n').length;
  const own = lines.slice(line - 1, last).join('\n');
  return source === 'property' ? `---\n${own}\n---` : own;
}

function drawCard({ question, answer, context, chip, source }: Card): string {
  const where = [...context, ...(chip === null ? [] : [`*${chip}*`])].join(' › ');
  // In a cloze, the answer is the whole text; GitHub doesn't support highlights.
  const isCloze = source === 'cloze';
  const back = isCloze ? answer.replaceAll(/==(.+?)==/g, '**$1**') : answer;
  const front = isCloze ? question.replaceAll('==[…]==', '**[…]**') : `**${question}**`;
  return quote([...(where === '' ? [] : [`<sub>${where}</sub>\n`]), `${front}\n`, back].join('\n'));
}

/** Throws if a note has no such card. */
export function drawExamples(vault: string): string {
  return examples
    .map(({ source, note, question, rule }) => {
      const text = readFileSync(join(vault, note), 'utf8');
      const card = extractCards({ path: note, text }).cards.find(
        (one) => one.source === source && one.question.startsWith(question),
      );
      if (!card) throw new Error(`${note} gives no ${source} card that asks “${question}…”`);
      const name = source.charAt(0).toUpperCase() + source.slice(1);
      return `**${name}**: ${rule}\n\n\`\`\`markdown\n${markdownOf(text, card)}\n\`\`\`\n\n${drawCard(card)}`;
    })
    .join('\n\n');
}
