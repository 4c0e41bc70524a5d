// Detects cuts through markup: a side of a card has an unclosed mark that is closed in its note.
import type { JudgedCard } from './judged-card.ts';

const code = /(`+)[^`]+\1(?!`)|\$\$[^$]+\$\$|\$[^$\n]+\$/g;

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** The unclosed marks of a text, each once. */
function openMarks(text: string): readonly string[] {
  const fences = text.match(/^[ \t>]*(?:[-*+][ \t]+)?(?:`{3,}|~{3,})/gm)?.length ?? 0;
  if (fences > 0) return fences % 2 === 1 ? ['fence'] : [];
  const open: string[] = [];
  if (count(text, '$$') % 2 === 1) open.push('$$');
  const rest = text.replace(code, ' ').replace(/\\./g, ' ');
  for (const mark of ['**', '==', '~~']) if (count(rest, mark) % 2 === 1) open.push(mark);
  if (count(rest, '[[') !== count(rest, ']]')) open.push('[[');
  if (count(rest, '%%') % 2 === 1) open.push('%%');
  return open;
}

/** The whole paragraphs that contain a part of a note. */
function paragraphsAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split(/\n[ \t]*\r?\n/);
  const after = text.slice(end).split(/\n[ \t]*\r?\n/);
  return `${before.at(-1) ?? ''}${text.slice(start, end)}${after[0] ?? ''}`;
}

function isCutThrough(markdown: string, around: string): boolean {
  const open = openMarks(markdown);
  if (open.length === 0) return false;
  const own = openMarks(around);
  // Marks that the author left open are not the cut's fault.
  return open.some((mark) => !own.includes(mark));
}

export function isBroken({ question, questionSpan, answer, answerRuns }: JudgedCard, text: string): boolean {
  if (questionSpan && isCutThrough(question, paragraphsAround(text, questionSpan.start, questionSpan.end)))
    return true;
  const [first, last] = [answerRuns[0]?.[0], answerRuns.at(-1)?.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    isCutThrough(answer, paragraphsAround(text, first.start, last.end))
  );
}
