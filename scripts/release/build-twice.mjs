// Builds main.js twice from scratch and fails if the bytes differ; the build itself fails if it exceeds its size limit.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

function build() {
  rmSync('main.js', { force: true });
  const { status } = spawnSync(process.execPath, ['esbuild.config.mjs', 'production'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const bytes = readFileSync('main.js');
  return { size: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') };
}

const [first, second] = [build(), build()];
if (first.hash !== second.hash) {
  console.error(`Two builds differ: ${first.hash} and ${second.hash}`);
  process.exit(1);
}
console.log(`main.js: ${first.size} bytes, sha256 ${first.hash}, the same twice`);
