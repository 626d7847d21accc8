import { learntOf } from '@/utils/actions/crm-learnt';
import { keptSchema } from '@/utils/actions/crm-schema';
import { tokensOf } from '@/utils/actions/crm-tokens';
import type { CrmConnector, CrmSession } from '@/utils/crm/connector';
import { connectorById } from '@/utils/crm/connector-by-id';
import { fail } from '@/utils/crm/errors';
import { createHttp, type Http, unreachableHttp } from '@/utils/crm/http';
import { withToken } from '@/utils/crm/with-token';
import type { Book } from '@/utils/model/messages';
import type { CrmConnection } from '@/utils/model/settings';
import type { Database } from '@/utils/store/database';
import { ledgerOf } from '@/utils/store/ledger';
import { HOST_TAKEN_AWAY } from '@/utils/sync/fault-kinds';

/** What a session is opened with. */
export interface CrmWorld {
  book: Book;
  db: Database;
  newId(): string;
  now(): number;
  hasCrmAccess(origins: string[]): Promise<boolean>;
}

/** The way to these origins. Rejects with `not-permitted` and `host-permission` where the browser's permission is missing. */
export async function openHttp(
  allowedOrigins: string[],
  world: CrmWorld,
  limits?: CrmConnector['limits'],
): Promise<Http> {
  if (!(await world.hasCrmAccess(allowedOrigins))) {
    return fail({ kind: 'not-permitted', what: HOST_TAKEN_AWAY });
  }
  return createHttp({ ledger: ledgerOf(world.db, world.newId), allowedOrigins, now: world.now, limits });
}

/**
 * Opens a session of this connection. Practice reaches nothing but its notebook: its sessions are made with an `http`
 * that has no way out. Rejects with `CrmFault`; `not-permitted` with `host-permission` where the browser's permission
 * for the CRM's host (in Firefox also its data consent) is missing.
 */
export async function openSession(connection: CrmConnection, world: CrmWorld): Promise<CrmSession> {
  const connector = await connectorById(connection.connector);
  if (!connector) return fail({ kind: 'not-understood', step: 'connector' });
  if (world.book === 'practice') {
    if (connector.id !== 'notebook') return fail({ kind: 'not-permitted', what: 'practice' });
    return connector.connect({ ...connection.settings, book: 'practice' }, unreachableHttp);
  }
  const http = await openHttp(connector.origins(connection.settings), world, connector.limits);
  const signIn = connector.signIn?.(connection.settings);
  const kept = () => keptSchema(world, connection.account);
  const learnt = learntOf(world, connection);
  if (!signIn) return connector.connect(connection.settings, http, undefined, kept, learnt);
  if (!connection.tokens) return fail({ kind: 'signed-out' });
  const source = tokensOf({ connection, signIn, http, ...world });
  const { said } = connection.tokens;
  return connector.connect(
    connection.settings,
    withToken(http, source, signIn.scheme),
    { said },
    kept,
    learnt,
  );
}

/**
 * Keeps the last session that `open` opened while its connection stays as it is: what it learnt of the server and the
 * user is not asked again for each entry. The browser's permission is looked at each time.
 */
export function keepSession(
  open: (connection: CrmConnection) => Promise<CrmSession>,
  hasCrmAccess: CrmWorld['hasCrmAccess'],
): (connection: CrmConnection) => Promise<CrmSession> {
  let kept: { of: string; session: CrmSession } | undefined;
  return async (connection) => {
    const { connector, account, settings, connectedAt, tokens } = connection;
    const of = JSON.stringify([connector, account, settings, connectedAt, tokens?.said]);
    const origins = (await connectorById(connector))?.origins(settings) ?? [];
    if (kept?.of === of && (await hasCrmAccess(origins))) return kept.session;
    const session = await open(connection);
    kept = { of, session };
    return session;
  };
}
