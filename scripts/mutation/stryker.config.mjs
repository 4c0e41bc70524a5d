// Settings for a mutation run; run.mjs names the folder.
const folder = process.env.MUTATION_FOLDER;

export default {
  mutate: [`src/core/${folder}/**/*.ts`],
  plugins: ['./scripts/mutation/runner.mjs'],
  testRunner: 'core',
  coverageAnalysis: 'perTest',
  // Code that runs once at module load needs all tests per mutant: over half of the time for a fifth of the mutants.
  ignoreStatic: true,
  concurrency: 1,
  incremental: true,
  incrementalFile: `artifacts/mutation/${folder}.incremental.json`,
  ignorePatterns: ['/artifacts', '/coverage', '/docs', '/main.js'],
  tempDirName: 'artifacts/mutation/sandbox',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `artifacts/mutation/${folder}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
};
