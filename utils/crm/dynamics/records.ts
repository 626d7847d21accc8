import type { DynamicsEntry } from '@/utils/crm/dynamics/describe';
import { isGuid } from '@/utils/crm/dynamics/ids';
import type { Values } from '@/utils/crm/dynamics/wire';
import { activityNote, MESSAGE_ID } from '@/utils/crm/marked-note';
import { hasWords, plainNote } from '@/utils/crm/plain-note';
import type { Activity, Participant } from '@/utils/model/activity';

/*
 * What an entry becomes. Nobody is told: `SendEmail` is never called and no status is "pending send"; an appointment
 * has no attendees, because server-side synchronisation would invite them. tests/crm/dynamics.test.ts holds every
 * request to a list of fields.
 */

/** Memo columns of activities take more; a mail's body is bounded by this. */
const HTML = 100_000;
const TEXT = 2000;

export type ActivityTable = 'emails' | 'appointments' | 'phonecalls';
export const tableOf = {
  email: 'emails',
  meeting: 'appointments',
  call: 'phonecalls',
} as const satisfies Record<Activity['kind'], ActivityTable>;
export const typeOf = { emails: 'email', appointments: 'appointment', phonecalls: 'phonecall' } as const;

export interface State {
  statecode: number;
  statuscode: number;
}
/** Open again, so that it can be changed. A mail that was completed cannot be opened. */
export const OPEN: State = { statecode: 0, statuscode: 1 };

/** Completed: read-only, and nothing is done with it any more. */
export function stateOf(activity: Activity): State {
  const sent = activity.direction === 'sent';
  switch (activity.kind) {
    case 'email':
      return { statecode: 1, statuscode: sent ? 3 : 4 };
    case 'meeting':
      return activity.meeting.status === 'cancelled'
        ? { statecode: 2, statuscode: 4 }
        : { statecode: 1, statuscode: 3 };
    case 'call':
      return { statecode: 1, statuscode: sent ? 2 : 4 };
  }
}

/** `emails:<guid>`: an activity's address needs its table. */
export function toRemoteId(table: ActivityTable, id: string): string {
  return `${table}:${id}`;
}

export function fromRemoteId(remoteId: string): { table: ActivityTable; id: string } | null {
  const [name, id = ''] = remoteId.split(':');
  const table = (['emails', 'appointments', 'phonecalls'] as const).find((each) => each === name);
  return table && isGuid(id) ? { table, id } : null;
}

/** Undefined: nobody to hang it on. */
export function valuesOf(entry: DynamicsEntry, me: string): Values | undefined {
  const { activity } = entry;
  const about = regarding(activity);
  if (Object.keys(about).length === 0) return undefined;
  const shared = { ...entry.own, ...about };
  const at = new Date(activity.at).toISOString();
  switch (activity.kind) {
    case 'email': {
      const messageId = entry.aliases.find((alias) => MESSAGE_ID.test(alias) && alias.length <= 320);
      return {
        subject: activity.subject.slice(0, 800),
        description: activityNote(entry, HTML, false),
        directioncode: activity.direction === 'sent',
        actualend: at,
        // Dataverse knows it of received mails alone.
        ...(activity.direction === 'received' && messageId ? { messageid: messageId } : {}),
        email_activity_parties: parties(activity, me),
        ...shared,
      };
    }
    case 'meeting': {
      const ends = Math.max(activity.meeting.endsAt ?? activity.at + 30 * 60_000, activity.at);
      return {
        subject: activity.subject.slice(0, 200),
        description: plainNote(entry, { max: TEXT, people: true, time: false, ref: true }),
        scheduledstart: at,
        scheduledend: new Date(ends).toISOString(),
        isalldayevent: activity.meeting.allDay,
        location: activity.meeting.place.slice(0, 200),
        ...shared,
      };
    }
    case 'call':
      return {
        subject: activity.subject.slice(0, 200),
        description: plainNote(entry, { max: TEXT, people: false, time: false, ref: true }),
        directioncode: activity.direction === 'sent',
        actualstart: at,
        actualend: new Date(activity.at + activity.minutes * 60_000).toISOString(),
        actualdurationminutes: activity.minutes,
        phonecall_activity_parties: parties(activity, me),
        ...shared,
      };
  }
}

/** What an update writes: words that are empty here stay as they are, and so do the people. */
export function updateOf(entry: DynamicsEntry, me: string): Values {
  const { activity } = entry;
  const kept = Object.entries(valuesOf(entry, me) ?? {}).filter(([name]) => {
    if (name === 'subject') return activity.subject.trim() !== '';
    if (name === 'description') return hasWords(activity);
    return !name.endsWith('_parties');
  });
  return Object.fromEntries(kept);
}

/** What it is about: the deal, else the contact, else the account. */
function regarding({ kind, contactIds, companyId, dealId }: Activity): Values {
  const type = typeOf[tableOf[kind]];
  const [contact] = contactIds;
  const bind = (what: string, table: string, id: string): Values => ({
    [`regardingobjectid_${what}_${type}@odata.bind`]: `/${table}(${isGuid(id) ? id : NOBODY})`,
  });
  if (dealId) return bind('opportunity', 'opportunities', dealId);
  if (contact) return bind('contact', 'contacts', contact);
  return companyId ? bind('account', 'accounts', companyId) : {};
}

/** An id that is none of Dataverse's names nobody: it answers that this does not exist. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const masks: Record<Participant['role'], number> = { from: 1, to: 2, cc: 3 };

/** Who wrote to or called whom: contacts, the rep, else the bare address. Whom the rep added is among those addressed. */
function parties(activity: Activity, me: string): Record<string, string | number>[] {
  const { participants, contactIds, direction, kind } = activity;
  const named = new Set<string>();
  const list = participants
    .slice(0, 200)
    .flatMap(({ role, address, contactId }): Record<string, string | number>[] => {
      // A call has no copies.
      const mask = kind === 'call' && role === 'cc' ? masks.to : masks[role];
      if (role === 'from' && direction === 'sent') {
        return [{ participationtypemask: mask, 'partyid_systemuser@odata.bind': `/systemusers(${me})` }];
      }
      if (contactId && contactIds.includes(contactId) && isGuid(contactId)) {
        named.add(contactId);
        return [{ participationtypemask: mask, 'partyid_contact@odata.bind': `/contacts(${contactId})` }];
      }
      return kind === 'email' ? [{ participationtypemask: mask, addressused: address.slice(0, 320) }] : [];
    });
  const added = contactIds
    .filter((id) => isGuid(id) && !named.has(id))
    .map((id) => ({ participationtypemask: masks.to, 'partyid_contact@odata.bind': `/contacts(${id})` }));
  return [...list, ...added];
}
