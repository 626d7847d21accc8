import { createHash } from 'node:crypto';
import { createServer, request as forward, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it left the browser, whole. */
export interface Seen {
  method: string;
  url: string;
  /** Request line, headers and body: everything in which something could hide. */
  raw: string;
  body: string;
}

/**
 * Hosts that Chromium itself asks (its clock, its updates, whether somebody is signed in), and Gmail's, for which it
 * keeps connections ready; requests to Gmail are answered before the network. Their content is still looked through.
 */
const browsersOwn = /^(?:[\w-]+\.)*(?:google\.com|googleapis\.com|gvt1\.com)(?::\d+)?$/;

/** What was asked of anybody else: by an extension or a page. */
export function foreign(watcher: Pick<Watcher, 'seen' | 'tunnels'>): string[] {
  return [
    ...watcher.seen.filter((one) => !browsersOwn.test(new URL(one.url).host)).map((one) => one.url),
    ...watcher.tunnels.filter((host) => !browsersOwn.test(host)),
  ];
}

/** Every byte that a browser sends goes through here: `proxyArguments` are for its command line. */
export interface Watcher {
  seen: Seen[];
  /** Hosts that the browser wanted to reach by https; refused. */
  tunnels: string[];
  proxyArguments: string[];
  close(): Promise<void>;
}

/**
 * A forward proxy that keeps what it forwards. Plain http goes on to its target (a fake CRM on this machine); https
 * cannot be read and is refused, so a test sees that it was tried.
 */
export async function watchNetwork(): Promise<Watcher> {
  const seen: Seen[] = [];
  const tunnels: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await read(incoming);
    const url = incoming.url ?? '';
    seen.push({
      method: incoming.method ?? '',
      url,
      body: body.toString('utf8'),
      raw: `${incoming.method} ${url}\n${incoming.rawHeaders.join('\n')}\n\n${body.toString('latin1')}`,
    });
    const onward = forward(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    onward.end(body);
  });
  server.on('connect', (incoming, socket) => {
    tunnels.push(incoming.url ?? '');
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  const port = await listen(server);
  return {
    seen,
    tunnels,
    // Loopback would go past the proxy otherwise.
    proxyArguments: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    close: () => stop(server),
  };
}

/** Serves a fake CRM, which answers `fetch`, on this machine. Resolves with its origin. */
export async function serve(fake: {
  origin: string;
  fetch: typeof fetch;
}): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    const body = await read(incoming);
    const headers = new Headers(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    );
    const answer = await fake
      .fetch(`${fake.origin}${incoming.url}`, {
        method: incoming.method ?? 'GET',
        headers,
        ...(body.length > 0 ? { body: body.toString('utf8') } : {}),
      })
      .catch(() => null);
    if (!answer) {
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  const port = await listen(server);
  return { origin: `http://127.0.0.1:${port}`, close: () => stop(server) };
}

/** The ways in which a word of somebody's mail could leave: as it is, encoded, or hashed. */
export function disguises(word: string): string[] {
  const base64 = [0, 1, 2].map((shift) =>
    // Three alignments, the ends cut off where neighbours mix in.
    Buffer.from('\0'.repeat(shift) + word, 'utf8')
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  const hashes = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((kind) => {
    const digest = createHash(kind).update(word).digest();
    return [
      digest.toString('hex'),
      digest.toString('base64').replace(/=+$/, ''),
      digest.toString('base64url'),
    ];
  });
  const plain = [word, JSON.stringify(word).slice(1, -1), encodeURIComponent(word), encodeURI(word)];
  return [
    ...new Set([
      ...plain,
      ...plain.map((one) => one.toLowerCase()),
      ...base64.filter((one) => one.length >= 8),
      ...base64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_')).filter((one) => one.length >= 8),
      Buffer.from(word, 'utf8').toString('hex'),
      ...hashes,
    ]),
  ];
}

/** Which of these words, in whatever disguise, are in what was sent. */
export function leaksIn(sent: readonly Seen[], words: readonly string[]): string[] {
  const everything = sent.map((one) => one.raw);
  const folded = everything.map((raw) => raw.toLowerCase());
  return words.flatMap((word) =>
    disguises(word)
      .filter(
        (disguise) =>
          everything.some((raw) => raw.includes(disguise)) ||
          folded.some((raw) => raw.includes(disguise.toLowerCase())),
      )
      .map((disguise) => `${word} as ${disguise}`),
  );
}

async function read(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
