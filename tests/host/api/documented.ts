// How the host's classes are held to obsidian.d.ts.

/**
 * `runtime` typed as the documented class `T`: the compiler then checks every override against obsidian.d.ts.
 * What is not overridden is not there; `completeFromDocs` makes it throw by name.
 */
export function documented<T extends object, A extends unknown[] = []>(
  runtime: abstract new (...args: never[]) => object,
): abstract new (...args: A) => T {
  return runtime as unknown as abstract new (...args: A) => T;
}

/** A base without behaviour, for documented classes that extend nothing. */
export class Nothing {}

/** Gives the class methods that do nothing much, where a plugin may have its own. */
export function byDefault<T extends object>(
  type: abstract new (...args: never[]) => T,
  methods: Partial<T>,
): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(type.prototype, name, { value, writable: true, configurable: true });
  }
}
