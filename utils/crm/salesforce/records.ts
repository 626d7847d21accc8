import type { ActivityToLog } from '@/utils/crm/connector';
import { hasWords, localDay, markersOf, plainNote } from '@/utils/crm/plain-note';
import type { SalesforceEntry } from '@/utils/crm/salesforce/describe';
import { isLead } from '@/utils/crm/salesforce/people';
import type { Shape } from '@/utils/crm/salesforce/shape';
import type { Node, Values } from '@/utils/crm/salesforce/wire';
import type { Activity, MeetingActivity, Participant } from '@/utils/model/activity';

/*
 * What an entry becomes. A list of fields for each object stands in tests/crm/salesforce.test.ts: there is none that
 * invites, reminds or sends. A stored EmailMessage is a record; what sends is an action of its own, which is never called.
 */

/** EmailMessage.TextBody and the activities' Description take 32,000 characters. */
const TEXT = 32_000;
/** Address lists of an EmailMessage. */
const ADDRESSES = 4000;

/** The records of an entry, the main one first; undefined: nobody to hang it on. */
export function nodesOf(entry: SalesforceEntry, shape: Shape, mailAsTask: boolean): Node[] | undefined {
  const { activity } = entry;
  if (activity.contactIds.length === 0 && !activity.companyId && !activity.dealId) return undefined;
  switch (activity.kind) {
    case 'email':
      return mailAsTask ? [taskNode(entry, shape)] : mailNodes(entry);
    case 'call':
      return [taskNode(entry, shape)];
    case 'meeting':
      return [{ ref: 'main', object: 'Event', values: eventValues(entry, activity, shape) }];
  }
}

/**
 * What an update writes; null where the record cannot be changed: a mail that is not a draft is read-only there. Words
 * that are empty here stay as they are.
 */
export function updateOf(remoteId: string, entry: SalesforceEntry, shape: Shape): Values | null {
  const { activity } = entry;
  if (remoteId.startsWith('02s')) return null;
  const values: Values =
    activity.kind === 'meeting' ? eventValues(entry, activity, shape) : taskValues(entry, shape);
  const kept = Object.entries(values).filter(([name]) => {
    if (name === 'Subject') return activity.subject.trim() !== '';
    if (name === 'Description') return hasWords(activity);
    return name !== 'CallObject' && name !== 'Sidelog_Key__c';
  });
  return Object.fromEntries(kept);
}

function mailNodes(entry: SalesforceEntry): Node[] {
  const { activity } = entry;
  const people = (role: Participant['role']) => activity.participants.filter((each) => each.role === role);
  const [from] = people('from');
  const known = (role: Participant['role']) =>
    people(role).flatMap(({ contactId }) =>
      contactId && activity.contactIds.includes(contactId) ? contactId : [],
    );
  const sender = from && known('from')[0];
  const copied = known('cc').filter((id) => id !== sender);
  // Whom the rep added by hand stands on no line of the mail.
  const addressed = activity.contactIds.filter((id) => id !== sender && !copied.includes(id));
  // A mail about a lead is about nothing else.
  const related = activity.contactIds.some(isLead) ? undefined : (activity.dealId ?? activity.companyId);
  const message: Node = {
    ref: 'main',
    object: 'EmailMessage',
    values: {
      Subject: activity.subject.slice(0, 3000),
      TextBody: plainNote(entry, { max: TEXT, people: false, time: false, ref: false }),
      MessageIdentifier: messageIdsOf(entry)[0] ?? '',
      MessageDate: new Date(activity.at).toISOString(),
      Incoming: activity.direction === 'received',
      // "Sent": done, and nothing to be sent.
      Status: '3',
      ...(from ? { FromAddress: from.address.slice(0, 1333) } : {}),
      ...(from?.name ? { FromName: from.name.slice(0, 1000) } : {}),
      ...addressField('ToAddress', people('to')),
      ...addressField('CcAddress', people('cc')),
      ...(related ? { RelatedToId: related } : {}),
      ...(addressed.length > 0 ? { ToIds: addressed } : {}),
      ...(copied.length > 0 ? { CcIds: copied } : {}),
      ...entry.own,
    },
  };
  if (!sender) return [message];
  const relation: Values = {
    EmailMessageId: '@{main.id}',
    RelationId: sender,
    RelationType: 'FromAddress',
    RelationAddress: from.address.slice(0, 1333),
  };
  return [message, { ref: 'from', object: 'EmailMessageRelation', values: relation }];
}

