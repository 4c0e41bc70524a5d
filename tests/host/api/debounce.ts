import type * as Obsidian from 'obsidian';

/** Runs `callback` once, `timeout` ms after the first call, or after the last one with `resetTimer`. */
export function debounce<T extends unknown[], V>(
  callback: (...args: [...T]) => V,
  timeout = 0,
  resetTimer = false,
): Obsidian.Debouncer<T, V> {
  let timer: number | null = null;
  let args: [...T] | null = null;
  const run = (): V | void => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
    const last = args;
    args = null;
    if (last) return callback(...last);
  };
  const debounced = (...next: [...T]) => {
    args = next;
    if (timer !== null) {
      if (!resetTimer) return debounced;
      window.clearTimeout(timer);
    }
    timer = window.setTimeout(run, timeout);
    return debounced;
  };
  debounced.run = run;
  debounced.cancel = () => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
    args = null;
    return debounced;
  };
  return debounced;
}
