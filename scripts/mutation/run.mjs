// `npm run mutation [folder…]`: changes the code of a folder of the core in small ways, one at a time, and counts which
// changes its tests notice. By hand, not in CI. Survivors stand in artifacts/mutation/<folder>.log.
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
