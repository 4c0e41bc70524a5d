import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Change } from '../protocol.ts';
import { startServer, type RunningServer } from './server.ts';

let vault = '';
let server: RunningServer;

beforeAll(async () => {
  vault = await mkdtemp(join(tmpdir(), 'host-'));
  await writeFile(join(vault, 'note.md'), 'text');
  await writeFile(join(vault, 'page.html'), '<script>parent.pwned = 1</script>');
  server = await startServer({ vault, page: { script: '', styles: '' }, plugin: vault, port: 0 });
});

afterAll(async () => {
  await server.close();
  await rm(vault, { recursive: true });
});

async function call(operation: string, args: object, headers: Record<string, string> = {}): Promise<unknown> {
  const body = JSON.stringify(args);
  return (await fetch(`${server.url}api/${operation}?client=a`, { method: 'POST', body, headers })).json();
}

/** With a path or header that `fetch` would mend or forbid. */
function raw(path: string, headers: Record<string, string> = {}): Promise<number> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ port, path, headers: { host: `127.0.0.1:${port}`, ...headers } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the server of the host', () => {
  test('reads a note', async () => {
    expect(await call('read', { path: 'note.md' })).toEqual({ value: 'text' });
  });

  test('answers a missing file with its code, not with a broken connection', async () => {
    expect(await call('read', { path: 'none.md' })).toMatchObject({ error: { code: 'ENOENT' } });
  });

  test('writes bytes as they are, and appends others', async () => {
    const base64 = Buffer.from([0, 255, 128]).toString('base64');
    expect(await call('writeBinary', { path: 'a.bin', base64 })).toMatchObject({ value: { size: 3 } });
    expect(await call('appendBinary', { path: 'a.bin', base64 })).toMatchObject({ value: { size: 6 } });
    expect([...(await readFile(join(vault, 'a.bin')))]).toEqual([0, 255, 128, 0, 255, 128]);
  });

  test('refuses to rename onto an existing file', async () => {
    await writeFile(join(vault, 'a.md'), 'a');
    await writeFile(join(vault, 'b.md'), 'b');
    expect(await call('rename', { path: 'a.md', to: 'b.md' })).toMatchObject({ error: { code: 'EEXIST' } });
    expect(await readFile(join(vault, 'b.md'), 'utf8')).toBe('b');
  });

  test('refuses a path that leads out of the vault, in every operation', async () => {
    const path = '../out.md';
    for (const operation of ['stat', 'list', 'read', 'remove', 'mkdir']) {
      expect(await call(operation, { path })).toMatchObject({ error: { code: 'EREFUSED' } });
    }
    expect(await call('write', { path, text: '' })).toMatchObject({ error: { code: 'EREFUSED' } });
    expect(await call('rename', { path: 'note.md', to: path })).toMatchObject({
      error: { code: 'EREFUSED' },
    });
  });

  test('never removes the vault itself', async () => {
    expect(await call('rmdir', { path: '', recursive: true })).toMatchObject({ error: { code: 'EPERM' } });
  });

  test.each([[{ path: 7 }], [{ path: ['note.md'] }], [{ paths: 'note.md' }]])(
    'refuses arguments of a wrong type: %j',
    async (args) => {
      expect(await call('read', args)).toMatchObject({ error: { code: 'EINVAL' } });
    },
  );

  test('knows no operation but its own', async () => {
    expect(await call('constructor', {})).toMatchObject({ error: { code: 'EINVAL' } });
  });

  test.each([
    '/vault/../secret',
    '/vault/%2e%2e/secret',
    '/vault/..%2fsecret',
    '/katex/../package.json',
    '/vault/%',
  ])('serves no file for %s', async (path) => {
    expect(await raw(path)).toBeGreaterThanOrEqual(400);
  });

  test('refuses a page that reached it under another name', async () => {
    expect(await raw('/vault/note.md', { host: 'evil.example:80' })).toBe(403);
  });

  test('refuses a request that another site sent', async () => {
    expect(await raw('/vault/note.md', { origin: 'http://evil.example' })).toBe(403);
  });

  test('lets no script run in a file of the vault that is opened by itself', async () => {
    const response = await fetch(`${server.url}vault/page.html`);
    expect(response.headers.get('content-security-policy')).toMatch(/sandbox(;|,|$)/);
  });

  test('reports a file that another program wrote', async () => {
    const { body } = await fetch(`${server.url}changes?client=b`);
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await writeFile(join(vault, 'news.md'), 'news');
    const message = (await reader?.read())?.value ?? '';
    await reader?.cancel();
    const changes = JSON.parse(message.replace(/^data: /, '')) as Change[];
    expect(changes).toMatchObject([{ path: 'news.md', entry: { type: 'file', size: 4 } }]);
  });

  test('reports what one page did to the other pages only', async () => {
    const [own, other] = await Promise.all(
      ['a', 'c'].map((id) => fetch(`${server.url}changes?client=${id}`)),
    );
    const readers = [own, other].map((one) => one?.body?.pipeThrough(new TextDecoderStream()).getReader());
    for (const reader of readers) await reader?.read();
    await call('write', { path: 'mine.md', text: 'mine' });
    expect((await readers[1]?.read())?.value).toContain('"mine.md"');
    const early = await Promise.race([
      readers[0]?.read(),
      new Promise((done) => setTimeout(done, 300, 'silence')),
    ]);
    for (const reader of readers) await reader?.cancel();
    expect(early).toBe('silence');
  });
});
