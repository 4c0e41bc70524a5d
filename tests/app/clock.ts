// A clock that stands still until a test lets time pass, and what waits for it.

/** Lets every promise that can settle settle. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export class Clock {
  private timers: { readonly at: number; readonly run: () => void }[] = [];

  constructor(public now: number) {}

  /** Forgets what waits, as the end of an app does. */
  protected forget(): void {
    this.timers = [];
  }

  /** Runs `run` in so many ms; gives what takes that back. */
  protected wait(ms: number, run: () => void): () => void {
    const timer = { at: this.now + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Lets time pass: runs the timers that are due and waits for what they started. */
  async pass(ms: number): Promise<void> {
    this.now += ms;
    const due = this.timers.filter(({ at }) => at <= this.now);
    this.timers = this.timers.filter(({ at }) => at > this.now);
    for (const { run } of due) run();
    await settle();
  }
}
