import type { Access, CrmConnector, CrmSession } from '@/utils/crm/connector';
import { createHttp, type Http, type LedgerDoor } from '@/utils/crm/http';
import { withToken } from '@/utils/crm/with-token';

export const silentLedger: LedgerDoor = { begin: async () => 'line', end: async () => {} };

interface FakeServer {
  fetch: typeof fetch;
}

/** The way to a fake server, which may reach these origins alone. */
export function fakeHttp(server: FakeServer, allowedOrigins: string[], ledger = silentLedger): Http {
  return createHttp({ ledger, allowedOrigins, now: () => Date.now(), fetch: server.fetch });
}

/** A session of a connector with a sign-in page, with this token. */
export function tokenSession(
  connector: CrmConnector,
  settings: Record<string, string>,
  server: FakeServer,
  token: string,
  access?: Access,
  ledger = silentLedger,
): CrmSession {
  const http = fakeHttp(server, connector.origins(settings), ledger);
  const source = { token: async () => token, another: async () => null };
  return connector.connect(settings, withToken(http, source, connector.signIn?.(settings).scheme), access);
}
