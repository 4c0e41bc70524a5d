// Smoke tests in real Obsidian, for anyone with network access: .github/workflows/obsidian.yml installs what they need.
// Not run on the project's own machines.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseObsidianVersions } from 'wdio-obsidian-service';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const cacheDir = resolve(root, '.cache/obsidian');
const versions = await parseObsidianVersions(
  process.env.OBSIDIAN_VERSIONS ?? 'earliest/earliest latest/latest',
  {
    cacheDir,
  },
);

export const config = {
  runner: 'local',
  framework: 'mocha',
  specs: ['./smoke.mjs'],
  maxInstances: 1,
  capabilities: versions.map(([browserVersion, installerVersion]) => ({
    browserName: 'obsidian',
    browserVersion,
    'wdio:obsidianOptions': {
      installerVersion,
      plugins: [root],
      vault: resolve(root, 'tests/fixtures/vault'),
    },
  })),
  services: ['obsidian'],
  reporters: ['obsidian'],
  mochaOpts: { ui: 'bdd', timeout: 60_000 },
  cacheDir,
};
