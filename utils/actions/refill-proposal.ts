import type { Captured } from '@/utils/model/captured';
import type { Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import { propose } from '@/utils/proposals/propose';
import type { Circumstances } from '@/utils/proposals/why';

/**
 * The same proposal from better data, or under another setting of how much text is logged: what the rep edited stays,
 * what we had filled in is filled in anew.
 */
export function refillProposal(
  old: Proposal,
  before: { captured: Captured; logText: Settings['logText'] },
  after: { captured: Captured; logText: Settings['logText'] },
  circumstances: Circumstances,
  timeZone: string,
): Proposal {
  // The rep wrote all of it.
  if (old.captured.kind === 'call') return old;
  const fill = (from: typeof before) =>
    propose({ id: old.id, match: old.match, now: old.capturedAt, timeZone, ...from, ...circumstances });
  const [filled, refilled] = [fill(before), fill(after)];
  const keep = <K extends 'subject' | 'summary' | 'ownWords' | 'nextStep' | 'outcome'>(field: K) =>
    JSON.stringify(old.activity[field]) === JSON.stringify(filled.activity[field])
      ? refilled.activity[field]
      : old.activity[field];
  const { nextStep: _, outcome: __, ...again } = refilled.activity;
  const [nextStep, outcome] = [keep('nextStep'), keep('outcome')];
  const { contactIds, companyId, dealId } = old.activity;
  const edited =
    JSON.stringify([contactIds, companyId, dealId]) !==
    JSON.stringify([filled.activity.contactIds, filled.activity.companyId, filled.activity.dealId]);
  return {
    ...refilled,
    aliases: old.aliases,
    threadIds: [...new Set([...old.threadIds, ...refilled.threadIds])].slice(0, 10),
    status: old.status,
    weight: old.weight,
    because: old.because,
    ...(old.contactUpdates ? { contactUpdates: old.contactUpdates } : {}),
    activity: {
      ...again,
      subject: keep('subject'),
      summary: keep('summary'),
      ownWords: keep('ownWords'),
      ...(nextStep ? { nextStep } : {}),
      ...(outcome ? { outcome } : {}),
      ...(edited ? { contactIds, participants: old.activity.participants, companyId, dealId } : {}),
    },
  };
}
