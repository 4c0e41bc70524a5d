// `npm run mutation [folder…]`: makes small changes to the code of a core folder, one at a time, and counts how many
// its tests catch. Run by hand, not in CI. Survivors are listed in artifacts/mutation/<folder>.log.
import { mkdirSync, openSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const folders = process.argv.length > 2 ? process.argv.slice(2) : ['history', 'identity', 'card'];

mkdirSync('artifacts/mutation', { recursive: true });
for (const folder of folders) {
  const log = openSync(`artifacts/mutation/${folder}.log`, 'w');
  const { status } = spawnSync('npx', ['stryker', 'run', 'scripts/mutation/stryker.config.mjs'], {
    stdio: ['ignore', log, 'inherit'],
    env: { ...process.env, MUTATION_FOLDER: folder, FEW: '1', TZ: 'America/New_York' },
  });
  console.log(`${folder}: ${status === 0 ? 'at or above the threshold' : 'below the threshold, or failed'}`);
  if (status !== 0) process.exitCode = 1;
}
