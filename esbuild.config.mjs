// Bundles src/main.ts into main.js, the one script that Obsidian loads.
// "production" minifies; "watch" rebuilds on change and, with NOTE_FLASHCARDS_VAULT set, copies into that vault.
import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { catalogs } from './scripts/locale/catalogs.mjs';

const mode = process.argv[2] ?? 'production';
const vault = process.env.NOTE_FLASHCARDS_VAULT;

/**
 * In one step: whoever reads main.js meanwhile (the demo builds while tests load it) gets the old one or the new one.
 * @type {import('esbuild').Plugin}
 */
const writeWhole = {
  name: 'write-whole',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, contents } of outputFiles) {
        const part = `${path}.${process.pid}`;
        await writeFile(part, contents);
        await rename(part, path);
        console.error(`${path} ${(contents.length / 1000).toFixed(1)} kB`);
      }
    });
  },
};

/** @type {import('esbuild').Plugin} */
const copyIntoVault = {
  name: 'copy-into-vault',
  setup(build) {
    build.onEnd(async (result) => {
      if (!vault || result.errors.length > 0) return;
      const folder = join(vault, '.obsidian', 'plugins', 'note-flashcards');
      await mkdir(folder, { recursive: true });
      for (const file of ['main.js', 'manifest.json', 'styles.css']) await copyFile(file, join(folder, file));
      // The Hot-Reload plugin of other developers looks for this file.
      await writeFile(join(folder, '.hotreload'), '');
      console.error(`copied into ${folder}`);
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: ['src/main.ts'],
  bundle: true,
  outfile: 'main.js',
  format: 'cjs',
  platform: 'browser',
  // Obsidian 1.8 runs on Chromium 124+ and, on iOS, on WebKit of iOS 16.4 and later.
  target: ['es2022', 'chrome110', 'safari16.4'],
  external: ['obsidian'],
  minify: mode === 'production',
  sourcemap: mode === 'watch' ? 'inline' : false,
  legalComments: 'none',
  // Obsidian reads it as UTF-8; escapes would be longer.
  charset: 'utf8',
  logLevel: 'info',
  write: false,
  plugins: [catalogs, writeWhole, copyIntoVault],
};

if (mode === 'watch') {
  const context = await esbuild.context(options);
  await context.watch();
} else {
  await esbuild.build(options);
}
