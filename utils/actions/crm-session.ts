import type { CrmSession } from '@/utils/crm/connector';
import { connectorById } from '@/utils/crm/connectors';
import { fail } from '@/utils/crm/errors';
import { createHttp, unreachableHttp } from '@/utils/crm/http';
import type { Book } from '@/utils/model/messages';
import type { CrmConnection } from '@/utils/model/settings';
import type { Database } from '@/utils/store/database';
import { ledgerOf } from '@/utils/store/ledger';
import { HOST_TAKEN_AWAY } from '@/utils/sync/fault-kinds';

/**
 * Opens a session of this connection. Practice reaches nothing but its notebook: its sessions are made with an `http`
 * that has no way out. Rejects with `CrmFault`; `not-permitted` with `host-permission` where the browser's permission
 * for the CRM's host (in Firefox also its data consent) is missing.
 */
export async function openSession(
  connection: CrmConnection,
  world: {
    book: Book;
    db: Database;
    newId(): string;
    now(): number;
    hasCrmAccess(origins: string[]): Promise<boolean>;
  },
): Promise<CrmSession> {
  const connector = connectorById(connection.connector);
  if (!connector) return fail({ kind: 'not-understood', step: 'connector' });
  if (world.book === 'practice') {
    if (connector.id !== 'notebook') return fail({ kind: 'not-permitted', what: 'practice' });
    return connector.connect({ ...connection.settings, book: 'practice' }, unreachableHttp);
  }
  const allowedOrigins = connector.origins(connection.settings);
  if (!(await world.hasCrmAccess(allowedOrigins))) {
    return fail({ kind: 'not-permitted', what: HOST_TAKEN_AWAY });
  }
  const http = createHttp({ ledger: ledgerOf(world.db, world.newId), allowedOrigins, now: world.now });
  return connector.connect(connection.settings, http);
}
