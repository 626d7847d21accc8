import type { Context } from '@/utils/actions/context';
import type { CrmSession } from '@/utils/crm/connector';
import type { ActivityKind } from '@/utils/model/activity';
import type { CrmConnection, Settings } from '@/utils/model/settings';
import { getSettings, updateSettings } from '@/utils/store/settings';

/*
 * What the connected CRM has a place for is the session's to say: it may hang on the server and on the user. Our pages
 * cannot ask a session, so what it said last stands with the connection in the settings.
 */

/** Keeps what this connection's session says, each time one is opened for the mirror. */
export async function noteKinds(
  { db, book }: Context,
  connection: CrmConnection,
  session: CrmSession,
): Promise<void> {
  const kinds = [...session.activities.kinds];
  if (connection.kinds?.join() === kinds.join()) return;
  const { crm } = await getSettings(db, book);
  if (crm.account !== connection.account || crm.connectedAt !== connection.connectedAt) return;
  await updateSettings(db, book, (settings) =>
    settings.crm.account === connection.account ? { ...settings, crm: { ...settings.crm, kinds } } : settings,
  );
}

/** Whether the connected CRM is known to have no place for this. Not known: the drain asks the session itself. */
export function lacksKind({ crm }: Settings, kind: ActivityKind): boolean {
  return crm.kinds !== undefined && !crm.kinds.includes(kind);
}
