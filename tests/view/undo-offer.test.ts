import { describe, expect, it } from 'vitest';
import { confirmedOffer, latestOffer } from '@/utils/view/undo-offer';
import { logEntry, proposal } from './proposals';

const t0 = Date.UTC(2026, 10, 21, 9, 0);
const first = proposal({ id: 'a', subject: 'First' });
const second = proposal({ id: 'b', subject: 'Second' });

describe('the offer to undo', () => {
  it('takes back together what was confirmed together, and nothing that was confirmed before', () => {
    const entries = [
      logEntry(proposal({ id: 'old' }), { createdAt: t0 - 5000 }),
      logEntry(first, { createdAt: t0 }),
      logEntry(second, { createdAt: t0 + 3 }),
    ];
    const offer = confirmedOffer(entries, t0 + 1000);
    expect(offer?.proposalIds).toEqual(['a', 'b']);
    expect(offer?.until).toBe(t0 + 10_000);
  });

  it('takes back the change of a logged meeting apart from what was confirmed with it', () => {
    const change = logEntry(second, { id: 'o-change', createdAt: t0 + 10 });
    const update = {
      ...change,
      job: {
        op: 'update-activity' as const,
        proposalId: 'b',
        remoteId: 'r1',
        activity: second.activity,
        before: second.activity,
      },
    };
    const offer = confirmedOffer([logEntry(first, { createdAt: t0 }), update], t0 + 1000);
    expect(offer).toMatchObject({ kind: 'changed', proposalIds: ['b'], subject: 'Second' });
    expect(confirmedOffer([logEntry(first, { createdAt: t0 + 20 }), update], t0 + 1000)).toMatchObject({
      kind: 'logged',
      proposalIds: ['a'],
    });
  });

  it('is over when the first of them may leave', () => {
    const entries = [
      logEntry(first),
      logEntry(second, { status: { state: 'queued', notBefore: t0 + 4000 } }),
    ];
    expect(confirmedOffer(entries, t0)?.until).toBe(t0 + 4000);
    expect(confirmedOffer(entries, t0 + 10_000)).toBeNull();
  });

  it('never offers what was already handed to the CRM, or waits because the CRM asked to', () => {
    const waiting = { state: 'queued', notBefore: t0 + 60_000 } as const;
    expect(confirmedOffer([logEntry(first, { attempts: 1, status: waiting })], t0)).toBeNull();
    const slowed = { ...waiting, last: { kind: 'slow-down' as const } };
    expect(confirmedOffer([logEntry(first, { status: slowed })], t0)).toBeNull();
    expect(confirmedOffer([], t0)).toBeNull();
  });

  it('is the step that was made last', () => {
    const confirmed = confirmedOffer([logEntry(first)], t0);
    const dismissed = {
      kind: 'dismissed' as const,
      proposalIds: ['b'],
      subject: 'Second',
      from: t0 + 2000,
      until: t0 + 12_000,
    };
    expect(latestOffer([confirmed, dismissed], t0 + 3000)?.kind).toBe('dismissed');
    expect(latestOffer([confirmed, { ...dismissed, until: t0 + 2500 }], t0 + 3000)?.kind).toBe('logged');
    expect(latestOffer([confirmed, dismissed], t0 + 20_000)).toBeNull();
  });
});
