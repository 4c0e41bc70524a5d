// Everything `npm test` promises: types, lint, dead code, build, then all suites with full counts of random cases. Ends
// with the runner's own summary and a plain line "N passed, N failed[, N skipped]".
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { noChromium, provideChromium } from './chromium.mjs';
import { together } from './together.mjs';

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

let failed = (await together(['typecheck', 'lint:code', 'lint:format', 'knip', 'copies', 'build'])).length;

mkdirSync('artifacts', { recursive: true });
const browser = provideChromium();
if (browser === null) console.log(`\n${noChromium()} The tests in the browser are skipped.`);

/** Runs jest and returns its counts. */
function jest(name, args) {
  const report = `artifacts/${name}.json`;
  rmSync(report, { force: true });
  console.log(`\n> ${name}`);
  // A list of projects swallows every argument after it.
  const own = [...process.argv.slice(2), '--maxWorkers=100%', '--json', `--outputFile=${report}`, ...args];
  const env = { FULL: '1', ...(browser !== null && { CHROMIUM_PATH: browser }) };
  const status = run('npm', ['run', '-s', 'jest', '--', ...own], env);
  try {
    return { status, ...JSON.parse(readFileSync(report, 'utf8')) };
  } catch (error) {
    console.error(`no report of the test run: ${error.message}`);
    const none = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numFailedTestSuites: 0 };
    return { status, ...none, testResults: [] };
  }
}

const counts = browser === null ? jest('tests', ['--selectProjects', 'unit', 'contract']) : jest('tests', []);
// A name that no test has: all tests are counted, and none runs.
if (browser === null) {
  const none = ['--selectProjects', 'e2e', '--testNamePattern', '^no test has this name$', '--silent'];
  const inBrowser = jest('browser-tests', none);
  counts.numPendingTests += inBrowser.numPendingTests;
  if (inBrowser.status !== 0) failed += 1;
}
// A suite that could not start has no failed test of its own; count it, so that the line below never hides it.
failed += Math.max(counts.numFailedTests, counts.numFailedTestSuites, counts.status === 0 ? 0 : 1);
const again = counts.testResults.flatMap(({ assertionResults }) =>
  assertionResults.filter(({ status, invocations }) => status === 'passed' && invocations > 1),
);
console.log(`${again.length} passed on the second try only`);
for (const { fullName } of again) console.log(`  ${fullName}`);
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : '';
console.log(`${counts.numPassedTests} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 || (process.env.CI && counts.numPendingTests > 0) ? 1 : 0;
