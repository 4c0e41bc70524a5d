// Bundles src/main.ts into main.js, the one script that Obsidian loads.
// "production" minifies; "watch" rebuilds on change and, with NOTE_FLASHCARDS_VAULT set, copies into that vault.
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from '@swc/core';
import esbuild from 'esbuild';
import { catalogs } from './scripts/locale/catalogs.mjs';
import { largest, noticesFile, noticesOf, sizesByPackage } from './scripts/release/packages.mjs';

const shortNames = JSON.parse(
  await readFile(new URL('scripts/release/short-names.json', import.meta.url), 'utf8'),
);
const mode = process.argv[2] ?? 'production';
const vault = process.env.NOTE_FLASHCARDS_VAULT;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** Writes atomically: concurrent readers (the demo builds while tests load it) get the old file or the new one. */
async function writeWhole(path, contents) {
  const part = `${path}.${process.pid}`;
  await writeFile(part, contents);
  await rename(part, path);
}

/** esbuild bundles and shortens names; swc then also shortens what statements say, which saves a further 18 kB. */
async function smaller(text) {
  if (mode !== 'production') return text;
  const { code } = await minify(text, {
    ecma: 2022,
    module: false,
    // No function expression of ours or of a library is called with `new` unless it uses `this`; those keep their form.
    compress: { ecma: 2022, passes: 3, toplevel: true, unsafe_arrows: true },
    mangle: { toplevel: true },
  });
  // swc writes the letters of Latin-1 as four characters, in texts and patterns alone.
  const plain = code.replace(/\\(?:x(a[1-9a-f]|[b-f][\da-f])|[^])/g, (all, hex) =>
    hex === undefined ? all : String.fromCharCode(parseInt(hex, 16)),
  );
  return `${plain}\n`;
}

/**
 * Includes the libraries' notices, in main.js too: Obsidian installs no other file that could hold them.
 * @type {import('esbuild').Plugin}
 */
const writeRelease = {
  name: 'write-release',
  setup(build) {
    build.onEnd(async ({ outputFiles = [], metafile, errors }) => {
      if (errors.length > 0) return;
      const notices = noticesOf(metafile, import.meta.dirname);
      await writeWhole(noticesFile, notices);
      for (const { path, text } of outputFiles) {
        const contents = `${await smaller(text)}/*!\n${notices.replaceAll('*/', '* /')}*/\n`;
        await writeWhole(path, contents);
        const bytes = new TextEncoder().encode(contents).length;
        for (const [name, size] of sizesByPackage(metafile))
          console.error(`${kilobytes(size).padStart(9)} kB  ${name}`);
        console.error(`${kilobytes(bytes).padStart(9)} kB  main.js, of at most ${kilobytes(largest)}`);
        if (mode === 'production' && bytes >= largest)
          throw new Error(`main.js has ${bytes} bytes; the limit is ${largest}`);
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
      // The Hot-Reload developer plugin looks for this file.
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
  // See their head comments for why.
  alias: {
    yaml: './scripts/release/app-yaml.mjs',
    'mdast-util-to-markdown': './scripts/release/no-markdown-output.mjs',
    'markdown-table': './scripts/release/no-markdown-output.mjs',
    'longest-streak': './scripts/release/no-markdown-output.mjs',
    'mdast-util-find-and-replace': './scripts/release/no-late-links.mjs',
    fault: './scripts/release/plain-fault.mjs',
    vfile: './scripts/release/plain-vfile.mjs',
  },
  minify: mode === 'production',
  // See scripts/release/short-names.ts.
  ...(mode === 'production' && { mangleProps: new RegExp(`^(?:${shortNames.join('|')})$`) }),
  sourcemap: mode === 'watch' ? 'inline' : false,
  legalComments: 'none',
  // Obsidian reads it as UTF-8; escapes would be longer.
  charset: 'utf8',
  logLevel: 'info',
  write: false,
  metafile: true,
  plugins: [catalogs, writeRelease, copyIntoVault],
};

if (mode === 'watch') {
  const context = await esbuild.context(options);
  await context.watch();
} else {
  await esbuild.build(options);
}
