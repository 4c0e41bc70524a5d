// The clock, timer and random bytes of the device Obsidian runs on.
import type { After, Clock, RandomBytes } from '../app/ports.ts';

export const deviceClock: Clock = {
  now: () => Date.now(),
  zone: (at) => -new Date(at).getTimezoneOffset(),
};

export const deviceRandom: RandomBytes = (count) => window.crypto.getRandomValues(new Uint8Array(count));

export const deviceTimer: After = (ms, run) => (ms === 0 ? yieldToHost(run) : wait(ms, run));

function wait(ms: number, run: () => void): () => void {
  const timer = window.setTimeout(run, ms);
  return () => window.clearTimeout(timer);
}

/** A timer would wait 4 ms from the fifth turn on, and a second if the window is hidden. */
function yieldToHost(run: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(null);
  return () => port1.close();
}
