import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { ownSide } from '@/utils/actions/gate-settings';
import { rematchNow } from '@/utils/actions/rematch-now';
import type { IntentAnswer } from '@/utils/model/messages';
import type { Proposal } from '@/utils/model/proposal';
import { externalPeople } from '@/utils/proposals/why';
import { correctionId, dropCorrections, putCorrections } from '@/utils/store/corrections';
import type { Correction } from '@/utils/store/database';
import { changeableAbout, getProposal, proposalsOnThreads, putProposal } from '@/utils/store/proposals';
import { getSettings } from '@/utils/store/settings';
import { normalAddress } from '@/utils/understand/address';

/**
 * "Wrong? Choose": the rep says who somebody is, where they work, or which deal a thread belongs to. It holds for all of
 * that person's or thread's undecided proposals and for what comes, until it is forgotten. `chosenId` null: none of them.
 */
export async function correctMatch(
  context: Context,
  choice: {
    proposalId: string;
    kind: Correction['kind'];
    /** Of whom; everybody outside on the mail where absent. Not for deals: they are the thread's. */
    address?: string | undefined;
    chosenId: string | null;
  },
): Promise<IntentAnswer> {
  const { db, book, now } = context;
  return db.transaction('rw', db.tables, async () => {
    const settings = await getSettings(db, book);
    const crm = settings.crm.account;
    const proposal = await getProposal(db, choice.proposalId);
    if (!proposal) return problem('not-found');
    const name = choice.chosenId === null ? '' : await nameOf(context, crm, choice.kind, choice.chosenId);
    if (name === undefined) return problem('not-found');

    const about = aboutOf(proposal, choice, () =>
      externalPeople(proposal.captured, ownSide(settings, proposal.account)).map(({ address }) => address),
    );
    if (about.length === 0) return problem('malformed');
    await putCorrections(
      db,
      about.map((one) => ({
        id: correctionId(choice.kind, crm, one),
        crm,
        kind: choice.kind,
        chosenId: choice.chosenId,
        chosenName: name.slice(0, 300),
        at: now(),
      })),
    );
    return { ok: true, proposalIds: await matchAgain(context, new Set(about)) };
  });
}

/** The choice no longer counts: what we find ourselves does. */
export async function forgetCorrection(context: Context, id: string): Promise<IntentAnswer> {
  const { db } = context;
  return db.transaction('rw', db.tables, async () => {
    const there = await db.corrections.get(id);
    if (!there) return problem('not-found');
    const about = await dropCorrections(db, there);
    return { ok: true, proposalIds: await matchAgain(context, new Set(about)) };
  });
}

function aboutOf(
  { threadIds }: Proposal,
  { kind, address }: { kind: Correction['kind']; address?: string | undefined },
  everybody: () => string[],
): string[] {
  if (kind === 'deal') return threadIds;
  return (address === undefined ? everybody() : [address]).map(normalAddress);
}

/** Its name in the mirror; undefined where the CRM has it no longer. */
async function nameOf(
  { db }: Context,
  crm: string,
  kind: Correction['kind'],
  id: string,
): Promise<string | undefined> {
  if (kind === 'deal') return (await db.deals.get([crm, id]))?.title;
  const table = kind === 'contact' ? db.contacts : db.companies;
  return (await table.get([crm, id]))?.name;
}

/** Undecided proposals with one of these people or on one of these threads are matched anew; their ids. */
async function matchAgain({ db, book }: Context, about: ReadonlySet<string>): Promise<string[]> {
  const settings = await getSettings(db, book);
  const changed: string[] = [];
  const found = [...(await changeableAbout(db, about)), ...(await proposalsOnThreads(db, [...about]))].filter(
    ({ status }) => ['open', 'snoozed', 'upcoming'].includes(status.state),
  );
  for (const proposal of new Map(found.map((each) => [each.id, each])).values()) {
    await putProposal(db, await rematchNow(db, settings, proposal));
    changed.push(proposal.id);
  }
  return changed.slice(0, 500);
}
