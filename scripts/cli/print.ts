import type { WrittenProblem } from '../node/english.ts';

/** Prints problems to standard error, one per line: path, line, sentence. */
export function printProblems(problems: readonly WrittenProblem[]): void {
  for (const { path, line, message } of problems) {
    process.stderr.write(`${path}:${line}: ${message.split('\n')[0] ?? ''}\n`);
  }
}
