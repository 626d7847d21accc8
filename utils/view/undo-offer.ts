import type { OutboxEntry } from '@/utils/model/outbox';

/** What can be taken back right now, and until when that costs nothing. */
export interface UndoOffer {
  kind: 'logged' | 'dismissed' | 'snoozed' | 'changed' | 'left';
  proposalIds: string[];
  /** The subject of the first. */
  subject: string;
  from: number;
  until: number;
}

/** Confirmations made together are stored within this many milliseconds of each other. */
const TOGETHER = 50;

/**
 * The latest confirmation, or change of a logged meeting, that still waits for its undo window. Read from the outbox, so that every window offers it
 * and a panel that was closed in between too.
 */
export function confirmedOffer(entries: readonly OutboxEntry[], now: number): UndoOffer | null {
  const waiting = entries.filter(
    (entry) =>
      (entry.job.op === 'log-activity' || entry.job.op === 'update-activity') &&
      entry.attempts === 0 &&
      entry.status.state === 'queued' &&
      entry.status.last === undefined &&
      entry.status.notBefore > now,
  );
  const latest = Math.max(...waiting.map((entry) => entry.createdAt));
  const newest = waiting.find((entry) => entry.createdAt === latest);
  const together = waiting.filter(
    (entry) => latest - entry.createdAt <= TOGETHER && entry.job.op === newest?.job.op,
  );
  const first = together[0]?.job;
  if (first?.op !== 'log-activity' && first?.op !== 'update-activity') return null;
  return {
    kind: first.op === 'log-activity' ? 'logged' : 'changed',
    proposalIds: together.flatMap(({ job }) => ('proposalId' in job ? [job.proposalId] : [])),
    subject: first.activity.subject,
    from: latest,
    until: Math.min(
      ...together.map((entry) => (entry.status.state === 'queued' ? entry.status.notBefore : latest)),
    ),
  };
}

/** Of several offers the one that was made last and still holds. */
export function latestOffer(offers: readonly (UndoOffer | null)[], now: number): UndoOffer | null {
  return (
    offers
      .filter((offer): offer is UndoOffer => offer !== null && offer.until > now)
      .sort((a, b) => b.from - a.from)[0] ?? null
  );
}
