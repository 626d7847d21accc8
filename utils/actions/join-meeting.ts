import type { Context } from '@/utils/actions/context';
import { mayStillChange } from '@/utils/actions/next-step-task';
import { keepRefused } from '@/utils/actions/receive-refused';
import { refillProposal } from '@/utils/actions/refill-proposal';
import { rematchNow } from '@/utils/actions/rematch-now';
import type { Activity } from '@/utils/model/activity';
import type { Refusal } from '@/utils/model/because';
import type { CapturedMeeting } from '@/utils/model/captured';
import type { Proposal, ProposalStatus } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import {
  changeOf,
  meetingOf,
  meetingStatus,
  newerMeeting,
  withAnswers,
  withChange,
} from '@/utils/proposals/meeting-change';
import type { Circumstances } from '@/utils/proposals/why';
import type { Database } from '@/utils/store/database';
import { getEntry, putEntry } from '@/utils/store/outbox';
import { joinIds, putProposal } from '@/utils/store/proposals';
import { recordAliases } from '@/utils/sync/key';

/*
 * A meeting that is known already is seen again, by whichever page or mail. Until it is logged it becomes what it is
 * now; once it is logged, the rep is offered to change the record.
 */

/** What takes a meeting that nobody confirmed off the list. The other refusals are about whether to begin at all. */
const takesAway = new Set<Refusal['reason']>([
  'cancelled-event',
  'declined-event',
  'internal',
  'no-customer',
  'to-oneself',
  'never-log',
]);

/** It does not take place, for the rep at least: not even what they asked for stays. */
const off = new Set<Refusal['reason']>(['cancelled-event', 'declined-event']);

export interface JoinMeeting {
  joined: Proposal[];
  captured: CapturedMeeting;
  circumstances: Circumstances;
  /** The rep asked for it a moment ago in spite of a refusal. */
  shownAnyway: boolean;
  /** The gate's second step on what is known now; null where it lets pass. */
  gate(captured: CapturedMeeting): Refusal | null;
}

/** Puts together what turns out to be one meeting, inside the caller's transaction over all tables. */
export async function joinMeeting(context: Context, settings: Settings, join: JoinMeeting): Promise<void> {
  const { db } = context;
  const { captured } = join;
  const [first, ...rest] = [...join.joined].sort((a, b) => rank(b) - rank(a) || a.capturedAt - b.capturedAt);
  if (first?.captured.kind !== 'meeting') return;
  const doubles = rest.filter((each) => rank(each) === 0);
  await db.proposals.bulkDelete(doubles.map(({ id }) => id));
  const known = doubles.reduce(
    (so, { captured: double }) => (double.kind === 'meeting' ? newerMeeting(so, double) : so),
    first.captured,
  );
  const now = newerMeeting(known, captured);
  const proposal: Proposal = {
    ...first,
    aliases: joinIds(first.aliases, [...doubles.flatMap(({ aliases }) => aliases), ...captured.source.ids]),
    threadIds: [
      ...new Set([...first.threadIds, captured.source.threadId, ...captured.source.threadIds]),
    ].slice(0, 10),
  };
  switch (first.status.state) {
    case 'confirmed':
      return joinConfirmed(context, proposal, now);
    case 'logged':
      return putProposal(db, await offerChange(db, settings, proposal, now));
    case 'open':
    case 'snoozed':
    case 'upcoming': {
      const refusal = join.gate(now);
      const asked = join.shownAnyway || first.because.some(({ code }) => code === 'show-anyway');
      if (refusal && (asked ? off : takesAway).has(refusal.reason)) {
        await db.proposals.delete(first.id);
        return keepRefused(context, captured.source.site, captured.source.ids, refusal);
      }
      break;
    }
    case 'dismissed':
      break;
  }
  const { logText } = settings;
  const refilled = refillProposal(
    proposal,
    { captured: first.captured, logText },
    { captured: now, logText },
    join.circumstances,
    context.timeZone(),
  );
  const status = statusAfter(first, now, context.now());
  const sentAt = now.sentAt;
  await putProposal(db, await rematchNow(db, settings, { ...refilled, captured: now, sentAt, status }));
}

/** What was decided stays: logged, then on its way. */
function rank({ status }: Proposal): number {
  return status.state === 'logged' ? 2 : status.state === 'confirmed' ? 1 : 0;
}

/** A meeting that moved waits for its new end; what the rep put off or proposed early otherwise stays so. */
function statusAfter({ status, captured }: Proposal, next: CapturedMeeting, now: number): ProposalStatus {
  if (status.state === 'upcoming') return meetingStatus(next, now);
  const moved = captured.kind === 'meeting' && captured.meeting.endsAt !== next.meeting.endsAt;
  const sleeps = status.state === 'open' || status.state === 'snoozed';
  return moved && sleeps && next.meeting.endsAt > now ? meetingStatus(next, now) : status;
}

/**
 * Confirmed, and the CRM does not have it: the entry takes the new time, or says that it was cancelled. The rep
 * confirmed this meeting, not its hour, nothing has left yet, and a record that is wrong when it arrives would have to
 * be changed at once. It is not taken back either: what is confirmed arrives. What may be on its way already is offered
 * as a change once it is there.
 */
async function joinConfirmed({ db }: Context, proposal: Proposal, now: CapturedMeeting): Promise<void> {
  const { status } = proposal;
  const entry = status.state === 'confirmed' ? await getEntry(db, status.outboxId) : undefined;
  if (entry?.job.op !== 'log-activity' || !mayStillChange(entry)) {
    return putProposal(db, withChange({ ...proposal, captured: now }, changeOf(proposal, now)));
  }
  const activity = atItsTime(proposal.activity, now);
  await putEntry(db, {
    ...entry,
    aliases: recordAliases('meeting', proposal.aliases),
    job: { ...entry.job, activity },
  });
  await putProposal(db, withChange({ ...proposal, captured: now, sentAt: now.sentAt, activity }, null));
}

function atItsTime(activity: Activity, now: CapturedMeeting): Activity {
  if (activity.kind !== 'meeting' || now.sentAtApproximate) return activity;
  const participants = withAnswers(activity.participants, now);
  return { ...activity, at: now.sentAt, meeting: meetingOf(now), participants };
}

/** Only what this entry created may be changed: a colleague's record is theirs. Text that was dropped stays dropped. */
async function offerChange(
  db: Database,
  { crm }: Settings,
  proposal: Proposal,
  now: CapturedMeeting,
): Promise<Proposal> {
  const { status } = proposal;
  const entry =
    status.state === 'logged' && status.outboxId !== undefined
      ? await getEntry(db, status.outboxId)
      : undefined;
  const captured = { ...now, text: proposal.captured.text };
  if (entry?.status.state !== 'done' || !entry.status.created || entry.crmAccount !== crm.account) {
    return { ...proposal, captured };
  }
  return withChange({ ...proposal, captured, sentAt: now.sentAt }, changeOf(proposal, now));
}
