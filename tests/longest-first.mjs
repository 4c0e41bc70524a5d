// The order of test files: those in the browser first, then those that try many random cases, then the quick ones, so that
// no worker sits idle at the end while another has a long file to go. A fresh clone has no times of a run before to go by.
import { readFileSync } from 'node:fs';
import TestSequencer from '@jest/test-sequencer';

function rank({ path, context }) {
  if (context.config.displayName?.name === 'e2e') return 0;
  return /\bnumRuns\b|\bruns\(/.test(readFileSync(path, 'utf8')) ? 1 : 2;
}

export default class LongestFirst extends TestSequencer {
  async sort(tests) {
    const ranks = new Map(tests.map((test) => [test, rank(test)]));
    return (await super.sort(tests)).sort((one, other) => ranks.get(one) - ranks.get(other));
  }
}
