import type { ActivityToLog, Found } from '@/utils/crm/connector';
import type { Standing } from '@/utils/crm/first-stays';
import { sharedIds } from '@/utils/crm/marked-note';
import { Messages } from '@/utils/crm/odoo/answers';
import { isEmptyBody } from '@/utils/crm/odoo/mail-body';
import { linkedId, textOf } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';

/** Where a mail counts as logged. Channels and the like are conversations, not customers. */
export const LOGGED_ON = ['res.partner', 'crm.lead'];

/** The entries that are in Odoo and live: logged by us, by a colleague, or fetched from a mailbox by Odoo itself. */
export async function findLogged(wire: Wire, entries: ActivityToLog[]): Promise<Found> {
  const found: Found = new Map();
  for (const [key, [first]] of await standingMessages(wire, entries))
    if (first) found.set(key, first.remoteId);
  return found;
}

/** By key the live messages that stand for each entry, the oldest (the lowest id) first. */
export async function standingMessages(
  wire: Wire,
  entries: ActivityToLog[],
): Promise<Map<string, Standing[]>> {
  const messageIds = entries.flatMap(messageIdsOf);
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
      fields: ['message_id', 'body', 'create_uid', 'is_internal'],
      order: 'id',
    },
    fields: ['message_id'],
    answer: Messages,
  });
  const live = rows.filter(({ body }) => !isEmptyBody(textOf(body)));
  const found = new Map<string, Standing[]>();
  for (const entry of entries) {
    const ids = messageIdsOf(entry);
    const standing = live
      .filter(({ message_id }) => ids.includes(textOf(message_id)))
      // Ours is an internal note; what the user sent from Odoo itself is not.
      .map(({ id, create_uid, is_internal }) => ({
        remoteId: String(id),
        own: linkedId(create_uid) === wire.uid && is_internal === true,
      }));
    if (standing.length > 0) found.set(entry.key, standing);
  }
  return found;
}

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
          .filter((alias) => alias.startsWith(EVENT))
          .map((alias) => ownMessageId(`event-${spelled(alias.slice(EVENT.length))}`));
  return [...names, ownMessageId(key)];
}

const EVENT = 'event:';

function ownMessageId(name: string): string {
  return `<sidelog-${name}@sidelog.invalid>`;
}

/** A UID may hold anything; in a Message-ID other characters than these stand by their number. */
function spelled(uid: string): string {
  return uid.replaceAll(/[^\w.-]/g, (character) => `=${character.charCodeAt(0).toString(16)}=`);
}

/** What a message's id stands for: itself, and the key or UID inside where it is of our making. */
export function aliasesOf(messageId: string): string[] {
  const name = /^<sidelog-([\w.=-]{1,2000})@sidelog\.invalid>$/.exec(messageId)?.[1];
  if (name === undefined) return [messageId];
  if (!name.startsWith('event-')) return [messageId, name];
  const uid = name
    .slice(6)
    .replaceAll(/=([0-9a-f]{1,4})=/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return [messageId, `${EVENT}${uid}`];
}
