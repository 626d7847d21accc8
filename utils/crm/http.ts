import { CrmFault } from '@/utils/crm/errors';
import { mayReach } from '@/utils/crm/origins';
import { type Limit, makePace } from '@/utils/crm/pace';
import { retryAfterHeader } from '@/utils/crm/retry-after';
import type { LedgerLine } from '@/utils/model/ledger';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

/** A request to a CRM. `answer` is required: an answer that does not parse is `not-understood`. */
export interface Request<T extends z.core.$ZodType> {
  /** Names the request in errors and tests, e.g. `partner search`. */
  step: string;
  purpose: LedgerLine['purpose'];
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form (`application/x-www-form-urlencoded`) in the place of `body`: what token endpoints read. */
  form?: Record<string, string>;
  /** Names of the fields in the body that carry data, for the ledger. */
  fields?: string[];
  answer: T;
  /** Statuses besides 2xx whose body is read with `answer`. */
  alsoOk?: number[];
  /** Milliseconds; 30,000 unless told. */
  timeout?: number;
  /**
   * Reads the CRM's own complaint out of an answer, whatever its status (some CRMs complain with 200); undefined where
   * it holds none that is known, and the status decides. `json` is undefined where the answer was not JSON.
   * A `Retry-After` inside the body is read here: `retryAt = now + …`.
   */
  explain?: (status: number, json: unknown, now: number) => Fault | undefined;
}

/**
 * The only way to a CRM. Rejects with `CrmFault` and with nothing else, but for what `ledger.begin` rejected with:
 * without its line in the ledger nothing leaves.
 */
export type Http = <T extends z.core.$ZodType>(request: Request<T>) => Promise<z.output<T>>;

/** Where `http` writes its lines; handed in by whoever owns the store. */
export interface LedgerDoor {
  /** Commits the line before the request leaves; resolves with its id. */
  begin(line: Omit<LedgerLine, 'id' | 'answer'>): Promise<string>;
  end(id: string, answer: NonNullable<LedgerLine['answer']>): Promise<void>;
}

export interface HttpParts {
  ledger: LedgerDoor;
  /**
   * What the rep granted: match patterns as `CrmConnector.origins` gives them (`https://crm.example/*`, any port) or
   * exact origins (`https://crm.example:8443`).
   */
  allowedOrigins: readonly string[];
  /** Milliseconds since 1970. */
  now: () => number;
  /** The browser's own unless told; tests hand in theirs. */
  fetch?: typeof fetch;
  /** What the vendor takes (utils/crm/connector.ts); requests wait before they leave, so that it never has to refuse. */
  limits?: readonly Limit[] | undefined;
  /** Waits so many milliseconds; the browser's own unless told. */
  wait?: (ms: number) => Promise<void>;
}

/** The largest answer that is read; a page of 2,000 contacts has about 1 MB. */
export const MAX_ANSWER_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** Practice's way out: there is none. */
export const unreachableHttp: Http = () =>
  Promise.reject(new CrmFault({ kind: 'not-permitted', what: 'practice' }));

/**
 * Makes the `http` of one connection. It is the only caller of `fetch`: no cookies, no referrer, no cache, no redirect
 * is followed (it could carry the key elsewhere), only granted origins, a ledger line around each request.
 */
export function createHttp(parts: HttpParts): Http {
  const { ledger, allowedOrigins, now, fetch: fetchOf, limits = [], wait = sleep } = parts;
  const pace = makePace({ limits, now, wait });
  return async (request) => {
    const url = new URL(request.url);
    if (!mayReach(url, allowedOrigins)) {
      throw new CrmFault({ kind: 'not-permitted', what: url.origin });
    }
    const body = bodyOf(request);
    await pace.mayLeave(url.pathname);
    const line = await ledger.begin({
      at: now(),
      purpose: request.purpose,
      method: request.method,
      origin: url.origin.slice(0, 300),
      path: url.pathname.slice(0, 300),
      fields: (request.fields ?? []).slice(0, 60).map((name) => name.slice(0, 100)),
      bytes: body === undefined ? 0 : new TextEncoder().encode(body).length,
    });
    const end = async (outcome: 'ok' | 'failed' | 'no-answer', status?: number): Promise<void> => {
      try {
        await ledger.end(line, status ? { at: now(), outcome, status } : { at: now(), outcome });
      } catch {
        // The line then stays "answer unknown"; the answer itself must not be lost for that.
      }
    };

    const exchanged = await exchange(request, url, body, fetchOf ?? fetch);
    if (exchanged.got === 'nothing') {
      await end('no-answer', exchanged.status);
      throw new CrmFault({ kind: 'offline' });
    }
    if (exchanged.got === 'answer') pace.heard(url.pathname, exchanged.headers);
    const read = understand(request, exchanged, now());
    await end('fault' in read ? 'failed' : 'ok', exchanged.status);
    if ('fault' in read) throw new CrmFault(read.fault);
    return read.value;
  };
}

