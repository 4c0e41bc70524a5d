// Several servers behind one address, since the app has all its vaults at one origin, with one storage. The page's
// parameter `vault` says which server answers it.
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Origin {
  readonly url: string;
  close(): Promise<void>;
}

export async function oneOrigin(servers: readonly string[]): Promise<Origin> {
  const proxy = createServer((incoming, response) => {
    const { method, headers, url = '/' } = incoming;
    // What a page asks for names the page.
    const nth = /[?&]vault=(\d)/.exec(headers.referer ?? url)?.[1] ?? '0';
    const target = new URL(url, servers[Number(nth)]);
    const { host } = target;
    const outgoing = request(
      target,
      { method, headers: { ...headers, host, ...(headers.origin && { origin: target.origin }) } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    outgoing.on('error', () => response.destroy());
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}
