// The server of our API host: the page, the built plugin, and one folder of notes. Loopback only, no framework.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import type { Change, HostInfo, Reply } from '../protocol.ts';
import { contentType } from './content-type.ts';
import type { PageBundle } from './bundle-page.ts';
import { perform, vaultFiles } from './vault-files.ts';
import { insideVault, RefusedPath } from './vault-path.ts';
import { watchVault } from './watch-vault.ts';

export interface ServerOptions {
  /** The folder of notes. */
  readonly vault: string;
  readonly page: PageBundle;
  /** Folder with main.js, manifest.json and styles.css. */
  readonly plugin: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

const katex = join(dirname(createRequire(import.meta.url).resolve('katex/package.json')), 'dist');
const html = join(import.meta.dirname, '..', 'page', 'index.html');
/** No operation of the page comes near this many bytes. */
const longestBody = 64 * 1024 * 1024;

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const root = await realpath(options.vault);
  const files = vaultFiles(root);
  const streams = new Map<string, ServerResponse>();
  const info: HostInfo = {
    vaultName: basename(root),
    vaultId: createHash('sha256').update(root).digest('hex').slice(0, 16),
  };

  const tell = (changes: Change[], except?: string) => {
    for (const [client, stream] of streams) {
      if (client !== except) stream.write(`data: ${JSON.stringify(changes)}\n\n`);
    }
  };
  const watched = await watchVault(
    root,
    () => files.tree({}),
    (path) => files.stat({ path }),
    (changes) => tell(changes),
  );

  async function operate(request: IncomingMessage, name: string, client: string): Promise<Reply> {
    try {
      const args = JSON.parse(await bodyOf(request)) as { path?: string; to?: string };
      return await watched.during(async () => {
        const value = await perform(files, name, args);
        if (!['tree', 'stat', 'list', 'read', 'readMany'].includes(name)) {
          const touched = [args.path, args.to].filter((path) => path !== undefined);
          tell(await watched.done(touched), client);
        }
        return { value };
      });
    } catch (error) {
      const { code = 'EIO', message } = error as NodeJS.ErrnoException;
      return { error: { code, message } };
    }
  }

  function stream(response: ServerResponse, client: string): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': connected\n\n');
    streams.set(client, response);
    response.on('close', () => {
      if (streams.get(client) === response) streams.delete(client);
    });
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    const client = url.searchParams.get('client') ?? '';
    if (path.startsWith('/api/') && request.method === 'POST') {
      return send(response, 'x.json', JSON.stringify(await operate(request, path.slice(5), client)));
    }
    if (request.method !== 'GET') return refuse(response, 405, 'Only GET here.');
    if (path === '/') return send(response, 'index.html', await readFile(html));
    if (path === '/host.js') return send(response, path, options.page.script);
    if (path === '/host.css') return send(response, path, options.page.styles);
    if (path === '/info') return send(response, 'x.json', JSON.stringify(info));
    if (path === '/changes') return stream(response, client);
    if (path === '/plugin/main.js') return send(response, path, await wrapped(options.plugin));
    if (path === '/plugin/manifest.json' || path === '/plugin/styles.css') {
      return send(response, path, await readFile(join(options.plugin, basename(path))));
    }
    if (path.startsWith('/katex/')) return pipe(response, await insideVault(katex, path.slice(7)));
    if (path.startsWith('/vault/')) return pipe(response, await insideVault(root, path.slice(7)));
    return refuse(response, 404, 'Not here.');
  }

  const server = createServer((request, response) => {
    // A name that points at 127.0.0.1 must not let a foreign page in, nor a foreign page post here.
    if (!trusted(request)) return refuse(response, 403, 'Only for the page that this server shows.');
    route(request, response).catch((error: NodeJS.ErrnoException) => {
      if (error instanceof RefusedPath) refuse(response, 403, error.message);
      else if (error.code === 'ENOENT' || error.code === 'EISDIR') refuse(response, 404, 'Not here.');
      else refuse(response, error instanceof URIError ? 400 : 500, error.message);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        watched.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function trusted(request: IncomingMessage): boolean {
  const host = /^(127\.0\.0\.1|localhost):\d+$/.exec(request.headers.host ?? '')?.[0];
  if (host === undefined) return false;
  const { origin } = request.headers;
  return origin === undefined || origin === `http://${host}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestBody)
      throw Object.assign(new Error('EFBIG: the request is too long'), { code: 'EFBIG' });
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** A CommonJS module as a script: the page hands in `require`. The first line is shared, so that lines stay true. */
async function wrapped(plugin: string): Promise<string> {
  const code = await readFile(join(plugin, 'main.js'), 'utf8');
  return `window.hostDefinePlugin(function (require, module, exports) {${code}\n});\n`;
}

/** The page talks to this server only; in a note, pictures may come from anywhere, as in the app. */
const policy = "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

function headers(name: string): Record<string, string> {
  return {
    'content-type': contentType(name),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': policy,
  };
}

function send(response: ServerResponse, name: string, body: string | Buffer): void {
  response.writeHead(200, headers(name));
  response.end(body);
}

async function pipe(response: ServerResponse, path: string): Promise<void> {
  if (!(await stat(path)).isFile()) return refuse(response, 404, 'Not here.');
  const sandbox = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" };
  response.writeHead(200, { ...headers(path), ...sandbox });
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${reason}\n`);
}
