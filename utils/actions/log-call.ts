import { problem } from '@/utils/actions/answer';
import { queueLog } from '@/utils/actions/confirm-proposal';
import type { Context } from '@/utils/actions/context';
import { lacksKind } from '@/utils/actions/crm-kinds';
import type { CallNote } from '@/utils/model/activity';
import type { Captured, Person } from '@/utils/model/captured';
import { Contact } from '@/utils/model/contact';
import type { IntentAnswer } from '@/utils/model/messages';
import type { Match, Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import { getEntry } from '@/utils/store/outbox';
import { getProposal } from '@/utils/store/proposals';
import { getSettings } from '@/utils/store/settings';

/**
 * A call that the rep noted down: confirmed as it is made, so that it goes to the CRM like any confirmed entry and can
 * be taken back like one. The note's id is the proposal's: the same press twice is one call.
 */
export async function logCall(context: Context, call: CallNote): Promise<IntentAnswer> {
  const { db, book } = context;
  if (call.at > context.now() + 60_000) return problem('malformed');
  const answer = await db.transaction(
    'rw',
    [db.proposals, db.outbox, db.settings, db.contacts],
    async (): Promise<IntentAnswer> => {
      const settings = await getSettings(db, book);
      const there = await getProposal(db, call.id);
      if (there) {
        const { status } = there;
        const entry = status.state === 'confirmed' ? await getEntry(db, status.outboxId) : undefined;
        return answerFor(there.id, entry);
      }
      if (lacksKind(settings, 'call')) return problem('no-such-kind', 'call');
      const row = call.contactId ? await db.contacts.get([settings.crm.account, call.contactId]) : undefined;
      const contact = row && Contact.parse(row);
      if (call.contactId && !contact) return problem('not-found');
      const proposal = proposalOf(call, contact, settings, context.now());
      if (!proposal) return problem('malformed');
      const entry = await queueLog(context, settings, proposal);
      return answerFor(proposal.id, entry);
    },
  );
  context.nudge();
  return answer;
}

function answerFor(id: string, entry: Awaited<ReturnType<typeof getEntry>>): IntentAnswer {
  return {
    ok: true,
    proposalIds: [id],
    ...(entry?.status.state === 'queued' ? { undoUntil: entry.status.notBefore } : {}),
    ...(entry ? { outboxId: entry.id } : {}),
  };
}

/** Null where nobody is named: a call was with somebody. */
function proposalOf(
  call: CallNote,
  contact: Contact | undefined,
  settings: Settings,
  now: number,
): Proposal | null {
  const number = call.number?.trim() ?? '';
  const who = contact?.name || call.who?.trim() || number;
  if (who === '') return null;
  const address = (contact?.addresses[0] ?? `tel:${number || call.id}`).slice(0, 320);
  const customer: Person = { address, name: who.slice(0, 200) };
  const rep: Person = { address: settings.ownAddresses[0] ?? 'tel:own' };
  const [from, to] = call.direction === 'sent' ? [rep, customer] : [customer, rep];
  const id = `call:${call.id}`;
  const captured: Captured = {
    kind: 'call',
    via: 'wire',
    direction: call.direction,
    from,
    to: [to],
    cc: [],
    bcc: [],
    subject: call.subject,
    sentAt: call.at,
    sentAtApproximate: false,
    attachments: [],
    source: { site: 'by-hand', ids: [id], threadId: id, threadIds: [], account: null, url: '' },
    minutes: call.minutes,
    text: call.notes,
  };
  const match: Match = {
    contacts: contact ? [{ contactId: contact.id, name: contact.name, address, because: [] }] : [],
    ...(contact?.companyId
      ? { company: { companyId: contact.companyId, name: contact.companyName ?? '', because: [] } }
      : {}),
    strangers: [],
  };
  const contactId = contact ? { contactId: contact.id } : {};
  const step = call.nextStep;
  return {
    id: call.id,
    aliases: [id],
    threadIds: [id],
    account: null,
    sentAt: call.at,
    capturedAt: now,
    weight: 'counted',
    captured,
    activity: {
      kind: 'call',
      direction: call.direction,
      subject: call.subject,
      at: call.at,
      minutes: call.minutes,
      participants: [
        { ...from, role: 'from', ...(call.direction === 'received' ? contactId : {}) },
        { ...to, role: 'to', ...(call.direction === 'sent' ? contactId : {}) },
      ],
      summary: call.notes,
      ownWords: '',
      attachmentNames: [],
      contactIds: contact ? [contact.id] : [],
      ...(contact?.companyId ? { companyId: contact.companyId } : {}),
      ...(call.outcome ? { outcome: call.outcome } : {}),
      ...(step ? { nextStep: { kind: 'promised-by-me', sentence: '', ...step } } : {}),
      ...(call.fields ? { fields: call.fields } : {}),
      ...(step && call.taskFields ? { taskFields: call.taskFields } : {}),
    },
    match,
    because: [],
    status: { state: 'open' },
  };
}
