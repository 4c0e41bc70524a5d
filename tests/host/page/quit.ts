import type { Tasks } from 'obsidian';

/** What a plugin may ask the app to wait for. A page that goes away waits for nothing, so this only collects. */
export function quitTasks(): Tasks {
  const promises: Promise<unknown>[] = [];
  return {
    add: (callback) => void promises.push(callback()),
    addPromise: (promise) => void promises.push(promise),
    isEmpty: () => promises.length === 0,
    promise: () => Promise.all(promises),
  };
}
