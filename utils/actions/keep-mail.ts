import type { Context } from '@/utils/actions/context';
import { findTwin } from '@/utils/actions/find-twin';
import { joinMail } from '@/utils/actions/join-mail';
import { joinMeeting } from '@/utils/actions/join-meeting';
import { type Judged, judge, type Threads, threadIdsOf } from '@/utils/actions/match-mail';
import { keepRefused } from '@/utils/actions/receive-refused';
import { rememberOverruled } from '@/utils/actions/show-anyway';
import { mergeTurn, turnFromCapture } from '@/utils/follow-ups/waiting';
import type { Captured } from '@/utils/model/captured';
import type { Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import { mayKeep } from '@/utils/privacy/may-keep';
import { heldAddresses } from '@/utils/privacy/overrule';
import { propose } from '@/utils/proposals/propose';
import { loggedIn } from '@/utils/store/contacts';
import { heldWithIds } from '@/utils/store/held-sends';
import { doneLogOf } from '@/utils/store/outbox';
import { proposalsWithIds, putProposal } from '@/utils/store/proposals';
import { dropRefused } from '@/utils/store/refused';
import { replaceTurns, turnsOfThreads } from '@/utils/store/turns';
import { recordAliases } from '@/utils/sync/key';

/** How a mail came, and what stands around it. */
export interface How {
  /** Free mail is asked twice: a later mail of the same batch may show that its thread is a customer's. */
  round: 'first' | 'last';
  gateOff: boolean;
  shownAnyway: boolean;
  handedOver: boolean;
  wholeText: string;
  threads: Threads;
}

/**
 * Joins one mail or meeting with what is known of it, or asks the gate's second step and proposes it. `again`: its
 * thread may yet turn out to be a customer's. Within a transaction.
 */
export async function keepMail(
  context: Context,
  settings: Settings,
  mail: Captured,
  how: How,
): Promise<'kept' | 'again'> {
  const { db } = context;
  // Gmail shows a reply while it can still be taken back: it waits for its release.
  if ((await heldWithIds(db, mail.source.ids)).length > 0) return 'kept';

  const { threads } = how;
  const judged = await judge(db, settings, mail, threads);
  const known = await proposalsWithIds(db, mail.source.ids);
  let joined = known.filter(({ captured }) => captured.kind === mail.kind);
  if (known.length === 0) joined = await findTwin(db, mail, new Set(judged.own.ownAddresses));
  const gate = (captured: Captured, handedOver = false) =>
    mayKeep(captured, {
      handedOver,
      knownAddresses: judged.knownAddresses,
      customerThread: judged.circumstances.customerThread,
      own: judged.own,
      neverLog: settings.neverLog,
      overruled: settings.overruled ?? [],
      wholeText: how.wholeText,
      now: context.now(),
    });
  if (mail.kind === 'meeting' && joined.length > 0) {
    await joinMeeting(context, settings, {
      joined,
      captured: mail,
      circumstances: judged.circumstances,
      shownAnyway: how.shownAnyway,
      gate: (captured) => (how.gateOff ? null : gate(captured)),
    });
    threads.changed(mail);
    return 'kept';
  }
  if (joined.length > 0) {
    const proposal = await joinMail(context, settings, joined, judged, threads);
    threads.changed(mail);
    await keepTurn(context, judged, proposal);
    return 'kept';
  }

  if (!how.gateOff) {
    const refusal = gate(mail, how.handedOver);
    if (refusal && how.shownAnyway) {
      await rememberOverruled(context, refusal.reason, heldAddresses(mail, judged.own));
    } else if (refusal?.reason === 'free-mail' && how.round === 'first') {
      return 'again';
    } else if (refusal) {
      await keepRefused(context, mail.source.site, mail.source.ids, refusal);
      return 'kept';
    }
  }

  const proposal = propose({
    id: context.newId(),
    captured: mail,
    match: judged.match,
    logText: settings.logText,
    now: context.now(),
    timeZone: context.timeZone(),
    contactUpdates: judged.contactUpdates,
    ...judged.circumstances,
    ...(how.shownAnyway || how.handedOver ? { shownAnyway: true } : {}),
  });
  const kept = await markLogged(context, settings, proposal);
  await putProposal(db, kept);
  threads.added(kept);
  await dropRefused(db, mail.source.ids);
  await keepTurn(context, judged, proposal);
  return 'kept';
}

/** Already in the CRM, by this entry's own earlier log or by somebody else's: shown as logged, not proposed again. */
async function markLogged(context: Context, settings: Settings, proposal: Proposal): Promise<Proposal> {
  const crm = settings.crm.account;
  const names = recordAliases(proposal.activity.kind, proposal.aliases);
  const ours = await doneLogOf(context.db, crm, names);
  const theirs = ours ? undefined : await loggedIn(context.db, crm, names);
  if (!ours && theirs === undefined) return proposal;
  const remoteId = ours?.status.state === 'done' ? ours.status.remoteId : theirs;
  return {
    ...proposal,
    because: [...proposal.because.slice(0, 9), { code: 'already-logged', args: [] }],
    status: {
      state: 'logged',
      loggedAt: context.now(),
      ...(ours ? { outboxId: ours.id } : {}),
      ...(remoteId === undefined ? {} : { remoteId }),
    },
  };
}

async function keepTurn(context: Context, judged: Judged, proposal: Proposal): Promise<void> {
  const { db } = context;
  const counted = proposal.weight === 'counted';
  const seen = turnFromCapture(judged.captured, judged.own, judged.match, { counted, asOf: context.now() });
  if (!seen) return;
  // Who only says thanks waits for nothing.
  const nothing = proposal.because.some(({ code }) => code === 'nothing-to-log');
  const turn = nothing ? { ...seen, doneAt: seen.lastAt } : seen;
  const old = await turnsOfThreads(db, threadIdsOf(judged.captured));
  const merged = old.reduce((so, next) => mergeTurn(next, so), turn);
  if (merged.customer) await replaceTurns(db, old, merged);
}
