import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gmail } from '@/utils/capture/gmail/gmail';
import { outlookCalendar } from '@/utils/capture/outlook-calendar/outlook-calendar';
import type { CaptureResult } from '@/utils/capture/page-adapter';
import { PageCapture } from '@/utils/model/captured';
import { brief, calendarPage, htmlOf, outlookCaptures, WEEK, wireOf } from './outlook-calendar-support';
import { event, pageOf, readAll, start, until } from './support';

const onePage = calendarPage(htmlOf('view-alone'));
const page = () => onePage;
const briefs = (results: readonly CaptureResult[]) =>
  results.map((result) => (result.ok ? brief(PageCapture.parse(result.mail.capture)) : result));

const synthetic = join(outlookCaptures, 'synthetic');
const haveSynthetic = existsSync(synthetic);

describe.skipIf(!haveSynthetic)(`answers that others wrote by hand (skipped without ${synthetic})`, () => {
  const answer = (name: string) => readFileSync(join(synthetic, `${name}.response.json`), 'utf8');

  it('give a view without guests, and the event with them under the same names', () => {
    const wire = outlookCalendar.openWire();
    expect(readAll(wire, event('GetCalendarView', answer('GetCalendarView')), page())).toMatchObject({
      meetings: [],
      drift: [],
    });
    const news = readAll(wire, event('GetCalendarEvent', answer('GetCalendarEvent')), page());
    expect(news.drift).toEqual([]);
    expect(briefs(news.meetings)).toMatchObject([
      {
        subject: 'Renewal call',
        from: 'ada@vendor.example',
        to: ['pat@customer.example'],
        cc: ['lee@customer.example'],
        start: '2026-09-15T14:00:00Z',
        end: '2026-09-15T14:30:00Z',
        approximate: false,
        conferenceUrl: 'https://teams.microsoft.com/l/meetup-join/example',
        myAnswer: 'accepted',
        recurring: false,
        ids: [
          expect.stringMatching(/^event:040000008200E00074C5B7101A82E00800000000/),
          expect.stringMatching(/^owa:/),
        ],
      },
    ]);
  });
});