/** `<…>` and the same without its brackets, as some syncs write it. The first is the one that we write. */
export function messageIdsOf(entry: Pick<ActivityToLog, 'key' | 'aliases'>): string[] {
  return markersOf(entry).map((id) => (id.startsWith('sidelog-') ? `<${id}@sidelog.invalid>` : id));
}

function taskNode(entry: SalesforceEntry, shape: Shape): Node {
  return { ref: 'main', object: 'Task', values: taskValues(entry, shape) };
}

function taskValues(entry: SalesforceEntry, shape: Shape): Values {
  const { activity } = entry;
  return {
    Subject: activity.subject.slice(0, 255),
    // A task knows the day alone.
    Description: plainNote(entry, { max: TEXT, people: true, time: true, ref: true }),
    ActivityDate: localDay(activity.at),
    Status: shape.doneStatus,
    TaskSubtype: activity.kind === 'call' ? 'Call' : 'Email',
    IsReminderSet: false,
    ...(activity.kind === 'call'
      ? {
          CallType: activity.direction === 'sent' ? 'Outbound' : 'Inbound',
          CallDurationInSeconds: activity.minutes * 60,
        }
      : {}),
    ...(shape.taskKey ? { [shape.taskKey]: markersOf(entry)[0] ?? '' } : {}),
    ...targets(activity, shape.manyWho.task ? 'TaskWhoIds' : null),
    ...entry.own,
  };
}

function eventValues(entry: SalesforceEntry, activity: MeetingActivity, shape: Shape): Values {
  return {
    Subject: activity.subject.slice(0, 255),
    Description: plainNote(entry, { max: TEXT, people: true, time: false, ref: true }),
    ...times(activity),
    Location: activity.meeting.place.slice(0, 255),
    ShowAs: activity.meeting.status === 'cancelled' ? 'Free' : 'Busy',
    IsReminderSet: false,
    ...(shape.eventKey ? { [shape.eventKey]: markersOf(entry)[0] ?? '' } : {}),
    ...targets(activity, shape.manyWho.event ? 'EventWhoIds' : null),
    ...entry.own,
  };
}

/** All-day events are days at midnight UTC, the last one included. */
function times({ at, meeting }: MeetingActivity): Values {
  const ends = Math.max(meeting.endsAt ?? at + 30 * 60_000, at);
  if (!meeting.allDay) {
    return {
      StartDateTime: new Date(at).toISOString(),
      EndDateTime: new Date(ends).toISOString(),
      IsAllDayEvent: false,
    };
  }
  return {
    StartDateTime: `${localDay(at)}T00:00:00.000Z`,
    EndDateTime: `${localDay(Math.max(ends - 1, at))}T00:00:00.000Z`,
    IsAllDayEvent: true,
  };
}

/** Who and what it is about. Several contacts where the org allows it; else the text names the others. */
function targets({ contactIds, companyId, dealId }: Activity, many: string | null): Values {
  const [who] = contactIds;
  const what = who && isLead(who) ? undefined : (dealId ?? companyId);
  const contacts = contactIds.filter((id) => !isLead(id));
  return {
    ...(who ? { WhoId: who } : {}),
    ...(what ? { WhatId: what } : {}),
    ...(many && who && !isLead(who) && contacts.length > 1 ? { [many]: contacts } : {}),
  };
}

/** Whole addresses, as many as fit. */
function addressField(name: 'ToAddress' | 'CcAddress', people: readonly Participant[]): Values {
  let text = '';
  for (const { address } of people) {
    const longer = text === '' ? address : `${text}; ${address}`;
    if (longer.length > ADDRESSES) break;
    text = longer;
  }
  return text === '' ? {} : { [name]: text };
}
