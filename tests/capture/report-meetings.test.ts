import { describe, expect, it, vi } from 'vitest';
import { googleCalendar } from '@/utils/capture/google-calendar/google-calendar';
import type { CaptureResult } from '@/utils/capture/page-adapter';
import { createMeetingReport } from '@/utils/capture/report-meetings';
import type { PageMessage } from '@/utils/model/messages';
import {
  calendarUrl,
  code,
  deleteRequest,
  ended,
  HOUR,
  initialData,
  jon,
  me,
  pageHtml,
  rangeAnswer,
  syncAnswer,
  wireEvent,
} from '../pages/google-calendar/shapes';
import { event, openGate, pageOf, readAll, start, until, wait } from './support';

const guests = [
  { address: me, answer: 'accepted' as const },
  { address: jon, answer: 'accepted' as const },
];
const planning = (change: Partial<Parameters<typeof wireEvent>[0]> = {}) =>
  wireEvent({ id: 'planning000001', organiser: jon, guests, ...change });
const range = (events: unknown[][]) => event('sync.prefetcheventrange', rangeAnswer(events));
const sync = (events: unknown[][], request = '') => event('sync.sync', syncAnswer(events), request);
const html = (bubble?: string) => pageHtml({ first: initialData([]), ...(bubble ? { bubble } : {}) });
const open = (gate = openGate, page = html()) =>
  start(page, { adapter: googleCalendar, url: calendarUrl, gate });
const types = (all: PageMessage[]) => all.map((each) => each.type);

describe('the meetings of a calendar', () => {
  it('are handed over once, however often the calendar loads them', async () => {
    const running = open();
    for (let i = 0; i < 4; i += 1) running.push(range([planning()]));
    await until(() => running.outcome().captured.length > 0);
    running.push(sync([planning()]));
    await wait(300);
    running.stop();
    expect(running.outcome().captured).toHaveLength(1);
  });

  it('are handed over again when they moved, lost a guest or were cancelled', async () => {
    const running = open();
    running.push(range([planning()]));
    await until(() => running.outcome().captured.length === 1);
    running.push(sync([planning({ start: ended() - HOUR, updated: Date.now() })]));
    await until(() => running.outcome().captured.length === 2);
    running.push(sync([], deleteRequest('planning000001')));
    await until(() => running.outcome().captured.length === 3);
    running.stop();
    const told = running.outcome().captured;
    expect(told.map((each) => each.kind === 'meeting' && each.meeting.status)).toEqual([
      'confirmed',
      'confirmed',
      'cancelled',
    ]);
    expect(new Set(told.map((each) => each.source.ids[0])).size).toBe(1);
  });

  it('that were handed over and have no customer any more are told as refused', async () => {
    const running = open({ ...openGate, ownDomains: ['nordlicht.example'] });
    running.push(range([planning({ organiser: me })]));
    await until(() => running.outcome().captured.length === 1);
    const alone = [{ address: me }, { address: 'tom@nordlicht.example' }];
    running.push(sync([planning({ organiser: me, guests: alone, updated: Date.now() })]));
    await until(() => running.outcome().refused.length > 0);
    running.stop();
    expect(running.outcome().refused).toMatchObject([{ reason: 'internal' }]);
  });

  it('without a customer are told to nobody, until the rep opens one', async () => {
    const team = planning({ organiser: 'tom@nordlicht.example', guests: [{ address: me }] });
    const gate = { ...openGate, ownDomains: ['nordlicht.example'] };
    const closed = open(gate);
    closed.push(range([team]));
    await wait(600);
    closed.stop();
    expect(types(closed.outcome().all)).not.toContain('refused');
    const opened = open(gate, html(code('planning000001')));
    opened.push(range([team]));
    await until(() => opened.outcome().refused.length > 0);
    opened.stop();
    expect(opened.outcome().refused).toMatchObject([{ reason: 'internal' }]);
    expect(opened.outcome().captured).toEqual([]);
  });

  it('of others, which the rep merely opens, are read as an opened mail is', async () => {
    const theirs = planning({ guests: [{ address: 'tom@nordlicht.example' }, { address: jon }] });
    const running = open(openGate, html(code('planning000001')));
    running.push(event('sync.prefetcheventrange', rangeAnswer([theirs], 'tom@nordlicht.example')));
    await until(() => running.outcome().captured.length > 0);
    running.stop();
    expect(running.outcome().captured).toHaveLength(1);
  });

  it('wait for consent: without it nothing is read, kept or told', async () => {
    const first = initialData([planning()]);
    const running = open({ ...openGate, capture: false }, pageHtml({ first }));
    running.push(range([planning()]));
    await wait(400);
    expect(types(running.outcome().all)).toEqual(['gate-settings']);
    running.toPage({ type: 'gate-changed', gate: { ...openGate, mark: false } });
    await until(() => running.outcome().captured.length > 0);
    running.stop();
    expect(running.outcome().captured).toHaveLength(1);
  });

  it("that are asked for by name in spite of a refusal are handed over by the wire's word", async () => {
    const running = open();
    running.push(range([planning({ visibility: 'private' })]));
    await until(() => running.outcome().refused.length > 0);
    running.toPage({ type: 'capture-again', ids: ['gcal:planning000001'] });
    await until(() => running.outcome().captured.length > 0);
    running.stop();
    expect(running.outcome().captured[0]?.source.ids).toContain('gcal:planning000001');
  });

  it('that the worker could not take are offered again, the newest word of each alone', async () => {
    vi.useFakeTimers();
    try {
      const page = { ...pageOf(html()), own: new Set([me]) };
      const wire = googleCalendar.openWire();
      const { meetings } = readAll(wire, range([planning(), planning({ id: 'second00000001' })]), page);
      let reached = false;
      const asked: CaptureResult[][] = [];
      const output = {
        send: async () => null,
        refusalOf: () => null,
        heads: async () => undefined,
        drift: () => undefined,
        forget: () => undefined,
        mails: async (results: readonly CaptureResult[]) => {
          asked.push([...results]);
          return reached ? results.map((each) => (each.ok ? each.mail.capture.source.ids : [])) : [];
        },
      };
      const thread = { open: vi.fn(), changed: vi.fn(), handedOver: vi.fn(), again: vi.fn() };
      const report = createMeetingReport(output, thread as never);
      const life = new AbortController();
      await report.tell(meetings, life.signal);
      expect(asked.map((each) => each.length)).toEqual([2]);
      reached = true;
      await report.tell(meetings.slice(0, 1), life.signal);
      await vi.advanceTimersByTimeAsync(6000);
      expect(asked.map((each) => each.length)).toEqual([2, 1, 1]);
      await vi.advanceTimersByTimeAsync(200_000);
      expect(asked).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  });
});
