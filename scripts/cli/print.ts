import type { WrittenProblem } from '../node/english.ts';

/** Problems on standard error, a line each: path, line, sentence. */
export function printProblems(problems: readonly WrittenProblem[]): void {
  for (const { path, line, message } of problems) {
    process.stderr.write(`${path}:${line}: ${message.split('\n')[0] ?? ''}\n`);
  }
}