describe('the wire of a calendar', () => {
  it('is in memory what the page shows: a view alone is not whole, its details are', () => {
    const wire = outlookCalendar.openWire();
    const [view, details] = wireOf('peek-with-details');
    if (!view || !details) throw new Error('no wire');
    readAll(wire, view, page());
    const id = wire.find([`owa:${JSON.parse(view.response).Body.Items[0].ItemId.Id}`])?.itemId ?? '';
    expect(wire.knows([id])).toBe(false);
    expect(
      briefs([outlookCalendar.captureUnseen(page(), wire, [id]) ?? { ok: false, later: true }]),
    ).toMatchObject([{ guestsUnknown: true, via: 'wire', approximate: false }]);
    readAll(wire, details, page());
    expect(wire.knows([id])).toBe(true);
    expect(wire.knows(['event:of-nobody'])).toBe(false);
    expect(outlookCalendar.captureUnseen(page(), wire, ['event:of-nobody'])).toBeNull();
  });

  it('keeps who is invited when a later view says only that it moved or was cancelled', () => {
    const wire = outlookCalendar.openWire();
    const [view, details] = wireOf('peek-with-details');
    if (!view || !details) throw new Error('no wire');
    readAll(wire, details, page());
    const answer = JSON.parse(view.response);
    Object.assign(answer.Body.Items[0], {
      Start: '2025-09-18T10:00:00-04:00',
      End: '2025-09-18T10:45:00-04:00',
      IsCancelled: true,
    });
    expect(briefs(readAll(wire, event('GetCalendarView', answer), page()).meetings)).toMatchObject([
      {
        start: '2025-09-18T14:00:00Z',
        end: '2025-09-18T14:45:00Z',
        status: 'cancelled',
        to: ['ada@nordlicht.example', 'jon@kunde.example'],
      },
    ]);
  });

  it('tells of events without guests where they stand, by names and times alone, and nothing of private ones', () => {
    const [view] = wireOf('peek-with-details');
    const answer = JSON.parse(view?.response ?? '');
    const [item] = answer.Body.Items;
    answer.Body.Items.push({ ...item, ItemId: { Id: 'AAMkPrivate' }, Sensitivity: 'Private' });
    const soon = { ...onePage, now: () => Date.parse('2025-09-20') };
    const news = readAll(outlookCalendar.openWire(), event('GetCalendarView', answer), soon);
    expect(news.meetings).toEqual([]);
    expect(news.seen).toEqual([
      {
        ids: [`event:${item.UID}`, `owa:${item.ItemId.Id}`],
        startsAt: Date.parse('2025-09-16T14:00:00Z'),
        endsAt: Date.parse('2025-09-16T14:30:00Z'),
        allDay: false,
        cancelled: false,
        myAnswer: 'accepted',
      },
    ]);
    expect(JSON.stringify(news)).not.toMatch(/Renewal|kunde/);
    // What is long past or far ahead is nobody's entry.
    const later = { ...onePage, now: () => Date.parse('2026-09-20') };
    expect(readAll(outlookCalendar.openWire(), event('GetCalendarView', answer), later).seen).toBeUndefined();
  });

  it('names an occurrence that is moved by where it was', () => {
    const wire = outlookCalendar.openWire();
    const [series] = wireOf('series');
    if (!series) throw new Error('no wire');
    const answer = JSON.parse(series.response);
    answer.Body.ResponseMessages.Items.splice(1);
    const before = briefs(readAll(wire, event('GetItem', answer), page()).meetings);
    const [item] = answer.Body.ResponseMessages.Items[0].Items;
    Object.assign(item, {
      CalendarItemType: 'Exception',
      Start: '2025-09-03T15:00:00+02:00',
      End: '2025-09-03T15:30:00+02:00',
    });
    const after = briefs(readAll(wire, event('GetItem', answer), page()).meetings);
    expect(after).toMatchObject([
      { start: '2025-09-03T13:00:00Z', ids: Reflect.get(before[0] ?? {}, 'ids') },
    ]);
  });

  it('names no occurrence by a time whose zone had to be supposed', () => {
    const [series] = wireOf('series');
    const answer = JSON.parse(series?.response ?? '');
    answer.Body.ResponseMessages.Items.splice(1);
    const [item] = answer.Body.ResponseMessages.Items[0].Items;
    Object.assign(item, { Start: '2025-09-02T09:00:00', End: '2025-09-02T09:30:00' });
    const [meeting] = briefs(readAll(outlookCalendar.openWire(), event('GetItem', answer), page()).meetings);
    expect(meeting).toMatchObject({
      approximate: true,
      ids: [expect.stringMatching(/^owa:/)],
      recurring: true,
    });
  });

  it('cancels what follows in a series where the rep said so, and nothing before it', () => {
    const wire = outlookCalendar.openWire();
    const [series] = wireOf('series');
    if (!series) throw new Error('no wire');
    readAll(wire, series, page());
    const second = JSON.parse(series.response).Body.ResponseMessages.Items[1].Items[0].ItemId;
    const cancel = (scope: number) =>
      readAll(
        wire,
        event(
          'CancelCalendarEvent',
          { Body: { ResponseClass: 'Success', ResponseCode: 'NoError' } },
          { Body: { EventId: second, EventScope: scope } },
        ),
        page(),
      );
    const states = (results: readonly CaptureResult[]) =>
      briefs(results).map((each) => Reflect.get(each, 'start'));
    expect(states(cancel(0).meetings)).toEqual(['2025-09-10T12:00:00Z']);
    expect(states(cancel(2).meetings)).toEqual(['2025-09-10T12:00:00Z', '2025-09-17T12:00:00Z']);
    expect(states(cancel(1).meetings)).toHaveLength(3);
  });

  it("offers nothing of a colleague's calendar that is shown beside the rep's", () => {
    const [worker] = wireOf('from-a-worker');
    const answer = JSON.parse(worker?.response ?? '');
    answer.payload.events[0].mailboxInfo.mailboxSmtpAddress = 'ines@nordlicht.example';
    expect(readAll(outlookCalendar.openWire(), event('port', answer), page()).meetings).toEqual([]);
  });

  it('is not mixed up by an update of a mail, a task or two events at once', () => {
    const wire = outlookCalendar.openWire();
    const done = {
      Body: {
        ResponseMessages: {
          Items: [{ ResponseClass: 'Success', Items: [{ ItemId: { Id: 'AAMkNewNew' } }] }],
        },
      },
    };
    const one = { Start: '2025-09-16T10:00:00Z', End: '2025-09-16T11:00:00Z' };
    readAll(
      wire,
      event('UpdateItem', done, {
        Body: { ItemChanges: [{ ItemId: { Id: 'AAMkMail' }, Updates: [{ Item: { Subject: 'x' } }] }] },
      }),
      page(),
    );
    readAll(
      wire,
      event('CreateItem', done, { Body: { Items: [{ Subject: 'x', ToRecipients: [] }] } }),
      page(),
    );
    readAll(wire, event('CreateCalendarEvent', done, { Body: { Items: [one, one] } }), page());
    expect(wire.find(['owa:AAMkNewNew', 'owa:AAMkMail'])).toBeUndefined();
  });
});

