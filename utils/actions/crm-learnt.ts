import type { CrmWorld } from '@/utils/actions/crm-session';
import type { Learnt } from '@/utils/crm/connector';
import type { CrmConnection } from '@/utils/model/settings';
import { getSettings, updateSettings } from '@/utils/store/settings';

const FRESH_MS = 24 * 60 * 60_000;

/**
 * Keeps what this connection's sessions learn with the connection: whoever connects anew begins with nothing. A draft of
 * a connection, which is stored nowhere yet, keeps nothing.
 */
export function learntOf(
  { db, book, now }: Pick<CrmWorld, 'db' | 'book' | 'now'>,
  { account, connectedAt }: Pick<CrmConnection, 'account' | 'connectedAt'>,
): Learnt {
  const isOurs = (crm: CrmConnection) => crm.account === account && crm.connectedAt === connectedAt;
  return {
    async read() {
      const { crm } = await getSettings(db, book);
      const fresh = isOurs(crm) && crm.learnt && Math.abs(now() - crm.learnt.at) < FRESH_MS;
      return fresh ? (crm.learnt?.text ?? null) : null;
    },
    async keep(text) {
      await updateSettings(db, book, (settings) => {
        if (!isOurs(settings.crm)) return settings;
        const { learnt: before, ...crm } = settings.crm;
        // What was added to it is no newer than the rest.
        const at = before && Math.abs(now() - before.at) < FRESH_MS ? before.at : now();
        return { ...settings, crm: text === null ? crm : { ...crm, learnt: { at, text } } };
      });
    },
  };
}
