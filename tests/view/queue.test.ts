import { describe, expect, it } from 'vitest';
import type { Proposal } from '@/utils/model/proposal';
import { byThread, groupQueue, holdStill, sameThreads } from '@/utils/view/queue';
import { proposal } from './proposals';

const ids = (list: { proposals: Proposal[] }[]) => list.map((each) => each.proposals.map((one) => one.id));

describe('the queue', () => {
  it('shows one line a thread, the newest mail’s thread first, the newest mail first in it', () => {
    const open = [
      proposal({ id: 'a1', threadIds: ['a'], sentAt: 10 }),
      proposal({ id: 'b1', threadIds: ['b'], sentAt: 30 }),
      proposal({ id: 'a2', threadIds: ['a'], sentAt: 20 }),
    ];
    expect(ids(byThread(open))).toEqual([['b1'], ['a2', 'a1']]);
  });

  it('joins mails whose threads share any id, as a thread is known by several', () => {
    const open = [
      proposal({ id: 'x1', threadIds: ['thread-f:1'], sentAt: 30 }),
      proposal({ id: 'x2', threadIds: ['18c0ffee', 'thread-f:1'], sentAt: 20 }),
      proposal({ id: 'x3', threadIds: ['18c0ffee'], sentAt: 10 }),
    ];
    expect(ids(byThread(open))).toEqual([['x1', 'x2', 'x3']]);
  });

  it('goes by day, and within a day keeps a customer’s threads together', () => {
    const noon = new Date(2026, 10, 20, 12).getTime();
    const hour = 3_600_000;
    const of = (id: string, sentAt: number, company: string) => {
      const each = proposal({ id, threadIds: [id], sentAt });
      const because = [{ code: 'company-domain' as const, args: [] }];
      return { ...each, match: { ...each.match, company: { companyId: company, name: company, because } } };
    };
    const { threads } = groupQueue(
      [
        of('a1', noon, 'Acme'),
        of('b1', noon - hour, 'Birch'),
        of('a2', noon - 2 * hour, 'Acme'),
        of('a3', noon - 24 * hour, 'Acme'),
        of('b2', noon - 23 * hour, 'Birch'),
      ],
      new Set(),
    );
    expect(threads.map(({ id }) => id)).toEqual(['a1', 'a2', 'b1', 'b2', 'a3']);
    expect(new Set(threads.map(({ day }) => day)).size).toBe(2);
  });

  it('counts mails, not threads; folds quiet ones; leaves out what is shown with the open mail', () => {
    const open = [
      proposal({ id: 'a1', threadIds: ['a'], sentAt: 10 }),
      proposal({ id: 'a2', threadIds: ['a'], sentAt: 20 }),
      proposal({ id: 'q', threadIds: ['q'], sentAt: 5, weight: 'quiet' }),
      proposal({ id: 'here', threadIds: ['h'], sentAt: 50 }),
    ];
    const queue = groupQueue(open, new Set(['here']));
    expect(queue.total).toBe(2);
    expect(ids(queue.threads)).toEqual([['a2', 'a1']]);
    expect(ids(queue.quiet)).toEqual([['q']]);
  });

  it('keeps a thread that did not change as the same object, and no other', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id, at) => proposal({ id, threadIds: [id], sentAt: 9 - at }));
    if (!a || !b || !c) throw new Error('no rows');
    const before = groupQueue([a, b], new Set());
    const next = sameThreads(before, groupQueue([a, { ...b }, c], new Set()));
    expect(next.threads.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(next.threads[0]).toBe(before.threads[0]);
    expect(next.threads[1]).not.toBe(before.threads[1]);
  });
});

describe('the list under the pointer', () => {
  const row = (id: string, at: number) => ({ id, proposals: [{ sentAt: -at }] });

  it('keeps its order while it is held: what arrives waits and is counted, what is decided goes', () => {
    const still = holdStill(['a', 'b', 'c'], ['new', 'c', 'a'].map(row), true);
    expect(still.items.map((each) => each.id)).toEqual(['a', 'c']);
    expect(still.late).toBe(1);
  });

  it('grows at its lower end while it is held: what is older than all of it moves nothing', () => {
    const still = holdStill(['a', 'b'], ['new', 'a', 'b', 'older', 'oldest'].map(row), true);
    expect(still.items.map((each) => each.id)).toEqual(['a', 'b', 'older', 'oldest']);
    expect(still.late).toBe(1);
  });

  it('shows everything in its true order once it is let go', () => {
    const free = holdStill(['a', 'c'], ['new', 'c', 'a'].map(row), false);
    expect(free.items.map((each) => each.id)).toEqual(['new', 'c', 'a']);
    expect(free.late).toBe(0);
  });
});

describe('meetings of one series', () => {
  it('stand apart, each with what was said on its day', () => {
    const day = (id: string, sentAt: number) => {
      const each = proposal({ id, threadIds: ['event:series'], sentAt });
      const meeting = {
        endsAt: sentAt,
        allDay: false,
        place: '',
        conferenceUrl: '',
        status: 'confirmed',
      } as const;
      return { ...each, activity: { ...each.activity, kind: 'meeting' as const, meeting } };
    };
    const { threads } = groupQueue([day('a', 1), day('b', 2)], new Set());
    expect(threads.map(({ proposals }) => proposals.map(({ id }) => id))).toEqual([['b'], ['a']]);
  });
});
