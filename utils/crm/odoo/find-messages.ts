import { v5 } from 'uuid';
import type { ActivityToLog, Found } from '@/utils/crm/connector';
import { sharedIds } from '@/utils/crm/marked-note';
import { Messages } from '@/utils/crm/odoo/answers';
import { isEmptyBody } from '@/utils/crm/odoo/mail-body';
import { textOf } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';

/** Where a mail counts as logged. Channels and the like are conversations, not customers. */
export const LOGGED_ON = ['res.partner', 'crm.lead'];

/** The entries that are in Odoo and live: logged by us, by a colleague, or fetched from a mailbox by Odoo itself. */
export async function findLogged(wire: Wire, entries: ActivityToLog[]): Promise<Found> {
  const byMessageId = await liveMessages(wire, entries.flatMap(messageIdsOf));
  const found: Found = new Map();
  for (const entry of entries) {
    const ids = messageIdsOf(entry).flatMap((messageId) => byMessageId.get(messageId) ?? []);
    if (ids.length > 0) found.set(entry.key, String(Math.min(...ids)));
  }
  return found;
}

/** Message ids, each with the live messages that bear it. */
export async function liveMessages(wire: Wire, messageIds: string[]): Promise<Map<string, number[]>> {
  const rows = await wire.call({
    purpose: 'find',
    model: 'mail.message',
    method: 'search_read',
    args: {
      domain: [
        ['message_id', 'in', [...new Set(messageIds)]],
        ['model', 'in', LOGGED_ON],
        ['res_id', '!=', false],
      ],
      fields: ['message_id', 'body'],
      order: 'id',
    },
    fields: ['message_id'],
    answer: Messages,
  });
  const found = new Map<string, number[]>();
  for (const row of rows) {
    if (isEmptyBody(textOf(row.body))) continue;
    const messageId = textOf(row.message_id);
    found.set(messageId, [...(found.get(messageId) ?? []), row.id]);
  }
  return found;
}

/** An id of ours where the activity has none that is a Message-ID; the key is inside. */
export const OWN_MESSAGE_ID = /^<sidelog-([0-9a-z-]{1,60})@sidelog\.invalid>$/;

/** Ours; never change it: the ids of noted meetings hang on it. */
const NAMESPACE = '3d0c52a4-6f0e-4b0c-9a57-1f4f5f0e7c21';

/**
 * The `message_id`s under which an entry may be there; the first is the one that we write: the mail's own where it has
 * one, so that Odoo's own mailbox fetch and ours recognise each other. A meeting's is made from its calendar's UID, and
 * not the invitation's: that is a mail of its own. Ids of the mail site mean nothing to Odoo.
 */
export function messageIdsOf({ key, aliases, activity }: ActivityToLog): string[] {
  const names =
    activity.kind === 'email'
      ? aliases.filter((alias) => /^<[^<>\s]+@[^<>\s]+>$/.test(alias))
      : sharedIds(aliases)
          .filter((alias) => alias.startsWith('event:'))
          .map((alias) => ownMessageId(v5(alias, NAMESPACE)));
  return [...names, ownMessageId(key)];
}

function ownMessageId(name: string): string {
  return `<sidelog-${name}@sidelog.invalid>`;
}
