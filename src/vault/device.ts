// The clock, the timer and the random bytes of the device that Obsidian runs on.
import type { After, Clock, RandomBytes } from '../app/ports.ts';

export const deviceClock: Clock = {
  now: () => Date.now(),
  zone: (at) => -new Date(at).getTimezoneOffset(),
};

export const deviceRandom: RandomBytes = (count) => window.crypto.getRandomValues(new Uint8Array(count));

export const deviceTimer: After = (ms, run) => {
  const timer = window.setTimeout(run, ms);
  return () => window.clearTimeout(timer);
};
