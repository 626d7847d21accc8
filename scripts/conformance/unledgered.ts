import { createHttp, type Http } from '@/utils/crm/http';
import { silentLedger } from '../../tests/crm/fake-session';

/** The door to a live server whose requests go into no ledger: nobody's mailbox is behind it. */
export const unledgered = (allowedOrigins: readonly string[], inner: typeof fetch = fetch): Http =>
  createHttp({ ledger: silentLedger, allowedOrigins: [...allowedOrigins], now: Date.now, fetch: inner });

/** The same, through the proxy of this machine. */
export const proxied: Http = unledgered(['http://127.0.0.1/*']);
