import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { queueJob } from '@/utils/actions/queue-job';
import { rematchAfter } from '@/utils/actions/rematch-proposals';
import { changedContact, unchangedContact } from '@/utils/contacts/change-contact';
import { Contact, type ContactChange, type CrmAccountId } from '@/utils/model/contact';
import type { IntentAnswer } from '@/utils/model/messages';
import { mirrorContact } from '@/utils/store/contacts';
import type { Database } from '@/utils/store/database';
import { entriesWithKey } from '@/utils/store/outbox';
import { getSettings } from '@/utils/store/settings';
import { jobKey } from '@/utils/sync/key';

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
    // What the mirror now says is no longer offered.
    await rematchAfter(context, {
      contacts: [Contact.parse(row)],
      companies: [],
      activities: [],
      gone: [],
      goneActivities: [],
    });
    return { ok: true, outboxId };
  });
  context.nudge();
  return answer;
}

/** The change was given up: the mirror is again as the CRM is. Inside the caller's transaction. */
export async function putBackContact(db: Database, crm: CrmAccountId, change: ContactChange): Promise<void> {
  const row = await db.contacts.get([crm, change.contactId]);
  if (row) await putMirrored(db, crm, unchangedContact(Contact.parse(row), change));
}

async function putMirrored(db: Database, crm: CrmAccountId, contact: Contact): Promise<void> {
  await db.contacts.put(mirrorContact(crm, contact));
}
