import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Intent, IntentAnswer } from '@/utils/model/messages';
import { createCommands } from '@/utils/view/commands';
import { proposal } from './proposals';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 9, 0) });
});
afterEach(() => {
  vi.useRealTimers();
});

function harness() {
  const asked: Intent[] = [];
  const waiting: { yes: (answer: IntentAnswer) => void; no: (error: Error) => void }[] = [];
  const commands = createCommands(signal('real'), (intent) => {
    asked.push(intent);
    return new Promise((yes, no) => waiting.push({ yes, no }));
  });
  const settle = async (how: IntentAnswer | Error) => {
    const next = waiting.shift();
    if (how instanceof Error) next?.no(how);
    else next?.yes(how);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { asked, commands, settle };
}

const mail = proposal({ id: 'a' });

describe('a confirmation', () => {
  it('shows as pressed at once and is said to be confirmed only when it is stored', async () => {
    const { asked, commands, settle } = harness();
    void commands.confirm([mail]);
    expect(commands.pending.value.has('a')).toBe(true);
    expect(commands.said.value).toBe('');
    expect(asked).toEqual([{ type: 'confirm', book: 'real', proposalIds: ['a'] }]);
    await settle({ ok: true });
    expect(commands.said.value).toContain('Confirmed: Renewal for 40 seats');
  });

  it('pressed twice is sent once', async () => {
    const { asked, commands, settle } = harness();
    void commands.confirm([mail]);
    void commands.confirm([mail]);
    await settle({ ok: true });
    expect(asked).toHaveLength(1);
  });

  it('is kept, shown as waiting and sent again while the worker does not answer', async () => {
    const { asked, commands, settle } = harness();
    void commands.confirm([mail]);
    await settle(new Error('no answer'));
    expect(commands.unreachable.value).toBe(1);
    expect(commands.pending.value.has('a')).toBe(true);
    expect(commands.said.value).toBe('');
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(2);
    await settle(new Error('still none'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toHaveLength(3);
    await settle({ ok: true });
    expect(commands.unreachable.value).toBe(0);
    expect(commands.said.value).toContain('Confirmed');
  });

  it('that was not stored says why, and can be pressed again', async () => {
    const { asked, commands, settle } = harness();
    void commands.confirm([mail]);
    await settle({ ok: false, problem: { code: 'storage-full', args: [] } });
    expect(commands.pending.value.size).toBe(0);
    expect(commands.problem.value?.code).toBe('storage-full');
    expect(commands.said.value).toContain('disk is full');
    void commands.confirm([mail]);
    expect(commands.problem.value).toBeNull();
    expect(asked).toHaveLength(2);
  });
});

describe('dismissing', () => {
  it('can be taken back by one key for a while', async () => {
    const { asked, commands, settle } = harness();
    void commands.dismiss([mail]);
    expect(commands.offer.value).toBeNull();
    await settle({ ok: true });
    expect(commands.offer.value).toMatchObject({ kind: 'dismissed', proposalIds: ['a'] });
    void commands.restore(['a']);
    await settle({ ok: true });
    expect(asked[1]).toEqual({ type: 'restore', book: 'real', proposalIds: ['a'] });
    expect(commands.offer.value).toBeNull();
  });
});
