// `npm run demo [-- <folder>] [--port N] [--api 1.8 | 1.9 | 1.13] [--in-place]`: the built plugin on a page, over a
// copy of a folder of notes.
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import { bundlePage } from '../tests/host/server/bundle-page.ts';
import { startServer } from '../tests/host/server/server.ts';

const root = resolve(import.meta.dirname, '..');

const apiVersions: readonly string[] = ['1.8', '1.9', '1.13'];

class Sentence extends Error {}

async function demo(
  folder: string | undefined,
  options: { port: string; api?: string; inPlace?: boolean },
): Promise<void> {
  const vault = resolve(folder ?? join(root, 'tests', 'fixtures', 'vault'));
  const found = await stat(vault).catch(() => null);
  if (!found?.isDirectory()) throw new Sentence(`There is no folder ${vault}`);
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Sentence(`--port wants a number from 0 to 65535, not ${options.port}`);
  }
  const { api } = options;
  if (api !== undefined && !apiVersions.includes(api)) {
    throw new Sentence(`--api wants ${apiVersions.join(' or ')}, not ${api}`);
  }
  const build = spawnSync(process.execPath, ['esbuild.config.mjs', 'production'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) throw new Sentence('The plugin could not be built; the reason stands above.');

  const parent = options.inPlace ? null : await mkdtemp(join(tmpdir(), 'note-flashcards-'));
  const shown = parent === null ? vault : join(parent, basename(vault));
  if (parent !== null) await cp(vault, shown, { recursive: true });
  const server = await startServer({ vault: shown, page: await bundlePage(), plugin: root, port }).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE'
        ? new Sentence(`Port ${port} is taken; choose another with --port.`)
        : error;
    },
  );
  const what = parent === null ? vault : `a copy of ${vault}`;
  process.stdout.write(
    `${server.url}${api === undefined ? '' : `?api=${api}`}  shows ${what} (our API host, not Obsidian). Ctrl+C stops it.\n`,
  );

  const stop = async () => {
    await server.close();
    if (parent !== null) await rm(parent, { recursive: true, force: true });
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

const program = new Command('demo')
  .description('Shows the built plugin on a page of our API host (not Obsidian), over a folder of notes.')
  .argument('[folder]', 'folder of notes; without it the sample vault')
  .option('--port <number>', 'port to listen on; 0 takes a free one', '0')
  .option('--api <version>', 'behave as this version of Obsidian: 1.8, 1.9 or 1.13')
  .option('--in-place', 'write into the folder itself instead of into a copy of it')
  .action(demo);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Sentence)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
