import type { WrittenProblem } from '../node/english.ts';

/** “1 card”, “2 cards”. */
export const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;

/** Prints problems to standard error, one per line: path, line, sentence. */
export function printProblems(problems: readonly WrittenProblem[]): void {
  for (const { path, line, message } of problems) {
    process.stderr.write(`${path}:${line}: ${message.split('\n')[0] ?? ''}\n`);
  }
}
