import type { Context } from '@/utils/actions/context';
import { gateSettings, learnOwnAddresses, mayRead } from '@/utils/actions/gate-settings';
import { marksOf } from '@/utils/actions/marks';
import { noteOpen } from '@/utils/actions/now-open';
import { noteTabAlive } from '@/utils/actions/read-sites';
import { receiveDrift } from '@/utils/actions/receive-drift';
import { receiveRefused } from '@/utils/actions/receive-refused';
import { noteSources } from '@/utils/actions/self-check';
import type { MarksAnswer } from '@/utils/model/mark';
import type { PageMessage } from '@/utils/model/messages';
import type { GateSettings } from '@/utils/model/settings';
import { getSettings } from '@/utils/store/settings';

/**
 * Carries out what a page adapter tells. Resolves when it is stored, so that the page can tell it again otherwise; a
 * question for the gate's settings is answered with them. `from` is what the browser says of the sender.
 */
export async function handlePageMessage(
  context: Context,
  message: Exclude<PageMessage, { type: 'open-panel' }>,
  from: { tabId: number | undefined; url: string },
): Promise<{ ok: true } | GateSettings | MarksAnswer> {
  if (message.type === 'gate-settings') {
    if (from.tabId !== undefined) await noteTabAlive(context, from.tabId);
    return gateSettings(context, message.site, message.account);
  }
  const site = 'site' in message ? message.site : message.captures[0]?.source.site;
  const settings = await getSettings(context.db, context.book);
  // Consent withdrawn, or the host taken away: said with success, so that the page does not try again.
  if (site === undefined || !(await mayRead(context, settings, site))) return { ok: true };

  switch (message.type) {
    case 'captured':
    case 'send-undone':
    case 'listed':
    case 'meetings-seen': {
      const { takeIn } = await import('@/utils/actions/take-in');
      await takeIn(context, message, from.url);
      break;
    }
    case 'now-open':
      if (from.tabId !== undefined) await noteOpen(context, from.tabId, message);
      break;
    case 'own-addresses':
      await learnOwnAddresses(context, message.addresses);
      break;
    case 'refused': {
      const { reason, detail } = message;
      await receiveRefused(context, message.site, message.ids, { reason, ...(detail ? { detail } : {}) });
      break;
    }
    case 'sources':
      await noteSources(context, message);
      break;
    case 'marks':
      return marksOf(context, { tabId: from.tabId, site: message.site }, message.ids);
    case 'drift':
      await receiveDrift(context, message);
      break;
  }
  return { ok: true };
}
