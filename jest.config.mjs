// Native ES modules (unified is ESM only); swc only strips types. Run through `npm run jest`.
const common = {
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: '<rootDir>/tests/environment.mjs',
  globalSetup: '<rootDir>/tests/set-up.mjs',
  setupFiles: ['<rootDir>/tests/seed.mjs'],
};

export default {
  testSequencer: '<rootDir>/tests/longest-first.mjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/contract/', '<rootDir>/tests/e2e/'],
    },
    { ...common, displayName: 'contract', testMatch: ['<rootDir>/tests/contract/**/*.test.ts'] },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/e2e/set-up.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/e2e/second-try.mjs'],
    },
  ],
};
