import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { googleCalendar } from '@/utils/capture/google-calendar/google-calendar';
import { eventIdFromCode, eventIdFromLog, splitEventId } from '@/utils/capture/google-calendar/ids';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import {
  calendarUrl,
  code,
  DAY,
  guard,
  initialData,
  jon,
  me,
  pageHtml,
  rangeAnswer,
  rangeRequest,
  wireEvent,
} from '../pages/google-calendar/shapes';
import { captures, event, openDocument, pageOf, read, readAll, start, until, wait } from './support';

const guests = [{ address: me }, { address: jon, name: 'Jon Berg' }];
const planning = () => wireEvent({ id: 'planning000001', guests, description: 'A secret sentence' });
const openPage = () => pageHtml({ first: initialData([planning()]), bubble: code('planning000001') });
/** Words of the page and the wire: what people wrote, their names and addresses. */
const words = [
  'Rollout',
  'planning',
  'secret',
  'sentence',
  'Jon',
  'Berg',
  'kunde',
  'nordlicht',
  'Mara',
  'Attending',
];
const withoutWords = (shape: string) => {
  for (const word of words) expect(shape).not.toMatch(new RegExp(word, 'i'));
};

/** Removes one thing that must be there; the named step that follows, and how many meetings are still right. */
const spoilt: [string, string, number, (document: Document) => void][] = [
  [
    'bubble',
    'the bubble has another id',
    1,
    (d) => d.querySelector('#xDetDlg')?.setAttribute('id', 'xOther'),
  ],
  [
    'bubble-id',
    'the bubble names no event',
    1,
    (d) => d.querySelector('#xDetDlg')?.removeAttribute('data-eventid'),
  ],
  ['first-paint', 'the page carries no data of its own', 0, (d) => d.querySelector('#initialdata')?.remove()],
];

describe('a calendar that is not as we know it', () => {
  for (const [step, what, right, spoil] of spoilt) {
    it.concurrent(`gives the step ${step}, once, and no wrong record: ${what}`, async () => {
      const dom = openDocument(openPage(), calendarUrl);
      spoil(dom.window.document);
      const running = start(dom.window.document.documentElement.outerHTML, {
        adapter: googleCalendar,
        url: calendarUrl,
      });
      await until(() => running.outcome().drift.length > 0 && running.outcome().captured.length >= right);
      await wait(300);
      running.stop();
      const { captured, drift, refused } = running.outcome();
      expect(captured.map((each) => each.source.ids[1])).toEqual(
        Array.from({ length: right }, () => 'gcal:planning000001'),
      );
      expect(refused).toEqual([]);
      expect(drift.map((each) => each.step)).toEqual([step]);
      withoutWords(drift[0]?.shape ?? '');
    });
  }

  it('names an edited event whose address it cannot read, and takes a new one or a task for none', () => {
    const stepOf = (path: string) => {
      const location = { href: `https://calendar.google.com/calendar/u/0/r/eventedit${path}` };
      const looking = googleCalendar.look({ ...pageOf(pageHtml()), location });
      let step = looking.next();
      while (!step.done) step = looking.next();
      return step.value.ok ? step.value.messages.map((each) => each.ids) : step.value.step;
    };
    expect(stepOf(`/${code('planning000001')}?cal=x`)).toEqual([['gcal:planning000001']]);
    expect(stepOf('/%%%')).toBe('edit-id');
    expect(stepOf('/notacode')).toBe('edit-id');
    expect(stepOf('')).toEqual([]);
    expect(stepOf(`/duplicate/${code('planning000001')}`)).toEqual([]);
    expect(stepOf(`/${code('tasks_abc')}`)).toEqual([]);
  });
});

const steps = (tapEvent: TapEvent) => {
  const news = readAll(googleCalendar.openWire(), tapEvent, { ...pageOf(pageHtml()), own: new Set([me]) });
  withoutWords(news.drift.map((each) => each.shape).join(' '));
  expect(news.meetings).toEqual([]);
  return news.drift.map((each) => each.step);
};
const range = (events: unknown[][]) => event('sync.prefetcheventrange', rangeAnswer(events));
const changed = (change: (e: unknown[]) => void) => {
  const made = planning();
  change(made);
  return made;
};

