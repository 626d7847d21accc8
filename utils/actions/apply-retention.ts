import type { Context } from '@/utils/actions/context';
import type { Activity } from '@/utils/model/activity';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';
import {
  doneEntryPeople,
  loggedRetention,
  type Retention,
  retention,
  upcomingRetention,
} from '@/utils/privacy/retention';
import type { TableName } from '@/utils/store/database';

/** Does not compile while a table has no rule. */
const rules: Record<TableName, Retention> = retention;

/** Drops what has been kept long enough. Runs daily; running twice does no harm. */
export async function applyRetention({ db, now }: Context): Promise<void> {
  const before = (age: number | undefined) => now() - (age ?? Number.POSITIVE_INFINITY);
  await db.transaction('rw', db.tables, async () => {
    await db.proposals.toCollection().modify((proposal, ref) => {
      const aged = agedProposal(proposal, now());
      if (aged === 'gone') Reflect.deleteProperty(ref, 'value');
      else ref.value = aged;
    });
    await db.outbox
      .where('status.state')
      .equals('done')
      .modify((entry, ref) => {
        const aged = agedEntry(entry, now());
        if (aged === 'gone') Reflect.deleteProperty(ref, 'value');
        else ref.value = aged;
      });
    await db.heldSends.where('notBefore').below(before(rules.heldSends.row)).delete();
    await db.refused.where('at').below(before(rules.refused.row)).delete();
    await db.turns.where('lastAt').below(before(rules.turns.row)).delete();
    await db.ledger.where('at').below(before(rules.ledger.row)).delete();
    await db.drift.where('at').below(before(rules.drift.row)).delete();
    await db.counts
      .where('id')
      .below(new Date(before(rules.counts.row)).toISOString().slice(0, 10))
      .delete();
  });
}

/** The proposal as old as it is, or `gone`. What waits to be sent is as the rep confirmed it, however long it waits. */
export function agedProposal(proposal: Proposal, now: number): Proposal | 'gone' {
  const { status } = proposal;
  if (status.state === 'confirmed') return proposal;
  if (status.state === 'upcoming')
    return now - proposal.capturedAt > upcomingRetention.row ? 'gone' : proposal;
  const logged = status.state === 'logged';
  const age = now - (logged ? status.loggedAt : undecidedSince(proposal, now));
  const { text, row } = logged ? loggedRetention : retention.proposals;
  if (age > row) return 'gone';
  if (age <= text) return proposal;
  const { signature: _, replies: __, ...mail } = proposal.captured;
  const { evidence: ___, contactUpdates: ____, ...rest } = proposal;
  const captured = { ...mail, text: '', attachments: [] };
  return { ...rest, captured, activity: withoutText(proposal.activity) };
}

/** Since when it could be decided on: a meeting not before it has ended. */
function undecidedSince({ captured, capturedAt }: Proposal, now: number): number {
  return captured.kind === 'meeting'
    ? Math.max(capturedAt, Math.min(captured.meeting.endsAt, now))
    : capturedAt;
}

/**
 * A done entry as old as it is. Of a log, text goes after a day, subject and people later; key and remote id stay. Of
 * anything else (a contact, a task, a removal) the CRM knows all there is to know.
 */
export function agedEntry(entry: OutboxEntry, now: number): OutboxEntry | 'gone' {
  if (entry.status.state !== 'done') return entry;
  const age = now - entry.status.at;
  if (age <= retention.outbox.text) return entry;
  if (entry.job.op === 'create-task') {
    // Its id stays as long as its activity can be taken back.
    const draft = { title: '', note: '', contactIds: [] };
    return age > doneEntryPeople ? 'gone' : { ...entry, job: { ...entry.job, draft } };
  }
  if (entry.job.op !== 'log-activity') return 'gone';
  const { contactIds, companyId, ...activity } = withoutText(entry.job.activity);
  const bare = age > doneEntryPeople;
  return {
    ...entry,
    job: {
      ...entry.job,
      activity: bare
        ? { ...activity, contactIds: [], subject: '', participants: [] }
        : { ...activity, contactIds, ...(companyId === undefined ? {} : { companyId }) },
    },
  };
}

function withoutText(activity: Activity): Activity {
  const { nextStep: _, ...rest } = activity;
  return { ...rest, summary: '', ownWords: '', attachmentNames: [] };
}
