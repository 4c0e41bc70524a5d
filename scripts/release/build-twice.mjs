// Builds main.js twice from nothing and fails when the bytes differ or the size is over its limit.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/** Bytes; what a phone has to read before the first card. */
const limit = 1_200_000;

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
if (first.size >= limit) {
  console.error(`main.js has ${first.size} bytes; the limit is ${limit}`);
  process.exit(1);
}
console.log(`main.js: ${first.size} bytes, sha256 ${first.hash}, the same twice`);
