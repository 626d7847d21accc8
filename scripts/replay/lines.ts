import type { MeetingDetail } from '@/utils/model/captured';
import { Proposal } from '@/utils/model/proposal';
import { z } from '@/utils/model/zod';

const Refused = z.object({
  ids: z.array(z.string()),
  reason: z.string(),
  detail: z.optional(z.string()),
  at: z.number(),
});
const Drift = z.object({ step: z.string(), shape: z.string() });

/** One line of the replay's output. */
export type Line = Record<string, unknown>;

/** A meeting's own fields, times as ISO 8601. */
function meetingLine({ endsAt, asOf, ...rest }: MeetingDetail): Line {
  return {
    ...rest,
    endsAt: new Date(endsAt).toISOString(),
    ...(asOf === undefined ? {} : { asOf: new Date(asOf).toISOString() }),
  };
}

/**
 * What the worker stored, as the replay prints it: records in the order they were accepted, then refusals, then
 * drift. A row that is not what the model says is a bug and throws.
 */
export function linesOf(stored: {
  proposals: readonly unknown[];
  refused: readonly unknown[];
  drift: readonly unknown[];
}): Line[] {
  const records = stored.proposals
    .map((row) => Proposal.parse(row))
    .sort((a, b) => a.capturedAt - b.capturedAt || a.sentAt - b.sentAt)
    .map(({ captured }) => ({
      kind: captured.kind,
      direction: captured.direction,
      from: captured.from,
      to: captured.to,
      cc: captured.cc,
      subject: captured.subject,
      sentAt: new Date(captured.sentAt).toISOString(),
      via: captured.via,
      text: captured.text,
      source: {
        ids: captured.source.ids,
        threadId: captured.source.threadId,
        account: captured.source.account,
        url: captured.source.url,
      },
      attachments: captured.attachments,
      ...(captured.kind === 'meeting' ? { meeting: meetingLine(captured.meeting) } : {}),
    }));
  const refusals = stored.refused
    .map((row) => Refused.parse(row))
    .sort((a, b) => a.at - b.at)
    .map(({ ids, reason, detail }) => ({
      refused: true,
      reason,
      ...(detail === undefined ? {} : { detail }),
      ids,
    }));
  const drifts = stored.drift
    .map((row) => Drift.parse(row))
    .map(({ step, shape }) => ({ ok: false, step, shape }));
  return [...records, ...refusals, ...drifts];
}
