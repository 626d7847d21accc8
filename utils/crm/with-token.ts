import { CrmFault } from '@/utils/crm/errors';
import type { Http } from '@/utils/crm/http';

/** Where the access token comes from. */
export interface TokenSource {
  /** One that is not known to have run out. Rejects with `CrmFault`. */
  token(): Promise<string>;
  /** The CRM refused this one: another, or null where there is none. Rejects with `CrmFault`. */
  another(refused: string): Promise<string | null>;
}

/**
 * The same `http` with the token in each request. Refused as signed out, a request is sent once more with another
 * token: the CRM did not carry out what it refused.
 */
export function withToken(http: Http, source: TokenSource, scheme = 'Bearer'): Http {
  return async (request) => {
    const send = (token: string) =>
      http({ ...request, headers: { ...request.headers, authorization: `${scheme} ${token}` } });
    const token = await source.token();
    try {
      return await send(token);
    } catch (error) {
      if (!(error instanceof CrmFault) || error.fault.kind !== 'signed-out') throw error;
      const next = await source.another(token);
      if (next === null) throw error;
      return send(next);
    }
  };
}
