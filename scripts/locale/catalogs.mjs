// The translations in main.js: plain text, one string per language. The build reports English words a catalog lacks.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

/** The English words are TypeScript, so they are bundled before they are read. */
async function readEnglish() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [fileURLToPath(new URL('missing.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** @type {import('esbuild').Plugin} */
export const catalogs = {
  name: 'catalogs',
  setup(build) {
    let english;
    build.onStart(() => {
      english = readEnglish();
    });
    build.onResolve({ filter: /\.json\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice(0, -'?raw'.length)),
      namespace: 'raw',
    }));
    build.onLoad({ filter: /./, namespace: 'raw' }, async ({ path }) => {
      const catalog = JSON.parse(await readFile(path, 'utf8'));
      const { missingFrom, messagesOf } = await english;
      return {
        contents: messagesOf(catalog),
        loader: 'text',
        watchFiles: [path],
        warnings: missingFrom(catalog).map(([section, word]) => ({
          text: `${basename(path)} lacks “${section} ${word}”, which is shown in English.`,
        })),
      };
    });
  },
};
