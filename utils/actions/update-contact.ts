import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { queueJob } from '@/utils/actions/queue-job';
import { rematchAfter } from '@/utils/actions/rematch-proposals';
import { changedContact, unchangedContact } from '@/utils/contacts/change-contact';
import { isSameNews, withDeclined } from '@/utils/contacts/declined-updates';
import { Contact, type ContactChange, type CrmAccountId } from '@/utils/model/contact';
import type { IntentAnswer } from '@/utils/model/messages';
import { mirrorContact } from '@/utils/store/contacts';
import type { Database } from '@/utils/store/database';
import { entriesWithKey } from '@/utils/store/outbox';
import { putProposal } from '@/utils/store/proposals';
import { getSettings, updateSettings } from '@/utils/store/settings';
import { jobKey } from '@/utils/sync/key';
import { nothingBrought } from '@/utils/sync/refresh-mirror';

/** A known contact's new phone or title: here at once, in the CRM through the outbox. */
export async function updateContact(context: Context, change: ContactChange): Promise<IntentAnswer> {
  const { db, book } = context;
  const answer = await db.transaction('rw', db.tables, async (): Promise<IntentAnswer> => {
    const { crm } = await getSettings(db, book);
    const row = await db.contacts.get([crm.account, change.contactId]);
    if (!row) return problem('not-found');
    const key = jobKey('contact-change', `${change.contactId} ${change.field} ${change.new}`, crm.account);
    const waiting = (await entriesWithKey(db, crm.account, key)).find(
      ({ status }) => status.state !== 'done',
    );
    if (waiting) return { ok: true, outboxId: waiting.id };
    await putMirrored(db, crm.account, changedContact(Contact.parse(row), change));
    const outboxId = await queueJob(context, crm.account, key, { op: 'update-contact', change });
    await withdrawOffer(context, Contact.parse(row), change);
    return { ok: true, outboxId };
  });
  context.nudge();
  return answer;
}

/** The rep leaves the contact as it is: this is remembered, and no mail offers the same again. */
export async function declineUpdate(context: Context, change: ContactChange): Promise<IntentAnswer> {
  const { db, book } = context;
  return db.transaction('rw', db.tables, async (): Promise<IntentAnswer> => {
    const { crm } = await getSettings(db, book);
    const row = await db.contacts.get([crm.account, change.contactId]);
    if (!row) return problem('not-found');
    const { contactId, field, new: value } = change;
    await updateSettings(db, book, (settings) => ({
      ...settings,
      declinedUpdates: withDeclined(settings.declinedUpdates ?? [], {
        contactId,
        field,
        new: value,
        name: row.name,
      }),
    }));
    await withdrawOffer(context, Contact.parse(row), change);
    return { ok: true };
  });
}

/** What is decided is no longer offered, by no mail of theirs. Inside the caller's transaction. */
async function withdrawOffer(context: Context, contact: Contact, change: ContactChange): Promise<void> {
  const { db } = context;
  await rematchAfter(context, { ...nothingBrought, contacts: [contact] });
  // A mail that is logged or dismissed is not matched again, and still shows what it offered.
  const offering = await db.proposals
    .filter(({ contactUpdates }) => contactUpdates?.some((each) => isSameNews(each, change)) === true)
    .toArray();
  for (const { contactUpdates = [], ...proposal } of offering) {
    const others = contactUpdates.filter((each) => !isSameNews(each, change));
    await putProposal(db, { ...proposal, ...(others.length > 0 ? { contactUpdates: others } : {}) });
  }
}

/** The change was given up: the mirror is again as the CRM is. Inside the caller's transaction. */
export async function putBackContact(db: Database, crm: CrmAccountId, change: ContactChange): Promise<void> {
  const row = await db.contacts.get([crm, change.contactId]);
  if (row) await putMirrored(db, crm, unchangedContact(Contact.parse(row), change));
}

async function putMirrored(db: Database, crm: CrmAccountId, contact: Contact): Promise<void> {
  await db.contacts.put(mirrorContact(crm, contact));
}
