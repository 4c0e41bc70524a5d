// Waiting for what a page does in its own time. Nothing that follows an action is read once: a slow machine is no fault.

/** ms; a step that takes longer than this will not come any more. */
export const patience = 30_000;
const pause = 50;

/** Tries a check again until it passes; then, or at the end of patience, its last error counts. */
export async function soon(check: () => Promise<void>): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Asks again until there is a value; a read that fails, as of a file that is not there yet, is asked again too. */
export async function eventually<T>(
  read: () => Promise<T | null | undefined | false>,
  what: string,
): Promise<T> {
  let found: T | null = null;
  await soon(async () => {
    const value = await read();
    if (!value) throw new Error(`never happened: ${what}`);
    found = value;
  });
  return found as T;
}
