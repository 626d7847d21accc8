import type { Context } from '@/utils/actions/context';
import { askedAgain, giveTaskContacts, mayStillChange } from '@/utils/actions/next-step-task';
import { rematchNow } from '@/utils/actions/rematch-now';
import { addressKeys } from '@/utils/contacts/address-keys';
import type { Proposal } from '@/utils/model/proposal';
import { loggedIn } from '@/utils/store/contacts';
import { getEntry, putEntry } from '@/utils/store/outbox';
import {
  changeableAbout,
  idKey,
  putProposal,
  setProposalStatus,
  undecidedProposals,
  undecidedWithIds,
} from '@/utils/store/proposals';
import { getSettings } from '@/utils/store/settings';
import { recordAliases } from '@/utils/sync/key';
import type { Brought } from '@/utils/sync/refresh-mirror';

/** Looks at every undecided proposal again, e.g. after the CRM was changed for another. */
export async function rematchAll(context: Context): Promise<void> {
  const { db } = context;
  await db.transaction('rw', db.tables, async () => {
    for (const proposal of await undecidedProposals(db)) await rematchOne(context, proposal);
  });
}

/** Looks again at the proposals that a page of changes is about. Runs inside the mirror's transaction. */
export async function rematchAfter(context: Context, brought: Brought): Promise<void> {
  const about = new Set([
    ...brought.contacts.flatMap((contact) => contact.addresses.flatMap(addressKeys)),
    ...brought.companies.flatMap((company) => company.domains),
    ...[
      ...brought.gone,
      ...brought.contacts.map((contact) => contact.id),
      ...brought.companies.map((company) => company.id),
      ...brought.deals.flatMap((deal) => [...deal.contactIds, deal.companyId ?? []].flat()),
    ].map(idKey),
  ]);
  for (const proposal of await changeableAbout(context.db, about)) {
    if (proposal.status.state === 'confirmed') await rematchWaiting(context, proposal);
    else await rematchOne(context, proposal);
  }
  // What the rep confirmed goes to whom they confirmed it for, whether the mirror still holds them or not.
  for (const proposal of await changeableAbout(context.db, new Set(brought.outside.map(idKey))))
    if (proposal.status.state !== 'confirmed') await rematchOne(context, proposal);
  const logged = new Set(brought.activities.flatMap((activity) => activity.aliases));
  for (const proposal of await undecidedWithIds(context.db, logged)) {
    if (recordAliases(proposal.activity.kind, proposal.aliases).some((alias) => logged.has(alias)))
      await markLoggedElsewhere(context, proposal);
  }
  if (brought.goneActivities.length > 0) await proposeAgain(context, new Set(brought.goneActivities));
}

async function rematchOne({ db, book }: Context, proposal: Proposal): Promise<void> {
  await putProposal(db, await rematchNow(db, await getSettings(db, book), proposal));
}

/**
 * Confirmed, and the CRM does not have it: a contact that was created a moment after the click, or because the CRM
 * refused the entry for want of one, still belongs on it.
 */
async function rematchWaiting({ db, book, now }: Context, proposal: Proposal): Promise<void> {
  const { status } = proposal;
  const entry = status.state === 'confirmed' ? await getEntry(db, status.outboxId) : undefined;
  if (entry?.job.op !== 'log-activity' || !mayStillChange(entry)) return;
  const open: Proposal = { ...proposal, status: { state: 'open' } };
  const rematched = { ...(await rematchNow(db, await getSettings(db, book), open)), status };
  await putProposal(db, rematched);
  const { activity } = rematched;
  await putEntry(db, {
    ...entry,
    job: { ...entry.job, activity },
    status: askedAgain(entry, activity.contactIds, now()),
  });
  await giveTaskContacts(db, entry, activity, now());
}

/** A colleague, or the CRM's own mailbox sync, logged it meanwhile. */
async function markLoggedElsewhere({ db, book, now }: Context, { id }: Proposal): Promise<void> {
  const row = await db.proposals.get(id);
  if (!row) return;
  // Our own, just being taken back: it is in the CRM only until its removal arrives.
  const names = recordAliases(row.activity.kind, row.aliases);
  const ours = await db.outbox.where('aliases').anyOf(names).toArray();
  if (ours.some((entry) => entry.status.state !== 'done')) return;
  const { crm } = await getSettings(db, book);
  const remoteId = await loggedIn(db, crm.account, names);
  await putProposal(db, {
    ...row,
    because: [...row.because.slice(0, 9), { code: 'already-logged', args: [] }],
    status: { state: 'logged', loggedAt: now(), ...(remoteId === undefined ? {} : { remoteId }) },
  });
}

/** What somebody else had logged is no longer there. What we logged ourselves stays logged: it was somebody's decision. */
async function proposeAgain({ db }: Context, gone: ReadonlySet<string>): Promise<void> {
  const rows = await db.proposals
    .where('status.remoteId')
    .anyOf([...gone])
    .toArray();
  for (const { id, status } of rows)
    if (status.state === 'logged' && status.outboxId === undefined)
      await setProposalStatus(db, id, { state: 'open' });
}
