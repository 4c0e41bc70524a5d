// The small part of jest's API that the core's tests use, for running them all in one process: the test runner restarts
// for every mutant, which took 0.3 to 3 s of CPU time each; this takes only the time of the tests themselves.
import { performance } from 'node:perf_hooks';
import { expect } from 'expect';

/** Collects what a test bundle declares: `globals` replaces `@jest/globals`, `tests` is the resulting list. */
export function collect() {
  const tests = [];
  const ids = new Map();
  let scope = [];

  const unique = (name) => {
    const count = (ids.get(name) ?? 0) + 1;
    ids.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
  const test = (name, body) => tests.push({ id: unique([...scope, name].join(' ')), body });
  const describe = (name, body) => {
    const outer = scope;
    scope = [...scope, name];
    body();
    scope = outer;
  };
  const each = (declare) => (rows) => (name, body) => {
    rows.forEach((row, at) => {
      const values = Array.isArray(row) ? row : [row];
      declare(`${name} [${at}]`, () => body(...values));
    });
  };
  test.each = each(test);
  describe.each = each(describe);
  return { globals: { describe, expect, test }, tests };
}

/** Runs `tests` in order until one fails; calls `before` with each id. Returns the results so far. */
export async function runTests(tests, before) {
  const results = [];
  for (const { id, body } of tests) {
    before(id);
    const start = performance.now();
    try {
      await body();
      results.push({ id, timeSpentMs: performance.now() - start });
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      results.push({ id, timeSpentMs: performance.now() - start, failure });
      break;
    }
  }
  return results;
}
