import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '@/utils/actions/crm-tokens';
import type { SignIn } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import { createHttp, type Http } from '@/utils/crm/http';
import { beginSignIn, finishSignIn, refreshTokens } from '@/utils/crm/sign-in';
import { withToken } from '@/utils/crm/with-token';
import type { LedgerLine } from '@/utils/model/ledger';
import type { Fault } from '@/utils/model/outbox';
import type { CrmConnection, Tokens } from '@/utils/model/settings';
import { z } from '@/utils/model/zod';
import { Database } from '@/utils/store/database';
import { getSettings, updateSettings } from '@/utils/store/settings';

const NOW = Date.UTC(2026, 10, 21, 9);
const REDIRECT = 'https://sidelog.redirect.example/';
const signIn: SignIn = {
  authorizationEndpoint: 'https://login.crm.example/authorize',
  tokenEndpoint: 'https://login.crm.example/token',
  clientId: 'customers-own-key',
  scope: 'api refresh_token',
  parameters: { prompt: 'login' },
  keeps: ['instance_url'],
};

/** A sign-in server that rotates refresh tokens and takes each only once, as strict ones do. */
function server() {
  const lines: Omit<LedgerLine, 'id' | 'answer'>[] = [];
  const forms: Record<string, string>[] = [];
  let round = 0;
  let valid = '';
  let challenge = '';
  let answer: (() => Response) | null = null;
  const http: Http = createHttp({
    ledger: {
      begin: async (line) => {
        lines.push(line);
        return String(lines.length);
      },
      end: async () => undefined,
    },
    allowedOrigins: ['https://login.crm.example/*', 'https://crm.example/*'],
    now: () => NOW,
    fetch: async (url, init) => {
      const asked = new Headers(init?.headers);
      if (String(url).startsWith('https://crm.example/')) {
        const ok = asked.get('authorization') === `Bearer access-${round}`;
        return Response.json(ok ? { name: 'Rosa' } : {}, { status: ok ? 200 : 401 });
      }
      const form = Object.fromEntries(new URLSearchParams(String(init?.body)));
      forms.push(form);
      if (answer) return answer();
      const right =
        form.grant_type === 'authorization_code'
          ? form.code === 'the-code' && (await s256(form.code_verifier ?? '')) === challenge
          : form.refresh_token === valid;
      if (!right)
        return Response.json({ error: 'invalid_grant', error_description: 'expired' }, { status: 400 });
      round += 1;
      valid = `refresh-${round}`;
      const tokens = { access_token: `access-${round}`, refresh_token: valid, token_type: 'Bearer' };
      return Response.json({ ...tokens, expires_in: 3600, instance_url: 'https://crm.example', id: 'x' });
    },
  });
  return {
    http,
    lines,
    forms,
    answerWith: (next: (() => Response) | null) => {
      answer = next;
    },
    /** The person agrees on the page: the address that it ends at. */
    agree: (url: string, change: Record<string, string> = {}) => {
      const asked = new URL(url).searchParams;
      challenge = asked.get('code_challenge') ?? '';
      const back = new URL(asked.get('redirect_uri') ?? '');
      const said = { code: 'the-code', state: asked.get('state') ?? '', ...change };
      for (const [name, value] of Object.entries(said)) back.searchParams.set(name, value);
      return back.href;
    },
  };
}

async function s256(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CrmFault)) throw new Error(`no CrmFault: ${String(error)}`);
  return error.fault;
}

