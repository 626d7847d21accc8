import { describe, expect, it, vi } from 'vitest';
import { CrmFault } from '@/utils/crm/errors';
import {
  createHttp,
  type LedgerDoor,
  MAX_ANSWER_BYTES,
  type Request,
  unreachableHttp,
} from '@/utils/crm/http';
import type { LedgerLine } from '@/utils/model/ledger';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

const NOW = Date.UTC(2026, 10, 21, 9);
const answer = z.object({ ok: z.boolean() });

/** A ledger that remembers, and the order in which things happened. */
function recorder() {
  const events: string[] = [];
  const lines: LedgerLine[] = [];
  const ledger: LedgerDoor = {
    begin: async (line) => {
      await Promise.resolve();
      lines.push({ ...line, id: String(lines.length) });
      events.push('begin');
      return String(lines.length - 1);
    },
    end: async (id, outcome) => {
      events.push(`end ${outcome.outcome}`);
      const line = lines[Number(id)];
      if (line) line.answer = outcome;
    },
  };
  return { events, lines, ledger };
}

function server(respond: (url: string, init: RequestInit) => Promise<Response> | Response) {
  const seen = recorder();
  const calls: { url: string; init: RequestInit }[] = [];
  const http = createHttp({
    ledger: seen.ledger,
    allowedOrigins: ['https://crm.example/*'],
    now: () => NOW,
    fetch: async (input, init) => {
      seen.events.push('fetch');
      calls.push({ url: String(input), init: init ?? {} });
      return respond(String(input), init ?? {});
    },
  });
  return { http, calls, ...seen };
}

function request(change: Partial<Request<typeof answer>> = {}): Request<typeof answer> {
  return {
    step: 'the step',
    purpose: 'log',
    method: 'POST',
    url: 'https://crm.example/api/mails?who=mia%40kunde.example',
    headers: { authorization: 'Bearer s3cr3t' },
    body: { subject: 'Ä' },
    fields: ['subject'],
    answer,
    ...change,
  };
}

