// The tasks of a page between two marks, as traced by Chromium.
import type { Page } from 'playwright-core';

/** In ms. */
export interface Task {
  /** Wall time. */
  readonly ms: number;
  /** CPU time, if Chromium reports it: other programs affect it less. */
  readonly cpuMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** µs */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** Called by the page; see `tasksOf`. */
export const [begun, ended] = ['note-flashcards-begun', 'note-flashcards-ended'];

/** Traces `run`, which has to call `performance.mark` with `begun` and `ended`. */
export async function tasksOf(page: Page, run: () => Promise<void>): Promise<readonly Task[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const categories = ['blink.user_timing', 'toplevel', 'disabled-by-default-devtools.timeline'];
  await browser.startTracing(page, { screenshots: false, categories });
  await run();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const marked = (name: string): TraceEvent => {
    const event = trace.traceEvents.find((one) => one.name === name);
    if (!event) throw new Error(`the trace does not hold ${name}`);
    return event;
  };
  const [first, last] = [marked(begun), marked(ended)];
  const isTask = ({ name }: TraceEvent): boolean =>
    name === 'RunTask' || name === 'ThreadControllerImpl::RunTask';
  const tasks = trace.traceEvents.filter(
    (event) =>
      isTask(event) &&
      event.pid === first.pid &&
      event.tid === first.tid &&
      event.ts + (event.dur ?? 0) > first.ts &&
      event.ts < last.ts,
  );
  if (tasks.length === 0) throw new Error('the trace holds no task of the page');
  return tasks.map(({ dur = 0, tdur }) => ({ ms: dur / 1000, cpuMs: (tdur ?? dur) / 1000 }));
}

/** ms above which a task is long enough for a person to notice. */
const long = 50;

interface Tasks {
  /** The longest, in ms. */
  readonly longest: number;
  /** How many are long enough to notice. */
  readonly over: number;
}

export function countTasks(tasks: readonly Task[]): Readonly<Record<'clock' | 'processor', Tasks>> & {
  readonly tasks: number;
} {
  const by = (measure: keyof Task): Tasks => {
    const times = tasks.map((task) => task[measure]);
    const longest = times.reduce((most, time) => Math.max(most, time), 0);
    return { longest: Math.round(longest * 10) / 10, over: times.filter((time) => time > long).length };
  };
  return { tasks: tasks.length, clock: by('ms'), processor: by('cpuMs') };
}