describe('whose page it is', () => {
  const at = (url: string) => outlookCalendar.detect(calendarPage('<p>x</p>', url));

  it('is a calendar on each of the four hosts, and neither mail nor another site', () => {
    for (const host of ['office.com', 'office365.com', 'live.com', 'cloud.microsoft']) {
      expect(at(`https://outlook.${host}/calendar/view/month`)).toBe(true);
      expect(at(`https://outlook.${host}/mail/inbox/id/AAQkExample`)).toBe(false);
    }
    expect(at('https://outlook.live.com/calendar/0/view/week')).toBe(true);
    expect(at('https://outlook.office365.com/owa/?itemid=AAMkExample&exvsurl=1&path=/calendar/item')).toBe(
      true,
    );
    expect(at('https://outlook.office.com.evil.example/calendar/view/week')).toBe(false);
    expect(at('https://calendar.google.com/calendar/u/0/r')).toBe(false);
    expect(gmail.detect(calendarPage('<p>x</p>', WEEK))).toBe(false);
    expect(outlookCalendar.detect(pageOf('<p>x</p>'))).toBe(false);
  });

  it('shows no event as open on a page of mail', async () => {
    const running = start(htmlOf('page-alone'), { adapter: outlookCalendar, url: WEEK });
    await until(() => running.outcome().captured.length > 0);
    running.dom.reconfigure({ url: 'https://outlook.office.com/mail/inbox' });
    await until(() => running.outcome().all.filter(({ type }) => type === 'now-open').length > 1);
    running.stop();
    expect(
      running
        .outcome()
        .all.filter((each) => each.type === 'now-open')
        .at(-1),
    ).toMatchObject({ messages: [], threadIds: [] });
  });
});

describe('hostile answers', () => {
  const read = (answer: unknown) => {
    const wire = outlookCalendar.openWire();
    const news = readAll(wire, event('GetCalendarEvent', answer), page());
    for (const each of news.meetings) if (each.ok) PageCapture.parse(each.mail.capture);
    return { wire, news };
  };
  const template = () =>
    JSON.parse(wireOf('peek-with-details')[1]?.response ?? '').Body.ResponseMessages.Items[0].Items[0];

  it('of any size fit what the worker accepts', () => {
    const item = template();
    const many = Array.from({ length: 3000 }, (_, i) => ({
      Mailbox: { Name: 'n'.repeat(5000), EmailAddress: `p${i}@kunde.example` },
      ResponseType: 'Accept',
    }));
    Object.assign(item, {
      UID: 'u'.repeat(5000),
      Subject: 's\u202e'.repeat(5000),
      Location: { DisplayName: 'l'.repeat(5000) },
      OnlineMeetingJoinUrl: `https://x.example/${'y'.repeat(5000)}`,
      Body: { BodyType: 'HTML', Value: 'b'.repeat(900_000) },
      RequiredAttendees: many,
      OptionalAttendees: many,
    });
    const [meeting] = briefs(read({ Items: [item] }).news.meetings);
    expect(meeting).toMatchObject({ conferenceUrl: '' });
    expect(JSON.stringify(meeting)).not.toContain('\u202e');
  });

  it('name no conference but an https one', () => {
    for (const link of [
      'javascript:alert(1)',
      'http://meet.example/x',
      'https://',
      'https://a b.example/',
      ' data:text/html,x',
    ]) {
      const item = { ...template(), OnlineMeetingJoinUrl: link };
      expect(briefs(read({ Items: [item] }).news.meetings)).toMatchObject([{ conferenceUrl: '' }]);
    }
  });

  it('with odd values in every field end in no throw and no record of nonsense', () => {
    const odd: unknown[] = [
      null,
      7,
      true,
      [],
      {},
      [[]],
      'x',
      { Mailbox: 7 },
      [{ Mailbox: null }],
      '\u0000',
      { Id: {} },
    ];
    for (const key of Object.keys(template())) {
      for (const value of odd) {
        const { news } = read({ Items: [{ ...template(), [key]: value }] });
        for (const each of news.meetings) if (each.ok) expect(each.mail.capture.sentAt).toBeGreaterThan(0);
      }
    }
  });

  it('in the thousands are read in bounded memory', () => {
    const items = Array.from({ length: 5000 }, (_, i) => ({
      ...template(),
      ItemId: { Id: `AAMkNumber${i}` },
      UID: `uid-${i}@kunde.example`,
      Body: { BodyType: 'Text', Value: 'x'.repeat(3000) },
    }));
    const { wire } = read({ Items: items });
    expect(wire.knows(['owa:AAMkNumber0'])).toBe(false);
    expect(wire.knows(['owa:AAMkNumber1999'])).toBe(true);
  });

  it('with a malformed guest are refused, not recorded with a guess', () => {
    const item = {
      ...template(),
      RequiredAttendees: [{ Mailbox: { Name: 'x', EmailAddress: 'a@b@c.example' } }],
    };
    expect(read({ Items: [item] }).news.meetings).toMatchObject([
      { ok: false, reason: 'malformed', detail: 'to' },
    ]);
  });
});
