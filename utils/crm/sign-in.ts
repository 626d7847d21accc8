import * as oauth from 'oauth4webapi';
import type { SignIn } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import type { Http } from '@/utils/crm/http';
import type { Tokens } from '@/utils/model/settings';
import { z } from '@/utils/model/zod';

/*
 *  page: consent to the host ──▶ worker: beginSignIn ──▶ the CRM's own page (the browser's window)
 *                                                          │ code, state
 *  tokens, in IndexedDB ◀── finishSignIn (token endpoint) ◀┘
 */

/** A sign-in that was begun: the address to show, and what must be remembered until it comes back. */
export interface BegunSignIn {
  url: string;
  state: string;
  verifier: string;
}

/** `redirectUrl` is this browser's own, as the CRM's administrator registered it. */
export async function beginSignIn(signIn: SignIn, redirectUrl: string): Promise<BegunSignIn> {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(signIn.authorizationEndpoint);
  const asked = {
    ...signIn.parameters,
    response_type: 'code',
    client_id: signIn.clientId,
    redirect_uri: redirectUrl,
    scope: signIn.scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return { url: url.href, state, verifier };
}

/**
 * Changes the code in `returned` (the address that the CRM's page ended at) for tokens. Rejects with `CrmFault`:
 * `refused` with the server's own word where the person or the server said no, `not-understood` for anything that is
 * not an answer to this very sign-in. `now` in milliseconds.
 */
export async function finishSignIn(
  signIn: SignIn,
  begun: BegunSignIn,
  redirectUrl: string,
  returned: string,
  http: Http,
  now: number,
): Promise<Tokens> {
  const server = serverOf(signIn, returned);
  const client: oauth.Client = { client_id: signIn.clientId };
  return asFault('sign-in', async () => {
    const parameters = oauth.validateAuthResponse(server, client, new URL(returned), begun.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      redirectUrl,
      begun.verifier,
      through(http, 'sign-in'),
    );
    const answer = await oauth.processAuthorizationCodeResponse(server, client, response);
    return tokensOf(signIn, answer, now);
  });
}

/**
 * New tokens for the refresh token. A server that rotates them makes the old one useless with this answer: store it
 * before using it. `signed-out` where the server takes it no more.
 */
export async function refreshTokens(signIn: SignIn, old: Tokens, http: Http, now: number): Promise<Tokens> {
  const { refresh } = old;
  if (refresh === undefined) return fail({ kind: 'signed-out' });
  const server = serverOf(signIn);
  const client: oauth.Client = { client_id: signIn.clientId };
  return asFault('refresh', async () => {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      refresh,
      through(http, 'refresh'),
    );
    const answer = await oauth.processRefreshTokenResponse(server, client, response);
    const fresh = tokensOf(signIn, answer, now);
    return { ...fresh, refresh: fresh.refresh ?? refresh, said: { ...old.said, ...fresh.said } };
  });
}

/**
 * Servers name themselves in `iss` (RFC 9207) or not at all; the token endpoint that we ask is the one we chose, so its
 * name is taken as it comes.
 */
function serverOf(signIn: SignIn, returned?: string): oauth.AuthorizationServer {
  const said = returned === undefined ? null : new URL(returned).searchParams.get('iss');
  return {
    issuer: said ?? new URL(signIn.tokenEndpoint).origin,
    authorization_endpoint: signIn.authorizationEndpoint,
    token_endpoint: signIn.tokenEndpoint,
  };
}

/** The library's requests go through `http` like all others: granted origins, a line in the ledger, bounded answers. */
function through(http: Http, step: string): oauth.TokenEndpointRequestOptions {
  return {
    // Which addresses may be asked, and that they are https but on this machine, is decided by the granted origins.
    [oauth.allowInsecureRequests]: true,
    [oauth.customFetch]: async (url, { body }) => {
      const form = Object.fromEntries(new URLSearchParams(body instanceof URLSearchParams ? body : ''));
      const json = await http({
        step,
        purpose: 'sign-in',
        method: 'POST',
        url,
        form,
        fields: Object.keys(form),
        answer: z.record(z.string(), z.unknown()),
        alsoOk: [400, 401],
      });
      return new Response(JSON.stringify(json), {
        status: 'error' in json ? 400 : 200,
        headers: { 'content-type': 'application/json' },
      });
    },
  };
}

function tokensOf(signIn: SignIn, answer: oauth.TokenEndpointResponse, now: number): Tokens {
  const said: Record<string, string> = {};
  for (const name of signIn.keeps ?? []) {
    const value = answer[name];
    if (typeof value === 'string' && value.length <= 4000) said[name] = value;
  }
  return {
    access: answer.access_token,
    ...(answer.refresh_token === undefined ? {} : { refresh: answer.refresh_token }),
    ...(answer.expires_in === undefined ? {} : { expiresAt: now + Math.round(answer.expires_in) * 1000 }),
    said,
  };
}

/** The library's errors hold whole answers: none of them leaves this file. */
async function asFault<T>(step: 'sign-in' | 'refresh', run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CrmFault) throw error;
    if (error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError) {
      if (step === 'refresh') return fail({ kind: 'signed-out' });
      const reason = error.error_description ?? error.error;
      return fail({ kind: 'refused', reason: reason.slice(0, 300) });
    }
    return fail({ kind: 'not-understood', step });
  }
}