function bodyOf({ form, body }: Request<z.core.$ZodType>): string | undefined {
  if (form) return new URLSearchParams(form).toString();
  return body === undefined ? undefined : JSON.stringify(body);
}

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

type Exchanged =
  | { got: 'nothing'; status?: number }
  | { got: 'redirect' | 'too-much'; status: number }
  | { got: 'answer'; status: number; headers: Headers; text: string };

/** Sends it and reads the whole answer within the time-out. Never throws; never keeps an error, which could hold the URL. */
async function exchange(
  request: Request<z.core.$ZodType>,
  url: URL,
  body: string | undefined,
  fetchOf: typeof fetch,
): Promise<Exchanged> {
  let status: number | undefined;
  try {
    const response = await fetchOf(url.href, {
      method: request.method,
      headers: {
        accept: 'application/json',
        ...(body === undefined
          ? {}
          : { 'content-type': request.form ? 'application/x-www-form-urlencoded' : 'application/json' }),
        ...request.headers,
      },
      body,
      credentials: 'omit',
      // Not 'error': that looks like no network, and the person would search in the wrong place.
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(request.timeout ?? TIMEOUT_MS),
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel();
      return { got: 'redirect', status: response.status };
    }
    status = response.status;
    const text = await readBounded(response, MAX_ANSWER_BYTES);
    return text === null
      ? { got: 'too-much', status }
      : { got: 'answer', status, headers: response.headers, text };
  } catch {
    return status === undefined ? { got: 'nothing' } : { got: 'nothing', status };
  }
}

/** The body as text, or null where it is longer than `max` bytes: then the rest is not even fetched. */
async function readBounded(response: Response, max: number): Promise<string | null> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > max) {
    await response.body?.cancel();
    return null;
  }
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > max) {
      await reader.cancel();
      return null;
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  parts.push(decoder.decode());
  return parts.join('');
}

/** What an answer means: a value of the schema, or a fault. */
function understand<T extends z.core.$ZodType>(
  request: Request<T>,
  exchanged: Exclude<Exchanged, { got: 'nothing' }>,
  now: number,
): { value: z.output<T> } | { fault: Fault } {
  const notUnderstood = { fault: { kind: 'not-understood', step: request.step } } as const;
  if (exchanged.got !== 'answer') return notUnderstood;
  const { status, headers, text } = exchanged;
  const json = parseJson(text);

  const explained = request.explain?.(status, json, now);
  if (explained) return { fault: explained };
  if ((status >= 200 && status < 300) || request.alsoOk?.includes(status)) {
    if (json === undefined) return notUnderstood;
    const parsed = z.safeParse(request.answer, json);
    return parsed.success ? { value: parsed.data } : notUnderstood;
  }
  return { fault: faultOfStatus(status, json !== undefined, headers, now) ?? notUnderstood.fault };
}

/** Undefined where it is no JSON: a login page, a proxy's error, half an answer. An empty answer is null. */
function parseJson(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Undefined: whoever answered is not the CRM's API. */
function faultOfStatus(status: number, isJson: boolean, headers: Headers, now: number): Fault | undefined {
  if (status === 401) return { kind: 'signed-out' };
  if (status === 403) return { kind: 'not-permitted' };
  // An HTML page saying 404 is a wrong address; only the API's own 404 speaks of a record.
  if (status === 404 || status === 410) return isJson ? { kind: 'gone' } : undefined;
  if (status === 429 || status === 503) {
    const retryAt = retryAfterHeader(headers.get('retry-after'), now);
    return retryAt === undefined ? { kind: 'slow-down' } : { kind: 'slow-down', retryAt };
  }
  // The server is unwell, or a gateway before it gave up waiting: whether it did as asked is not known.
  if (status >= 500 || status === 408 || status === 425) return { kind: 'offline' };
  return isJson ? { kind: 'refused', reason: `HTTP ${status}` } : undefined;
}