describe('signing in on the CRM’s own page', () => {
  it('asks with PKCE and no secret, and keeps what the connector needs of the answer', async () => {
    const crm = server();
    const begun = await beginSignIn(signIn, REDIRECT);
    const asked = Object.fromEntries(new URL(begun.url).searchParams);
    expect(asked).toMatchObject({
      client_id: 'customers-own-key',
      response_type: 'code',
      redirect_uri: REDIRECT,
      code_challenge_method: 'S256',
      prompt: 'login',
    });
    const tokens = await finishSignIn(signIn, begun, REDIRECT, crm.agree(begun.url), crm.http, NOW);
    expect(tokens).toEqual({
      access: 'access-1',
      refresh: 'refresh-1',
      expiresAt: NOW + 3_600_000,
      said: { instance_url: 'https://crm.example' },
    });
    expect(crm.forms[0]).not.toHaveProperty('client_secret');
    expect(crm.lines[0]).toMatchObject({ purpose: 'sign-in', origin: 'https://login.crm.example' });
    expect(JSON.stringify(crm.lines)).not.toMatch(/the-code|access-1|refresh-1/);
  });

  it('takes no answer of another sign-in, and says in the server’s words why it was refused', async () => {
    const crm = server();
    const begun = await beginSignIn(signIn, REDIRECT);
    const finish = (returned: string) => finishSignIn(signIn, begun, REDIRECT, returned, crm.http, NOW);
    expect(await faultOf(finish(crm.agree(begun.url, { state: 'another' })))).toMatchObject({
      kind: 'not-understood',
    });
    const denied = new URL(REDIRECT);
    denied.search = new URLSearchParams({
      error: 'access_denied',
      error_description: 'app must be installed into org',
      state: begun.state,
    }).toString();
    expect(await faultOf(finish(denied.href))).toEqual({
      kind: 'refused',
      reason: 'app must be installed into org',
    });
    crm.answerWith(() => new Response('<html>', { status: 200 }));
    expect(await faultOf(finish(crm.agree(begun.url)))).toMatchObject({ kind: 'not-understood' });
    expect(crm.forms.length, 'a foreign state or a denial asks the token endpoint for nothing').toBe(1);
  });

  it('says signed out where the refresh token is taken no more, offline where nobody answered', async () => {
    const crm = server();
    const old: Tokens = { access: 'a', refresh: 'long-gone', said: {} };
    expect(await faultOf(refreshTokens(signIn, old, crm.http, NOW))).toEqual({ kind: 'signed-out' });
    crm.answerWith(() => new Response('', { status: 503 }));
    expect(await faultOf(refreshTokens(signIn, old, crm.http, NOW))).toMatchObject({ kind: 'slow-down' });
  });
});

describe('tokens that run out', () => {
  const connected = async (crm: ReturnType<typeof server>, change: Partial<Tokens> = {}) => {
    const db = new Database(`tokens-${crypto.randomUUID()}`);
    const begun = await beginSignIn(signIn, REDIRECT);
    const first = await finishSignIn(signIn, begun, REDIRECT, crm.agree(begun.url), crm.http, NOW);
    const connection: CrmConnection = {
      connector: 'tried',
      account: 'tried|crm.example|sales',
      settings: {},
      tokens: { ...first, ...change },
      userName: 'Rosa',
      connectedAt: NOW,
    };
    await updateSettings(db, 'real', (settings) => ({ ...settings, crm: connection }));
    const open = (now = NOW) =>
      withToken(crm.http, tokensOf({ connection, signIn, http: crm.http, book: 'real', db, now: () => now }));
    return { db, open };
  };
  const who = (http: Http) =>
    http({
      step: 'me',
      purpose: 'connect',
      method: 'GET',
      url: 'https://crm.example/me',
      answer: z.object({ name: z.string() }),
    });

  it('are renewed before they run out, and what came is stored for whoever comes next', async () => {
    const crm = server();
    const { db, open } = await connected(crm);
    expect(await who(open(NOW + 3_599_000))).toEqual({ name: 'Rosa' });
    expect((await getSettings(db, 'real')).crm.tokens).toMatchObject({
      access: 'access-2',
      refresh: 'refresh-2',
    });
  });

  it('that the CRM refuses are renewed once, and the request is sent again', async () => {
    const crm = server();
    const { open } = await connected(crm, { access: 'revoked' });
    expect(await who(open())).toEqual({ name: 'Rosa' });
    expect(crm.forms.filter((form) => form.grant_type === 'refresh_token').length).toBe(1);
  });

  it('are renewed once although many requests find them too old: each refresh token is good for one use', async () => {
    const crm = server();
    const { open } = await connected(crm);
    const late = NOW + 3_599_000;
    const answers = await Promise.all([open(late), open(late), open(late)].map((http) => who(http)));
    expect(answers).toEqual([{ name: 'Rosa' }, { name: 'Rosa' }, { name: 'Rosa' }]);
    expect(crm.forms.filter((form) => form.grant_type === 'refresh_token').length).toBe(1);
  });

  it('that cannot be renewed are signed out, and stay as they are', async () => {
    const crm = server();
    const { db, open } = await connected(crm, { access: 'revoked', refresh: 'long-gone' });
    expect(await faultOf(who(open()))).toEqual({ kind: 'signed-out' });
    expect((await getSettings(db, 'real')).crm.tokens).toMatchObject({ refresh: 'long-gone' });
  });
});
