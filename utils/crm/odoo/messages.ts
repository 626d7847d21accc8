import type { Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { settleCreated } from '@/utils/crm/first-stays';
import { Anything, Count, Ids, Reference } from '@/utils/crm/odoo/answers';
import { messageIdsOf, standingMessages } from '@/utils/crm/odoo/find-messages';
import { mailBody } from '@/utils/crm/odoo/mail-body';
import { idOf, toStamp } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';
import type { FieldedEntry } from '@/utils/crm/own-fields';
import type { Activity } from '@/utils/model/activity';
import type { Fault } from '@/utils/model/outbox';

/*
 * A logged mail or call is a `mail.message` on the deal or partner, created directly and not by `message_post`: posting is what
 * notifies. It mails every follower who ticked "Note", subscribes the rep, and fires automation rules that may send
 * mail themselves. A created message with the internal subtype `mail.mt_note` does none of this, and one request
 * creates many. tests/crm/odoo.test.ts holds the request to an allow-list; docs/connectors.md tells the story.
 */

const model = 'mail.message';

/** How many entries one request finds and one creates. */
export const batch = { find: 100, log: 40 };

/**
 * Creates each, then reads back: Odoo has no unique key on `message_id`, so of two that were created at the same time
 * the later (the higher id) removes itself. Where the other's request began earlier, ended later, and both of ours fell
 * between, the mirror's delta tells, and the engine asks `readBack` once more.
 */
export async function logMails(
  wire: Wire,
  ownPartner: number | undefined,
  noteSubtype: number,
  entries: FieldedEntry<unknown>[],
): Promise<(Logged | { fault: Fault })[]> {
  const made = await createEach(wire, ownPartner, noteSubtype, entries);
  return settleCreated(
    entries,
    made.map((each) => (typeof each === 'number' ? String(each) : each)),
    (created) => standingMessages(wire, created),
    (remoteId) => removeMessage(wire, remoteId),
  );
}

/** The new messages' ids. Odoo takes all or none of a request, so where it takes none each is tried alone. */
async function createEach(
  wire: Wire,
  ownPartner: number | undefined,
  noteSubtype: number,
  entries: FieldedEntry<unknown>[],
): Promise<(number | Fault)[]> {
  const answers: (number | Fault)[] = entries.map(() => ({
    kind: 'not-understood',
    step: `${model} create`,
  }));
  const wanted: { index: number; values: MessageValues }[] = [];
  for (const [index, entry] of entries.entries()) {
    const values = messageValues(entry, ownPartner, noteSubtype);
    if (values) wanted.push({ index, values });
    else answers[index] = { kind: 'refused', reason: 'no-contact', field: 'contactIds' };
  }
  if (wanted.length === 0) return answers;
  const together =
    wanted.length === 1
      ? undefined
      : await createTogether(
          wire,
          wanted.map(({ values }) => values),
        );
  for (const [position, { index, values }] of wanted.entries()) {
    answers[index] = together?.[position] ?? (await createOne(wire, values));
  }
  return answers;
}

/** One answer each, or undefined where Odoo took none because of one of them. */
async function createTogether(wire: Wire, values: MessageValues[]): Promise<(number | Fault)[] | undefined> {
  try {
    return await create(wire, values);
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    const { fault } = error;
    return aboutOne(fault) ? undefined : values.map(() => fault);
  }
}

/** Whether a fault may be about one entry of many, so that the others are worth another try. */
function aboutOne(fault: Fault): boolean {
  return fault.kind === 'refused' || fault.kind === 'not-permitted' || fault.kind === 'gone';
}

async function createOne(wire: Wire, values: MessageValues): Promise<number | Fault> {
  try {
    const [id] = await create(wire, [values]);
    return id ?? { kind: 'not-understood', step: `${model} create` };
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    // Odoo speaks of rights also where the record no longer exists.
    if (error.fault.kind !== 'not-permitted' || (await exists(wire, values))) return error.fault;
    return { kind: 'gone' };
  }
}

async function exists(wire: Wire, about: { model: string; res_id: number }): Promise<boolean> {
  const count = await wire.call({
    purpose: 'find',
    model: about.model,
    method: 'search_count',
    args: { domain: [['id', '=', about.res_id]] },
    context: { active_test: false },
    answer: Count,
  });
  return count > 0;
}

type MessageValues = NonNullable<ReturnType<typeof messageValues>>;

/** What is written, and all of it: no recipient, no partner to notify, no attachment. Undefined: nowhere to log it. */
function messageValues(entry: FieldedEntry<unknown>, ownPartner: number | undefined, noteSubtype: number) {
  const { activity } = entry;
  const deal = idOf(activity.dealId);
  const partner = activity.contactIds.map(idOf).find((id) => id !== undefined) ?? idOf(activity.companyId);
  const target = deal ?? partner;
  if (target === undefined) return undefined;
  const from = activity.participants.find((participant) => participant.role === 'from');
  const author = idOf(from?.contactId) ?? (activity.direction === 'sent' ? ownPartner : undefined);
  return {
    ...entry.own,
    model: deal === undefined ? 'res.partner' : 'crm.lead',
    res_id: target,
    // As an e-mail, a customer with a portal login could read the internal note by its id (check_access_rule).
    message_type: 'comment',
    subtype_id: noteSubtype,
    is_internal: true,
    message_id: messageIdsOf(entry)[0],
    date: toStamp(activity.at),
    subject: activity.subject,
    body: mailBody(activity),
    email_from: from ? mailbox(from) : false,
    author_id: author ?? false,
  };
}

function mailbox({ name, address }: Activity['participants'][number]): string {
  const quoted = (name ?? '').replaceAll(/["\\<>\r\n]/g, ' ').trim();
  return quoted ? `"${quoted}" <${address}>` : address;
}

async function create(wire: Wire, values: MessageValues[]): Promise<number[]> {
  const ids = await wire.call({
    purpose: 'log',
    model,
    method: 'create',
    args: { vals_list: values },
    fields: ['res_id', 'message_id', 'date', 'subject', 'body', 'email_from', 'author_id'],
    answer: Ids,
  });
  return ids.length === values.length ? ids : fail({ kind: 'not-understood', step: `${model} create` });
}

/** Removes a message. What is gone already is fine. */
export async function removeMessage(wire: Wire, remoteId: string): Promise<void> {
  const id = idOf(remoteId);
  if (id === undefined) return;
  const there = await wire.call({
    purpose: 'find',
    model,
    method: 'search',
    args: { domain: [['id', '=', id]] },
    answer: Ids,
  });
  if (there.length === 0) return;
  try {
    await wire.call({ purpose: 'remove', model, method: 'unlink', ids: [id], answer: Anything });
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
  }
}

/** The internal note's subtype. Its number differs from database to database. */
export async function findNoteSubtype(wire: Wire): Promise<number> {
  const [kind, id] = await wire.call({
    purpose: 'log',
    model: 'ir.model.data',
    method: 'check_object_reference',
    args: { module: 'mail', xml_id: 'mt_note' },
    answer: Reference,
  });
  return kind === 'mail.message.subtype' ? id : fail({ kind: 'not-understood', step: 'mail.mt_note' });
}
