import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { gmail } from '@/utils/capture/gmail/gmail';
import { createOutput } from '@/utils/capture/output';
import type { Mail } from '@/utils/capture/page-adapter';
import { runAdapter } from '@/utils/capture/run-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import type { PageMessage } from '@/utils/model/messages';
import { mail } from '../sync/mails';
import { casesFolder, event, isVisible, openDocument, openGate, pageOf, read, until } from './support';

/* What a page saw and the worker did not take is offered again, or said; it is never lost in silence. */

const send = join(casesFolder, 'send');
const inbox = '<!doctype html><title>Inbox - mara@nordlicht.example - Mail</title><div role="main"></div>';
const { signal } = new AbortController();

function outputOf(tell: (message: PageMessage) => Promise<unknown>) {
  return createOutput({ site: 'gmail', page: pageOf(inbox), tell, gate: () => openGate, signal });
}
const result = (number: number) => {
  const whole: Mail = { capture: mail(number), labels: [], draft: false, private: false };
  return { ok: true, mail: whole } as const;
};

describe('what the worker did not take', () => {
  it('because of one mail that it does not understand: the others are taken, and that one is said', async () => {
    const taken: string[] = [];
    const said: PageMessage[] = [];
    const output = outputOf(async (message) => {
      if (message.type !== 'captured') {
        said.push(message);
        return { ok: true };
      }
      const ids = message.captures.map(({ source }) => source.ids[0] ?? '');
      if (ids.includes('msg-f:1003')) return { ok: false, problem: { code: 'malformed' } };
      taken.push(...ids);
      return { ok: true };
    });
    const done = await output.mails([1, 2, 3, 4, 5].map(result), false);
    expect(taken.sort()).toEqual(['msg-f:1001', 'msg-f:1002', 'msg-f:1004', 'msg-f:1005']);
    expect(done, 'none of them is offered again').toHaveLength(5);
    expect(said).toMatchObject([{ type: 'drift', step: 'capture-not-understood' }]);
  });

  it('is not done with, so that it is offered again', async () => {
    const output = outputOf(async () => {
      throw new Error('no worker');
    });
    expect(await output.mails([result(1)], false)).toEqual([]);
  });

  it('a list of threads is told with the next one', async () => {
    let reached = false;
    const told: number[] = [];
    const output = outputOf(async (message) => {
      if (!reached) throw new Error('no worker');
      if (message.type === 'listed') told.push(message.heads.length);
      return { ok: true };
    });
    const head = {
      threadId: 'thread-f:1',
      threadIds: [],
      subject: 'Offer',
      lastIds: ['msg-f:1'],
      lastAt: Date.now(),
      lastFrom: { address: 'anna@kunde.example' },
      lastFromMe: false,
      others: [{ address: 'mara@nordlicht.example' }],
      snippet: '',
    };
    await output.heads([{ head, labels: [] }]);
    reached = true;
    await output.heads([{ head, labels: [] }]);
    await output.heads([{ head, labels: [] }]);
    expect(told).toEqual([1]);
  });

  it('a mail that was sent, and is never shown again, reaches it when it is back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const { window } = openDocument(inbox);
    const life = new AbortController();
    let reached = false;
    let push: (event: TapEvent) => void = () => undefined;
    const told: PageMessage[] = [];
    let tries = 0;
    runAdapter(gmail, {
      document: window.document,
      location: window.location,
      isVisible,
      tell: async (message) => {
        if (message.type === 'gate-settings') return openGate;
        if (message.type === 'captured') tries += 1;
        if (!reached) throw new Error('no worker');
        told.push(message);
        return { ok: true };
      },
      tapEvents: (listener) => {
        push = listener;
      },
      onMessage: () => undefined,
      signal: life.signal,
    });
    push(event('s', read(send, '1.response.json'), read(send, '1.request.json')));
    await until(() => tries === 1);
    expect(told).toEqual([]);
    reached = true;
    await vi.advanceTimersByTimeAsync(6_000);
    await until(() => told.some(({ type }) => type === 'captured'));
    expect(told.filter(({ type }) => type === 'captured')).toMatchObject([{ held: true }]);
    life.abort();
    vi.useRealTimers();
  });
});
