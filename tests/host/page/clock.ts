// A clock that a test can move: `Date` with an offset. Timers run as ever.

let offset = 0;
const RealDate = Date;

class ShiftedDate extends RealDate {
  constructor(...args: unknown[]) {
    if (args.length === 0) super(RealDate.now() + offset);
    else super(...(args as [number]));
  }

  static override now(): number {
    return RealDate.now() + offset;
  }
}

/** `ms` from the real time, not from the time shown now. */
export function setClockOffset(ms: number): void {
  offset = ms;
  window.Date = (ms === 0 ? RealDate : ShiftedDate) as DateConstructor;
}