async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error = await work.then(
    () => 'no fault',
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(CrmFault);
  return (error as CrmFault).fault;
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

describe('a request to a CRM', () => {
  it('stands in the ledger before it leaves, and its end after it', async () => {
    const { http, events, lines } = server(() => json(200, { ok: true }));
    await http(request());
    expect(events).toEqual(['begin', 'fetch', 'end ok']);
    expect(lines[0]).toEqual({
      id: '0',
      at: NOW,
      purpose: 'log',
      method: 'POST',
      origin: 'https://crm.example',
      path: '/api/mails',
      fields: ['subject'],
      bytes: new TextEncoder().encode('{"subject":"Ä"}').length,
      answer: { at: NOW, outcome: 'ok', status: 200 },
    });
    expect(JSON.stringify(lines)).not.toMatch(/s3cr3t|kunde/);
  });

  it('does not leave where its line cannot be written', async () => {
    const fetchOf = vi.fn();
    const http = createHttp({
      ledger: { begin: () => Promise.reject(new Error('disk full')), end: async () => {} },
      allowedOrigins: ['https://crm.example/*'],
      now: () => NOW,
      fetch: fetchOf,
    });
    await expect(http(request())).rejects.toThrow('disk full');
    expect(fetchOf).not.toHaveBeenCalled();
  });

  it('keeps its answer where the end of the line cannot be written', async () => {
    const http = createHttp({
      ledger: { begin: async () => '1', end: () => Promise.reject(new Error('disk full')) },
      allowedOrigins: ['https://crm.example/*'],
      now: () => NOW,
      fetch: async () => json(200, { ok: true }),
    });
    expect(await http(request())).toEqual({ ok: true });
  });

  it('carries no cookie, no referrer, and is never cached', async () => {
    const { http, calls } = server(() => json(200, { ok: true }));
    await http(request());
    expect(calls[0]?.init).toMatchObject({
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
    expect(calls[0]?.init.signal).toBeInstanceOf(AbortSignal);
  });

  it.each([
    'https://evil.example/api',
    'https://crm.example.evil.example/api',
    'https://sub.crm.example/api',
    'http://crm.example/api',
    'https://user:pass@crm.example/api',
  ])('goes only where the rep allowed it, not to %s', async (url) => {
    const { http, calls, lines } = server(() => json(200, { ok: true }));
    expect((await faultOf(http(request({ url })))).kind).toBe('not-permitted');
    expect(calls).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('may use any port of a granted host, as the browser grants it', async () => {
    const { http } = server(() => json(200, { ok: true }));
    expect(await http(request({ url: 'https://crm.example:8443/api' }))).toEqual({ ok: true });
  });

  it('follows no redirect, which could carry the key elsewhere', async () => {
    const { http, calls, events } = server(
      () => new Response(null, { status: 307, headers: { location: 'https://evil.example/' } }),
    );
    expect(await faultOf(http(request()))).toEqual({ kind: 'not-understood', step: 'the step' });
    expect(calls).toHaveLength(1);
    expect(events.at(-1)).toBe('end failed');
  });

  it('that gets no answer says offline, and the ledger says no answer', async () => {
    const { http, lines } = server(() => Promise.reject(new TypeError('fetch failed for s3cr3t')));
    const error = await http(request()).catch((caught: unknown) => caught);
    expect((error as CrmFault).fault).toEqual({ kind: 'offline' });
    expect(`${error} ${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain('s3cr3t');
    expect((error as Error).cause).toBeUndefined();
    expect(lines[0]?.answer).toEqual({ at: NOW, outcome: 'no-answer' });
  });

  it('gives up after its time, also where the answer began and never ends', async () => {
    const never = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) });
    const { http, lines } = server((_, init) => {
      const body = never.pipeThrough(new TransformStream(), { signal: init.signal ?? undefined });
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    });
    expect(await faultOf(http(request({ timeout: 30 })))).toEqual({ kind: 'offline' });
    expect(lines[0]?.answer).toEqual({ at: NOW, outcome: 'no-answer', status: 200 });
  });

  it('reads no endless answer: it stops at the limit, announced or not', async () => {
    let pulled = 0;
    const chunk = new Uint8Array(1024 * 1024).fill(32);
    const endless = () =>
      new ReadableStream({
        pull: (controller) => {
          pulled += chunk.length;
          controller.enqueue(chunk);
        },
      });
    const { http } = server(() => new Response(endless()));
    expect((await faultOf(http(request()))).kind).toBe('not-understood');
    expect(pulled).toBeLessThan(MAX_ANSWER_BYTES + 4 * chunk.length);
    const announced = server(
      () => new Response('{"ok":true}', { headers: { 'content-length': String(MAX_ANSWER_BYTES + 1) } }),
    );
    expect((await faultOf(announced.http(request()))).kind).toBe('not-understood');
  });
});

describe('an answer of a CRM', () => {
  it.each<[string, () => Response, Fault]>([
    ['401', () => json(401, {}), { kind: 'signed-out' }],
    ['403', () => json(403, {}), { kind: 'not-permitted' }],
    ['404 of the API', () => json(404, {}), { kind: 'gone' }],
    [
      '404 as a page',
      () => new Response('<html>', { status: 404 }),
      { kind: 'not-understood', step: 'the step' },
    ],
    ['422', () => json(422, { any: 1 }), { kind: 'refused', reason: 'HTTP 422' }],
    ['429', () => json(429, {}), { kind: 'slow-down' }],
    ['500', () => json(500, {}), { kind: 'offline' }],
    ['502 as a page', () => new Response('<html>', { status: 502 }), { kind: 'offline' }],
    ['503', () => new Response('', { status: 503 }), { kind: 'slow-down' }],
    ['a page', () => new Response('<!doctype html>'), { kind: 'not-understood', step: 'the step' }],
    ['half of an answer', () => new Response('{"ok":tr'), { kind: 'not-understood', step: 'the step' }],
    ['nothing', () => new Response(''), { kind: 'not-understood', step: 'the step' }],
    ['another shape', () => json(200, { ok: 'yes' }), { kind: 'not-understood', step: 'the step' }],
    [
      'nesting without end',
      () => new Response(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      { kind: 'not-understood', step: 'the step' },
    ],
  ])('%s is the fault it means', async (_, respond, fault) => {
    const { http, lines } = server(respond);
    expect(await faultOf(http(request()))).toEqual(fault);
    expect(lines[0]?.answer?.outcome).toBe('failed');
  });

  it.each<[string, string, number | undefined]>([
    ['seconds', '120', NOW + 120_000],
    ['parts of a second', '1.5', NOW + 1500],
    ['a date', new Date(NOW + 60_000).toUTCString(), NOW + 60_000],
    ['a date gone by', new Date(NOW - 60_000).toUTCString(), NOW],
    ['a year', '31536000', NOW + 24 * 60 * 60 * 1000],
    ['nonsense', 'soon', undefined],
  ])('asking to wait for %s says until when', async (_, header, retryAt) => {
    const { http } = server(() => json(429, {}, { 'retry-after': header }));
    expect(await faultOf(http(request()))).toEqual(
      retryAt === undefined ? { kind: 'slow-down' } : { kind: 'slow-down', retryAt },
    );
  });

  it('that complains in its own words is read by its connector, whatever the status, also about waiting', async () => {
    const { http } = server(() => json(200, { error: 'wait', seconds: 5 }));
    const explain = (status: number, body: unknown, now: number): Fault | undefined =>
      status === 200 && JSON.stringify(body).includes('wait')
        ? { kind: 'slow-down', retryAt: now + 5000 }
        : undefined;
    expect(await faultOf(http(request({ explain })))).toEqual({ kind: 'slow-down', retryAt: NOW + 5000 });
  });

  it('with another status is read where the connector expects it', async () => {
    const { http, lines } = server(() => json(409, { ok: false }));
    expect(await http(request({ alsoOk: [409] }))).toEqual({ ok: false });
    expect(lines[0]?.answer).toEqual({ at: NOW, outcome: 'ok', status: 409 });
  });
});

it('practice reaches nothing', async () => {
  expect((await faultOf(unreachableHttp(request()))).kind).toBe('not-permitted');
});
