// The logs that a start could not read: on a hanging drive, not fetched from the cloud, or in a folder that is a file.
// Their contents are unknown, so the screens show no counts and start no review until all have arrived or the user
// continues without them.
import type { LogProblem } from '../../core/history/log-format.ts';
import type { After } from '../ports.ts';

/**
 * The state of the history: `reading` while a log may still arrive by itself, `missing` once the user should know
 * which one does not, `known` if all are here or need not be waited for.
 */
export type Knowledge = 'reading' | 'missing' | 'known';

/** How long, in ms, a log may take before it is named. */
const namedAfter = 10_000;

export class MissingLogs {
  readonly #changed: () => void;
  readonly #missing: Map<string, LogProblem>;
  /** Paths whose read has started but not finished. */
  readonly #late: Set<string>;
  readonly #cancel: () => void;
  #isPatient = true;
  #isAccepted = false;

  /** @param spent time the start has already waited, in ms */
  constructor(
    problems: readonly LogProblem[],
    late: Iterable<string>,
    {
      after,
      spent,
      changed,
    }: { readonly after: After; readonly spent: number; readonly changed: () => void },
  ) {
    this.#changed = changed;
    this.#missing = new Map(problems.map((problem) => [problem.path, problem]));
    this.#late = new Set(late);
    this.#cancel = after(Math.max(namedAfter - spent, 0), () => {
      this.#isPatient = false;
      if (this.#late.size > 0) changed();
    });
  }

  get knowledge(): Knowledge {
    if (this.#isAccepted || this.isWhole) return 'known';
    return this.#isPatient && this.#late.size > 0 ? 'reading' : 'missing';
  }

  /** Whether nothing is missing. */
  get isWhole(): boolean {
    return this.#missing.size === 0;
  }

  get problems(): readonly LogProblem[] {
    return [...this.#missing.values()];
  }

  /** The user continues without the missing logs. */
  accept(): void {
    this.#isAccepted = true;
    this.#changed();
  }

  /** The log is here, or gone for good. */
  arrived(path: string): void {
    this.#late.delete(path);
    if (this.#missing.delete(path)) this.#changed();
  }

  /** The log cannot be read, or is in a folder that just arrived. */
  failed(problem: LogProblem, isLate: boolean): void {
    if (isLate) this.#late.add(problem.path);
    else this.#late.delete(problem.path);
    this.#missing.set(problem.path, problem);
    this.#changed();
  }

  renamed(to: (path: string) => string): void {
    for (const [path, problem] of [...this.#missing]) {
      this.#missing.delete(path);
      this.#missing.set(to(path), { ...problem, path: to(path) });
    }
  }

  has(path: string): boolean {
    return this.#missing.has(path);
  }

  close(): void {
    this.#cancel();
  }
}
