import type { Context } from '@/utils/actions/context';
import { connectorById } from '@/utils/crm/connector-by-id';
import { CrmFault } from '@/utils/crm/errors';
import type { IntentAnswer } from '@/utils/model/messages';
import type { OutboxEntry } from '@/utils/model/outbox';
import { getSettings, updateSettings } from '@/utils/store/settings';

/**
 * A connector that nobody could try on a live account yet: the first entry that it logged is asked for again, and the
 * rep is shown where it stands. Once for a connection.
 */
export async function readBackFirst(context: Context, entry: OutboxEntry, remoteId: string): Promise<void> {
  const { db, book, now } = context;
  const { crm } = await getSettings(db, book);
  if (entry.job.op !== 'log-activity' || crm.firstLog || crm.account !== entry.crmAccount) return;
  if ((await connectorById(crm.connector))?.confirmedLive !== false) return;
  const { activity } = entry.job;
  try {
    const session = await context.sessionOf(crm);
    const { key, aliases } = entry;
    const found = await session.activities.findByAliases([{ key, aliases, activity }]);
    const link = session.linkTo('activity', remoteId);
    const firstLog = {
      at: now(),
      subject: activity.subject,
      found: found.has(key),
      seen: false,
      ...(link?.startsWith('https://') ? { link: link.slice(0, 2000) } : {}),
    };
    await updateSettings(db, book, (settings) =>
      settings.crm.account === entry.crmAccount
        ? { ...settings, crm: { ...settings.crm, firstLog } }
        : settings,
    );
  } catch (error) {
    // The next entry is read back in its place.
    if (!(error instanceof CrmFault)) throw error;
  }
}

/** The rep has looked at it. */
export async function firstLogSeen({ db, book }: Context): Promise<IntentAnswer> {
  await updateSettings(db, book, ({ crm, ...settings }) => ({
    ...settings,
    crm: crm.firstLog ? { ...crm, firstLog: { ...crm.firstLog, seen: true } } : crm,
  }));
  return { ok: true };
}
