import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { saidOnce } from '@/utils/actions/crm-schema';
import { queueJob } from '@/utils/actions/queue-job';
import { rematchAfter } from '@/utils/actions/rematch-proposals';
import { addressKeys } from '@/utils/contacts/address-keys';
import { phonesOf } from '@/utils/contacts/same-person';
import type { Logged } from '@/utils/crm/connector';
import type { Contact, ContactDraft } from '@/utils/model/contact';
import type { IntentAnswer } from '@/utils/model/messages';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { CrmConnection } from '@/utils/model/settings';
import { addContact, contactsWithAddresses } from '@/utils/store/contacts';
import { entriesWithKey } from '@/utils/store/outbox';
import { getSettings } from '@/utils/store/settings';
import { jobKey } from '@/utils/sync/key';
import { nothingBrought } from '@/utils/sync/refresh-mirror';

/** An intent that comes again this soon is the same click. */
const SAME_CLICK_MS = 60_000;

/** Puts a new contact into the outbox. Somebody with that address is answered `already-exists` (args: name, id). */
export async function createContact(context: Context, draft: ContactDraft): Promise<IntentAnswer> {
  const { db, book } = context;
  const answer = await db.transaction(
    'rw',
    db.outbox,
    db.settings,
    db.contacts,
    async (): Promise<IntentAnswer> => {
      const { crm } = await getSettings(db, book);
      const key = jobKey('contact', draft.address, crm.account);
      const now = context.now();
      const same = (await entriesWithKey(db, crm.account, key)).find(
        ({ status }) => status.state !== 'done' || status.at > now - SAME_CLICK_MS,
      );
      if (same) return { ok: true, outboxId: same.id };
      const [there] = await contactsWithAddresses(db, crm.account, addressKeys(draft.address));
      if (there) return problem('already-exists', there.name, there.id);
      return {
        ok: true,
        outboxId: await queueJob(context, crm.account, key, {
          op: 'create-contact',
          draft: withSaid(draft, crm),
        }),
      };
    },
  );
  context.nudge();
  return answer;
}

/** With what the rep said once for every new contact, and for the company where that is new, too. */
function withSaid(draft: ContactDraft, crm: CrmConnection): ContactDraft {
  const { company } = draft;
  return {
    ...draft,
    ...saidOnce('contact', draft.fields, crm),
    ...(company && !('id' in company)
      ? { company: { ...company, ...saidOnce('company', company.fields, crm) } }
      : {}),
  };
}

/** The CRM has the contact now: it is known here at once, and the mirror is refreshed for what the CRM added. */
export async function contactCreated(context: Context, entry: OutboxEntry, logged: Logged): Promise<void> {
  if (entry.job.op !== 'create-contact') return;
  const { db } = context;
  const { draft } = entry.job;
  const { company } = draft;
  const contact: Contact = {
    id: logged.remoteId,
    name: draft.name,
    addresses: [draft.address.toLowerCase()],
    phones: phonesOf(draft),
    ...(draft.mobile ? { mobile: draft.mobile } : {}),
    ...(draft.website ? { website: draft.website } : {}),
    ...(draft.postalAddress ? { postalAddress: draft.postalAddress } : {}),
    ...(draft.title ? { title: draft.title } : {}),
    ...(company ? { companyName: company.name } : {}),
    ...(company && 'id' in company ? { companyId: company.id } : {}),
    updatedAt: context.now(),
  };
  await db.transaction('rw', db.tables, async () => {
    // One that was there already is richer in the CRM than in our draft: the refresh brings it.
    const there = await db.contacts.get([entry.crmAccount, logged.remoteId]);
    if (!there) await addContact(db, entry.crmAccount, contact);
    await rematchAfter(context, { ...nothingBrought, contacts: [contact] });
  });
  context.syncSoon();
}
