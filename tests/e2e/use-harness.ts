// Ties the harness to the life of a test file: one browser for the file, every vault closed after its test.
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { Harness, type TestVault } from './harness.ts';

export interface Bench {
  /** As Harness.openVault; the vault is closed after the test. */
  openVault(...args: Parameters<Harness['openVault']>): Promise<TestVault>;
}

/** Call it once at the top of a test file. Without a browser, each test of the file fails with the reason. */
export function useHarness(): Bench {
  let harness: Harness | null = null;
  const open: TestVault[] = [];

  beforeAll(async () => {
    harness = await Harness.start();
  });
  afterEach(async () => {
    for (const vault of open.splice(0)) await vault.close();
  });
  afterAll(async () => {
    await harness?.stop();
  });

  return {
    openVault: async (...args) => {
      if (!harness) throw new Error('the browser has not started');
      const vault = await harness.openVault(...args);
      open.push(vault);
      return vault;
    },
  };
}