describe('an answer of the calendar that is not as we know it', () => {
  it('is named where it is no JSON, truncated, without its frame, too large or no text', () => {
    expect(steps(event('sync.sync', '<!doctype html><p>Sign in</p>'))).toEqual(['sync-not-json']);
    expect(steps(event('sync.prefetcheventrange', rangeAnswer([planning()]).slice(0, 900)))).toEqual([
      'prefetcheventrange-not-json',
    ]);
    expect(steps(event('sync.prefetcheventrange', guard([['x']])))).toEqual(['prefetcheventrange-answer']);
    expect(steps(event('initialdata', '{"data":1}'))).toEqual(['initialdata-answer']);
    expect(steps(event('sync.sync', '"hello"'))).toEqual(['sync-answer']);
    expect(steps({ ...event('sync.sync', ''), note: 'too-large' })).toEqual(['sync-too-large']);
    expect(steps(event('sync.prefetcheventrange', rangeAnswer([])))).toEqual([]);
    expect(steps({ ...event('sync.sync', 'x'), status: 500 })).toEqual([]);
  });

  it('of the further hosts is read where it holds events, and left alone where it does not', () => {
    expect(steps(event('Sync', 'not json'))).toEqual([]);
    expect(steps({ ...event('Sync', ''), note: 'not-text' })).toEqual([]);
    const page = { ...pageOf(pageHtml()), own: new Set([me]) };
    const news = readAll(googleCalendar.openWire(), event('Sync', guard({ deep: [[planning()]] })), page);
    expect(news.meetings).toHaveLength(1);
  });

  it('names an event whose parts moved, once for a whole answer', () => {
    const moved: [string, (e: unknown[]) => void][] = [
      ['event-time', (e) => e.splice(35, 1, ['Tuesday'])],
      ['event-uid', (e) => e.splice(18, 1, null)],
      ['event-organiser', (e) => e.splice(9, 1, null) && e.splice(34, 1, ['Jon Berg'])],
    ];
    for (const [step, change] of moved) {
      const events = Array.from({ length: 40 }, () => changed(change));
      expect(steps(range(events)), step).toEqual([step]);
    }
    // A time that somebody else only shows as taken has neither.
    expect(steps(range([changed((e) => e.fill(null, 5, 35).fill(null, 37))]))).toEqual([]);
  });

  it('names a calendar that does not say whose it is, and takes none of its meetings', () => {
    const page = { ...pageOf('<p>x</p>'), own: new Set<string>() };
    const news = readAll(googleCalendar.openWire(), range([planning()]), page);
    expect(news.drift.map((each) => each.step)).toEqual(['own-address']);
    expect(news.meetings).toEqual([]);
  });
});

