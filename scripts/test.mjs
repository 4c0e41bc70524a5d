// Everything that `npm test` promises: types, lint, dead code, build, then all suites with full counts of random cases.
// Ends with the runner's own summary and a plain line "N passed, N failed[, N skipped]".
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { together } from './together.mjs';

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

let failed = (await together(['typecheck', 'lint:code', 'lint:format', 'knip', 'build'])).length;

mkdirSync('artifacts', { recursive: true });
const report = 'artifacts/jest.json';
console.log('\n> tests');
const status = run(
  'npm',
  [
    'run',
    '-s',
    'jest',
    '--',
    '--maxWorkers=100%',
    '--json',
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ],
  {
    FULL: '1',
  },
);
let counts = {
  numPassedTests: 0,
  numFailedTests: 1,
  numPendingTests: 0,
  numFailedTestSuites: 0,
  testResults: [],
};
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch (error) {
  console.error(`no report of the test run: ${error.message}`);
}
// A suite that could not start has no failed test of its own; count it, so that the line below never hides it.
failed += Math.max(counts.numFailedTests, counts.numFailedTestSuites, status === 0 ? 0 : 1);
const again = counts.testResults.flatMap(({ assertionResults }) =>
  assertionResults.filter(({ status, invocations }) => status === 'passed' && invocations > 1),
);
console.log(`${again.length} passed on the second try only`);
for (const { fullName } of again) console.log(`  ${fullName}`);
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : '';
console.log(`${counts.numPassedTests} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 || (process.env.CI && counts.numPendingTests > 0) ? 1 : 0;
