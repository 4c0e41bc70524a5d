// A test runner for Stryker: bundles the tests of one core folder with the code (including all mutants, inactive),
// keeps the bundle loaded, and runs only the tests that reach each mutant. The core has no module-level state, so
// nothing carries over between runs.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import vm from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { collect, runTests } from './suite.mjs';

/** Where the instrumented code looks up the active mutant and records its coverage. */
const context = (globalThis.__stryker__ ??= {});

async function bundle(folder) {
  const tests = readdirSync(`tests/core/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .sort();
  const lines = ['../../seed.mjs', ...tests].map((path) => `import './${path}';`);
  const { outputFiles } = await build({
    stdin: { contents: lines.join('\n'), resolveDir: resolve('tests/core', folder) },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    external: ['@jest/globals'],
    // Fixtures are resolved from the file's location, always two folders up.
    define: { 'import.meta.dirname': JSON.stringify(resolve('tests/core', folder)) },
  });
  return new vm.Script(`(require) => {${outputFiles[0].text}\n}`, { filename: folder }).runInThisContext();
}

class CoreTestRunner {
  async init() {
    const load = await bundle(process.env.MUTATION_FOLDER);
    const { globals, tests } = collect();
    const require = createRequire(resolve('package.json'));
    context.mutantCoverage = { static: {}, perTest: {} };
    load((name) => (name === '@jest/globals' ? globals : require(name)));
    this.tests = tests;
    this.times = new Map();
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun() {
    const results = await this.run(this.tests, (id) => (context.currentTestId = id));
    delete context.currentTestId;
    return { status: 'complete', tests: results, mutantCoverage: context.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter }) {
    const wanted = new Set(testFilter ?? this.tests.map(({ id }) => id));
    // Fast tests first: one of them kills most mutants, and then the rest need not run.
    const time = ({ id }) => this.times.get(id) ?? 0;
    const tests = this.tests.filter(({ id }) => wanted.has(id)).sort((one, two) => time(one) - time(two));
    Object.assign(context, { hitLimit, hitCount: 0, activeMutant: activeMutant.id });
    const results = await this.run(tests, () => {});
    delete context.activeMutant;
    return toMutantRunResult(
      determineHitLimitReached(context.hitCount, hitLimit) ?? { status: 'complete', tests: results },
    );
  }

  async run(tests, before) {
    const results = [];
    for (const { id, timeSpentMs, failure } of await runTests(tests, before)) {
      this.times.set(id, Math.max(timeSpentMs, this.times.get(id) ?? 0));
      const result = { id, name: id, timeSpentMs, status: TestStatus.Success };
      results.push(failure ? { ...result, status: TestStatus.Failed, failureMessage: failure } : result);
    }
    return results;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'core', CoreTestRunner)];
