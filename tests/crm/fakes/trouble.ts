/**
 * Trouble between us and a server, for any fake: each is planned for the next request that matches and happens once,
 * but for `signedOut`, `html` and `away`, which last until `calm()`.
 */
export interface Trouble {
  /** The server does it; its answer is lost on the way. */
  loseAnswer(of?: 'write' | 'any'): void;
  /** The worker dies while it writes: its connection is cut, and the server may or may not have done it. */
  killWorker(): void;
  /** The server does it and then says 500. */
  commitThenFail(): void;
  /** Says 429 in one of the three forms of Retry-After. */
  slowDown(form: 'seconds' | 'date' | 'body', seconds: number): void;
  /** A login page, a proxy's error page. */
  serveHtml(): void;
  /** Nothing is there at all. */
  away(): void;
  /** Milliseconds before each answer is given. */
  delay(ms: number): void;
  calm(): void;
}

/** Long enough for a request to reach a server, seldom long enough for its answer. */
const CUT_AFTER_MS = 50;

type Plan =
  | { kind: 'loseAnswer'; of: 'write' | 'any' }
  | { kind: 'killWorker' }
  | { kind: 'commitThenFail' }
  | { kind: 'slowDown'; form: 'seconds' | 'date' | 'body'; seconds: number };

/** A `fetch` with trouble. `writes` tells a writing request by its URL and body. */
export function troubled(
  inner: typeof fetch,
  writes: (url: string, body: string) => boolean,
): { fetch: typeof fetch; trouble: Trouble; requests: { url: string; body: string; headers: Headers }[] } {
  let plan: Plan | undefined;
  let html = false;
  let away = false;
  let wait = 0;
  const requests: { url: string; body: string; headers: Headers }[] = [];

  const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });

  const troubledFetch: typeof fetch = async (input, init) => {
    const url = String(input);
    const body = String(init?.body ?? '');
    if (away) throw new TypeError('fetch failed');
    requests.push({ url, body, headers: new Headers(init?.headers) });
    if (html) {
      return new Response('<!DOCTYPE html><title>Log in</title>', {
        status: 200,
        headers: { 'content-type': 'text/html' },
      });
    }
    const write = writes(url, body);
    const now = plan;
    if (now?.kind === 'slowDown') {
      plan = undefined;
      if (now.form === 'seconds') return json(429, {}, { 'retry-after': String(now.seconds) });
      if (now.form === 'body') return json(429, { retry_after: now.seconds });
      return json(429, {}, { 'retry-after': new Date(Date.now() + now.seconds * 1000).toUTCString() });
    }
    if (now?.kind === 'killWorker' && write) {
      plan = undefined;
      const signal = AbortSignal.timeout(CUT_AFTER_MS);
      await inner(input, { ...init, signal }).catch(() => undefined);
      throw new TypeError('fetch failed');
    }
    // Taken before the server is asked: of two requests at the same moment one is hit.
    const hit =
      (now?.kind === 'loseAnswer' && (write || now.of === 'any')) ||
      (now?.kind === 'commitThenFail' && write);
    if (hit) plan = undefined;
    const response = await inner(input, init);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (hit && now?.kind === 'loseAnswer') throw new TypeError('fetch failed');
    if (hit) return json(500, { error: 'Internal Server Error' });
    return response;
  };

  return {
    fetch: troubledFetch,
    requests,
    trouble: {
      loseAnswer: (of = 'write') => {
        plan = { kind: 'loseAnswer', of };
      },
      killWorker: () => {
        plan = { kind: 'killWorker' };
      },
      commitThenFail: () => {
        plan = { kind: 'commitThenFail' };
      },
      slowDown: (form, seconds) => {
        plan = { kind: 'slowDown', form, seconds };
      },
      serveHtml: () => {
        html = true;
      },
      away: () => {
        away = true;
      },
      delay: (ms) => {
        wait = ms;
      },
      calm: () => {
        plan = undefined;
        html = false;
        away = false;
        wait = 0;
      },
    },
  };
}
