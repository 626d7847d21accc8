import { connect, type Socket } from 'node:net';

/**
 * The part of Firefox's Marionette that we need: WebDriver BiDi refuses moz-extension:// pages and the browser's own
 * windows, Marionette with system access does not. Each message on the wire is `<bytes>:<JSON>`.
 */
export interface Marionette {
  command(name: string, parameters?: Record<string, unknown>): Promise<unknown>;
  session: Session;
  /** Where WebDriver BiDi of the same session is spoken. */
  bidiUrl: string;
  /** Runs a function's body in the page (`content`) or in the browser's window (`chrome`); `return` gives its value. */
  run(context: 'content' | 'chrome', body: string, ...args: unknown[]): Promise<unknown>;
  /** The same; the body calls its last argument, `arguments[arguments.length - 1]`, with the value. */
  runAsync(context: 'content' | 'chrome', body: string, ...args: unknown[]): Promise<unknown>;
  close(): void;
}

interface Session {
  sessionId: string;
  capabilities: { webSocketUrl: string };
}

/** Connects to Firefox on this port, waiting until it listens, and begins a session. */
export async function connectMarionette(port: number, patience = 20_000): Promise<Marionette> {
  const socket = await dial(port, Date.now() + patience);
  const waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  let buffer = Buffer.alloc(0);
  let serial = 0;

  const take = (message: unknown) => {
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message;
    const one = waiting.get(Number(id));
    waiting.delete(Number(id));
    if (error) one?.failed(new Error(`Marionette: ${JSON.stringify(error)}`));
    else one?.done(result);
  };
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const length = colon < 0 ? Number.NaN : Number(buffer.subarray(0, colon).toString('ascii'));
      if (Number.isNaN(length) || buffer.length < colon + 1 + length) return;
      const message: unknown = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length).toString('utf8'));
      buffer = buffer.subarray(colon + 1 + length);
      take(message);
    }
  });
  const end = () => {
    for (const one of waiting.values()) one.failed(new Error('Firefox closed the connection'));
    waiting.clear();
  };
  socket.on('close', end);
  socket.on('error', end);

  const command = (name: string, parameters: Record<string, unknown> = {}) =>
    new Promise<unknown>((done, failed) => {
      serial += 1;
      waiting.set(serial, { done, failed });
      const text = JSON.stringify([0, serial, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  const script = async (name: string, context: string, body: string, args: unknown[]) => {
    await command('Marionette:SetContext', { value: context });
    const answer = await command(name, { script: body, args, newSandbox: true, sandbox: null });
    return typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'value') : undefined;
  };
  const begun: unknown = await command('WebDriver:NewSession', { webSocketUrl: true });
  const session = asSession(begun);
  return {
    command,
    session,
    bidiUrl: session.capabilities.webSocketUrl,
    run: (context, body, ...args) => script('WebDriver:ExecuteScript', context, body, args),
    runAsync: (context, body, ...args) => script('WebDriver:ExecuteAsyncScript', context, body, args),
    close: () => socket.destroy(),
  };
}

async function dial(port: number, deadline: number): Promise<Socket> {
  for (;;) {
    const socket = connect({ port, host: '127.0.0.1' });
    const connected = await new Promise<boolean>((done) => {
      socket.once('connect', () => done(true));
      socket.once('error', () => done(false));
    });
    if (connected) return socket;
    if (Date.now() > deadline) throw new Error(`Firefox does not listen on Marionette's port ${port}.`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

function asSession(begun: unknown): Session {
  const session = begun as Session;
  if (typeof session?.capabilities?.webSocketUrl !== 'string')
    throw new Error('Firefox offers no WebDriver BiDi.');
  return session;
}
