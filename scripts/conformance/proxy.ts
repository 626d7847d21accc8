import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Trouble, troubled } from '../../tests/crm/fakes/trouble';

export interface Proxy {
  /** `http://127.0.0.1:…` */
  origin: string;
  trouble: Trouble;
  close(): Promise<void>;
}

/** Headers that belong to one hop, or that the next hop sets itself. */
const hop = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding']);

/** Stands between the connector and a live server, on this machine only, and loses answers when told to. */
export async function openProxy(
  target: string,
  writes: (url: string, body: string) => boolean,
): Promise<Proxy> {
  const { fetch: troubledFetch, trouble } = troubled(fetch, writes);
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const headers = Object.entries(request.headers)
      .filter(([name]) => !hop.has(name))
      .map(([name, value]): [string, string] => [name, String(value)]);
    try {
      const answer = await troubledFetch(new URL(request.url ?? '/', target).href, {
        method: request.method ?? 'POST',
        headers,
        body: parts.length > 0 ? Buffer.concat(parts).toString('utf8') : undefined,
        redirect: 'manual',
      });
      const body = Buffer.from(await answer.arrayBuffer());
      const kept = [...answer.headers].filter(
        ([name]) => !hop.has(name) && name !== 'content-encoding' && name !== 'set-cookie',
      );
      response.writeHead(answer.status, Object.fromEntries(kept));
      response.end(body);
    } catch {
      // As a cut cable would look: no status, no answer.
      request.socket.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    trouble,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