describe('a hostile calendar', () => {
  it('of ten thousand brackets ends in a named refusal, within bounded time', () => {
    const begun = performance.now();
    expect(steps(event('sync.sync', `${'['.repeat(10_000)}${']'.repeat(10_000)}`))).toEqual([
      'sync-too-deep',
    ]);
    expect(steps(event('initialdata', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`))).toEqual([
      'initialdata-too-deep',
    ]);
    const request = `f.req=${encodeURIComponent(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)}`;
    expect(steps(event('sync.sync', guard([[]]), request))).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(4000);
  });

  it('with anything in any place of an event neither throws nor gives a wrong one', () => {
    const odd = [null, -1, 1e300, '', 'x'.repeat(5000), [], [[]], {}, [null, [null]], true, [['a@b@c']]];
    const page = { ...pageOf(pageHtml()), own: new Set([me]) };
    for (const value of odd) {
      for (let place = 0; place < 70; place += 1) {
        const events = [changed((e) => e.splice(place, 1, value))];
        const news = readAll(googleCalendar.openWire(), range(events), page);
        for (const result of news.meetings) {
          if (!result.ok) continue;
          const { capture } = result.mail;
          expect(capture.sentAt).toBeGreaterThan(631_152_000_000);
          expect(capture.subject.length).toBeLessThanOrEqual(1000);
          expect(capture.source.ids.every((id) => id.length <= 1000)).toBe(true);
        }
      }
    }
  });

  it('with five thousand events and a thousand guests each stays within bounds', () => {
    const many = Array.from({ length: 1000 }, (_, i) => ({ address: `guest${i}@kunde.example` }));
    const one = wireEvent({ id: 'planning000000', guests: [{ address: me }, ...many.slice(0, 600)] });
    const huge = wireEvent({ id: 'hugehuge000000', guests, description: '😀'.repeat(200_000) });
    const events = [
      one,
      huge,
      ...Array.from({ length: 6000 }, (_, i) => changed((e) => e.splice(0, 1, `event${100_000 + i}`))),
    ];
    const page = { ...pageOf(pageHtml()), own: new Set([me]) };
    const begun = performance.now();
    const news = readAll(googleCalendar.openWire(), range(events), page);
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(news.drift.map((each) => each.step)).toEqual(['prefetcheventrange-too-many']);
    for (const result of news.meetings) {
      if (!result.ok) continue;
      expect(result.mail.capture.to.length).toBeLessThanOrEqual(500);
      expect(result.mail.capture.body.content.length).toBeLessThanOrEqual(100_000);
    }
  });

  it('whose series never ends, or repeats each second, is laid out only where it was loaded', () => {
    const page = { ...pageOf(pageHtml()), own: new Set([me]) };
    const now = Date.now();
    const asked = rangeRequest(now - 10 * DAY, now + 10 * DAY);
    const found = (rule: string) => {
      const series = wireEvent({ id: 'endless0000001', start: now - 400 * DAY, guests, rules: [rule] });
      const tapEvent = event('sync.prefetcheventrange', rangeAnswer([series]), asked);
      return readAll(googleCalendar.openWire(), tapEvent, page).meetings.length;
    };
    expect(found('RRULE:FREQ=DAILY')).toBeGreaterThanOrEqual(20);
    expect(found('RRULE:FREQ=DAILY')).toBeLessThanOrEqual(22);
    for (const rule of ['RRULE:FREQ=SECONDLY', 'RRULE:FREQ=DAILY;INTERVAL=0', 'RRULE:', 'EXRULE:FREQ=DAILY'])
      expect(found(rule), rule.slice(0, 40)).toBe(0);
  });

  it('cannot name an event by anything but its code', () => {
    expect(eventIdFromCode(code('planning000001_20261006T080000Z'))).toBe('planning000001_20261006T080000Z');
    expect(eventIdFromCode(`ttb_${code('planning000001')}`)).toBe('planning000001');
    for (const bad of [
      '',
      'REDACTED',
      '%%',
      code('tasks_1'),
      code('a b c'),
      'x'.repeat(5000),
      btoa('<img src=x> me@m'),
    ])
      expect(eventIdFromCode(bad), bad.slice(0, 30)).toBeNull();
    expect(eventIdFromLog('35389; 2:["planning000001","jun@example.com",0]')).toBe('planning000001');
    expect(eventIdFromLog('35389; 2:["a b"]')).toBeNull();
    expect(splitEventId('abcde_20261399T998877Z').series).toBeDefined();
  });
});

const recorded = resolve(captures, '../google-calendar');
const have = existsSync(recorded);
const title = have
  ? 'every recorded piece of Google Calendar gives what it should'
  : 'SKIPPED, no recordings at CAPTURES_DIR: every recorded piece of Google Calendar gives what it should';

describe.skipIf(!have)(title, () => {
  const look = (html: string) => {
    const { document, location } = openDocument(`<!doctype html><body>${html}`, calendarUrl).window;
    const looking = googleCalendar.look({ ...pageOf('<p>x</p>'), document, location });
    let step = looking.next();
    while (!step.done) step = looking.next();
    return step.value;
  };
  const file = (name: string) => read(join(recorded, name));

  it("the bubble's own log names its event where its code is none", () => {
    const seen = look(file('gcal-popup-head-2026.html'));
    expect(seen.ok && seen.messages.map((each) => each.ids)).toEqual([['gcal:1dq60v6utpm0k3o5l079rpgu4a']]);
  });

  it('chips and a row without its bubble open nothing', () => {
    for (const name of ['gcal-chips-2026-09.html', 'gcal-location-row-2026-06.html'])
      expect(look(file(name))).toEqual({ ok: true, threadIds: [], messages: [] });
  });

  it('the code of each chip is that of its event', () => {
    const { document } = openDocument(file('gcal-chips-2026-09.html')).window;
    const ids = [...document.querySelectorAll('[data-eventid]')].map((chip) =>
      eventIdFromCode(chip.getAttribute('data-eventid') ?? ''),
    );
    expect(ids[0]).toBe('khsgqpou0pcjkmpo9umgtl9ff8');
    expect(ids[0]).toBe(ids[1]);
  });
});
