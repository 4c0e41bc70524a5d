// Bundles a program for Node.js and keeps the bundle until a file in it changes.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Changes whenever a file does; empty for a missing file. */
function stampOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : '';
}

/** The stamps in a bundle's first line, by path; null if there is no bundle. */
function stampsIn(bundle) {
  try {
    const [first] = readFileSync(bundle, 'utf8').split('\n', 1);
    return Object.entries(JSON.parse(first.slice('// '.length)));
  } catch {
    return null;
  }
}

async function build(entry, bundle) {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: { '@noble/hashes/sha2.js': join(import.meta.dirname, '../node/node-sha256.ts') },
    // Libraries in CommonJS ask for Node's own modules this way.
    banner: {
      // Under a name that no library imports it by: fflate asks for it, too.
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
    charset: 'utf8',
    logLevel: 'silent',
    write: false,
    metafile: true,
  });
  const stamps = Object.fromEntries(
    [...Object.keys(metafile.inputs), import.meta.filename].map((path) => [resolve(path), stampOf(path)]),
  );
  mkdirSync(dirname(bundle), { recursive: true });
  // Written atomically: another command may be starting.
  const part = `${bundle}.${process.pid}`;
  writeFileSync(part, `// ${JSON.stringify(stamps)}\n${outputFiles[0].text}`);
  renameSync(part, bundle);
}

/** Makes the bundle of `entry` if there is none, or if a file that went into it has changed. */
export async function provideBundle(entry, bundle) {
  const stamps = stampsIn(bundle);
  const isMadeHere = stamps?.some(([path]) => path === import.meta.filename);
  if (!isMadeHere || !stamps.every(([path, stamp]) => stampOf(path) === stamp)) await build(entry, bundle);
}
