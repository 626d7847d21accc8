import type { Context } from '@/utils/actions/context';
import { filled } from '@/utils/actions/crm-schema';
import { addressKeys } from '@/utils/contacts/address-keys';
import { type NotebookActivity, openNotebook } from '@/utils/crm/notebook/book';
import type { Activity } from '@/utils/model/activity';
import type { Contact } from '@/utils/model/contact';
import type { IntentAnswer } from '@/utils/model/messages';
import { type Settings, TRANSFER_ID, type Transfer } from '@/utils/model/settings';
import { contactsWithAddresses } from '@/utils/store/contacts';
import type { Database } from '@/utils/store/database';
import { addEntry, entriesWithKey } from '@/utils/store/outbox';
import { getSettings, updateSettings } from '@/utils/store/settings';
import { activityKey, recordAliases } from '@/utils/sync/key';

/*
 * offered ──start──▶ running ──every entry looked at──▶ done ──start──▶ running
 *    └──leave──▶ left ──start──▶ running
 *
 * Each entry of the notebook becomes an entry of the outbox under the key that it would have had, had it been logged to
 * the CRM at once: what is there already, of ours or of a colleague's, is found and not made again. How far it came is
 * stored with the entries, so that a worker that dies goes on where it was. The notebook keeps everything.
 */

const CHUNK = 100;

/** After a CRM was connected: what the notebook holds may go there. */
export async function offerTransfer({ db, book }: Context): Promise<void> {
  if (book === 'practice') return;
  const total = await openNotebook(book).activities.count();
  await updateSettings(db, book, ({ transfer, ...settings }) => {
    const { account, connector } = settings.crm;
    if (total === 0 || connector === 'notebook') return { ...settings, ...(transfer ? { transfer } : {}) };
    if (transfer?.account === account && transfer.state !== 'running')
      return { ...settings, transfer: { ...transfer, total } };
    return { ...settings, transfer: { account, state: 'offered', total, queued: 0, skipped: 0, after: 0 } };
  });
}

/** The rep's answer to the offer. */
export async function transferNotebook(context: Context, how: 'start' | 'leave'): Promise<IntentAnswer> {
  const { db, book } = context;
  const total = await openNotebook(book).activities.count();
  await updateSettings(db, book, (settings) => {
    const { transfer, crm } = settings;
    if (crm.connector === 'notebook') return settings;
    const queued = transfer?.account === crm.account ? transfer.queued : 0;
    const fresh: Transfer = {
      account: crm.account,
      state: how === 'start' ? 'running' : 'left',
      total,
      queued,
      skipped: 0,
      after: 0,
    };
    return { ...settings, transfer: transfer?.state === 'running' && how === 'start' ? transfer : fresh };
  });
  context.nudge();
  return { ok: true };
}

/** Goes on with a transfer that was begun, where one was; called whenever the outbox is looked after. */
export async function continueTransfer(context: Context): Promise<void> {
  const { db, book } = context;
  if (book === 'practice') return;
  for (;;) {
    const { transfer, crm } = await getSettings(db, book);
    if (transfer?.state !== 'running' || transfer.account !== crm.account) return;
    // Who is who in the CRM is not known before its contacts were read once.
    if ((await db.cursors.get([crm.account, 'contacts']))?.completeAt === undefined) return;
    const rows = await openNotebook(book)
      .activities.where('change')
      .above(transfer.after)
      .limit(CHUNK)
      .sortBy('change');
    await db.transaction('rw', [db.settings, db.outbox, db.contacts], async () => {
      const settings = await getSettings(db, book);
      const state = settings.transfer;
      // Another run took these, or the CRM was left meanwhile.
      if (state?.state !== 'running' || state.after !== transfer.after) return;
      if (state.account !== settings.crm.account) return;
      let { queued, skipped } = state;
      for (const row of rows) {
        const went = await queueOne(context, settings, row);
        if (went === 'queued') queued += 1;
        else if (went === 'skipped') skipped += 1;
      }
      const last = rows.at(-1)?.change ?? state.after;
      const done = rows.length < CHUNK;
      await updateSettings(db, book, (now) => ({
        ...now,
        transfer: { ...state, queued, skipped, after: last, state: done ? 'done' : 'running' },
      }));
    });
    if (rows.length < CHUNK) return;
  }
}

async function queueOne(
  { db, newId, now }: Context,
  { crm }: Settings,
  row: NotebookActivity,
): Promise<'queued' | 'skipped' | 'there'> {
  const activity = await asTheirs(db, crm.account, row.activity);
  if (!activity || (crm.kinds && !crm.kinds.includes(activity.kind))) return 'skipped';
  const key = activityKey(activity.kind, row.aliases, crm.account);
  if ((await entriesWithKey(db, crm.account, key)).length > 0) return 'there';
  await addEntry(db, {
    id: newId(),
    key,
    aliases: recordAliases(activity.kind, row.aliases),
    crmAccount: crm.account,
    // No proposal has this id: whatever became of the mail's own proposal says nothing of this entry.
    job: {
      op: 'log-activity',
      proposalId: `${TRANSFER_ID}${key}`.slice(0, 60),
      activity: filled(activity, crm),
    },
    createdAt: now(),
    attempts: 0,
    status: { state: 'queued', notBefore: now() },
  });
  return 'queued';
}

/** The activity with the CRM's people in the place of the notebook's; undefined where it knows none of them. */
async function asTheirs(db: Database, account: string, activity: Activity): Promise<Activity | undefined> {
  const addresses = activity.participants.map(({ address }) => address);
  const known = await contactsWithAddresses(db, account, [...new Set(addresses.flatMap(addressKeys))]);
  const byAddress = new Map<string, Contact>();
  for (const contact of known)
    for (const key of contact.addresses.flatMap(addressKeys))
      if (!byAddress.has(key)) byAddress.set(key, contact);
  const contactOf = (address: string) => addressKeys(address).flatMap((key) => byAddress.get(key) ?? [])[0];
  const participants = activity.participants.map(({ contactId: _, ...person }) => {
    const contact = contactOf(person.address);
    return contact ? { ...person, contactId: contact.id } : person;
  });
  const contacts = addresses.flatMap((address) => contactOf(address) ?? []);
  const contactIds = [...new Set(contacts.map(({ id }) => id))].slice(0, 50);
  if (contactIds.length === 0) return undefined;
  const companies = [...new Set(contacts.flatMap(({ companyId }) => companyId ?? []))];
  const { companyId: _c, dealId: _d, ...rest } = activity;
  return {
    ...rest,
    participants,
    contactIds,
    ...(companies.length === 1 && companies[0] ? { companyId: companies[0] } : {}),
  };
}
