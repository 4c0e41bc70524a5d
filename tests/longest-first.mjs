// The order of test files: the longest first, then those in the browser, those that try many random cases, and the quick
// ones, so that no worker sits idle at the end while another has a long file to go. A fresh clone has no times of a run
// before to go by.
import { readFileSync } from 'node:fs';
import TestSequencer from '@jest/test-sequencer';

/** More than 15 s of processor time each, on 2026-11-28. */
const longest = [
  'model/interleavings',
  'core/note/scan',
  'core/card/damaged-note',
  'e2e/hardening',
  'app/damaged-vault',
  'core/history/fold',
  'app/index',
  'core/card/cloze-texts',
  'core/card/properties',
].map((name) => `/tests/${name}.test.ts`);

function rank({ path, context }) {
  if (longest.some((name) => path.endsWith(name))) return 0;
  if (context.config.displayName?.name === 'e2e') return 1;
  return /\bnumRuns\b|\bruns\(/.test(readFileSync(path, 'utf8')) ? 2 : 3;
}

export default class LongestFirst extends TestSequencer {
  async sort(tests) {
    const ranks = new Map(tests.map((test) => [test, rank(test)]));
    return (await super.sort(tests)).sort((one, other) => ranks.get(one) - ranks.get(other));
  }
}
