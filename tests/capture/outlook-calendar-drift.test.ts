import { describe, expect, it } from 'vitest';
import { outlookCalendar } from '@/utils/capture/outlook-calendar/outlook-calendar';
import { calendarPage, htmlOf, meetings, WEEK, wireOf } from './outlook-calendar-support';
import { event, openDocument, readAll, run, start, until, wait } from './support';

/** Words of the page: what people wrote, and their names. */
const words = [
  'Renewal',
  'call',
  'Lunch',
  'Eva',
  'Holm',
  'Jon',
  'Berg',
  'Microsoft',
  'Agenda',
  'nordlicht',
  'kunde',
];
const quiet = (shape: string) => {
  for (const word of words) expect(shape).not.toMatch(new RegExp(word, 'i'));
};

/** Removes or spoils one thing that must be there; the named step that follows. */
const spoilt: [string, string, (document: Document) => void][] = [
  [
    'event-id',
    'the tiles have lost their ids',
    (d) => {
      for (const tile of d.querySelectorAll('[data-calitemid]')) tile.removeAttribute('data-calitemid');
    },
  ],
  [
    'event-subject',
    'the tiles say no subject any more',
    (d) => {
      for (const button of d.querySelectorAll('[data-calitemid] [role=button]')) {
        button.removeAttribute('title');
        button.removeAttribute('aria-label');
      }
    },
  ],
  [
    'event-time',
    'the label says no time',
    (d) =>
      d.querySelector('[data-calitemid] [role=button]')?.setAttribute('aria-label', 'Renewal call, Busy'),
  ],
  [
    'event-time',
    'the label is gone',
    (d) => d.querySelector('[data-calitemid] [role=button]')?.removeAttribute('aria-label'),
  ],
];

describe('a calendar page that is not as we know it', () => {
  for (const [step, what, spoil] of spoilt) {
    it.concurrent(`gives the step ${step}, once, and no record: ${what}`, async () => {
      const dom = openDocument(htmlOf('page-alone'), WEEK);
      spoil(dom.window.document);
      const got = await run(dom.window.document.documentElement.outerHTML, [], {
        adapter: outlookCalendar,
        url: WEEK,
        until: ({ drift }) => drift.length > 0,
        settle: 500,
      });
      expect(got.captured).toEqual([]);
      expect(got.refused).toEqual([]);
      expect(got.drift.map((each) => each.step)).toEqual([step]);
      const shape = got.drift[0]?.shape ?? '';
      expect(shape).toMatch(/<div/);
      quiet(shape);
    });
  }

  it.concurrent('records nothing where the view itself is gone, and nothing of a form that is being written', async () => {
    const without = htmlOf('page-alone').replace('CalendarItemPeek', 'SomethingElse');
    const writing = htmlOf('page-alone').replace(
      'data-app-section="CalendarItemPeek"',
      'data-app-section="Form_Content"><input aria-label="Add a title"><div',
    );
    for (const html of [without, writing]) {
      const got = await run(html, [], { adapter: outlookCalendar, url: WEEK, settle: 2500 });
      expect([got.captured, got.refused, got.drift]).toEqual([[], [], []]);
    }
  });

  it.concurrent('takes none of two tiles of one subject, but the one that was pressed', async () => {
    // A view that shows no day, no clock and no place either.
    const twin = htmlOf('page-alone')
      .replace('Tue 9/16/2025', 'Every week')
      .replace(
        '<div role="dialog">',
        `<div data-calitemid="AAMkOtherOther"><div role="button" aria-label="Renewal call, 2:00 PM to 2:30 PM, Thursday, September 18, 2025, By Eva Holm, Busy" title="Renewal call\n14:00 to 14:30"></div></div><div role="dialog">`,
      );
    const running = start(twin, { adapter: outlookCalendar, url: WEEK });
    await wait(1800);
    expect(running.outcome().captured).toEqual([]);
    expect(running.outcome().drift).toEqual([]);
    running.dom.window.document
      .querySelector('[data-calitemid="AAMkOtherOther"] [role=button]')
      ?.dispatchEvent(new running.dom.window.MouseEvent('click', { bubbles: true }));
    await until(() => running.outcome().captured.length > 0);
    running.stop();
    expect(meetings(running.outcome()).map(({ ids, start: at }) => [ids, at])).toEqual([
      [['owa:AAMkOtherOther'], '2025-09-18T18:00:00Z'],
    ]);
  });
});

describe('an answer that is not as we know it', () => {
  const steps = (endpoint: string, response: unknown) => {
    const news = readAll(
      outlookCalendar.openWire(),
      event(endpoint, response),
      calendarPage(htmlOf('view-alone')),
    );
    expect(news.meetings).toEqual([]);
    for (const { shape } of news.drift) quiet(shape);
    return news.drift.map(({ step }) => step);
  };
  const whole = () => JSON.parse(wireOf('peek-with-details')[1]?.response ?? '');
  const spoiltItem = (change: (item: Record<string, unknown>) => void) => {
    const answer = whole();
    change(answer.Body.ResponseMessages.Items[0].Items[0]);
    return answer;
  };

  it('names what is no JSON, cut off, too deep or too large', () => {
    expect(steps('GetCalendarView', '<!doctype html><p>Sign in</p>')).toEqual(['GetCalendarView-not-json']);
    expect(steps('GetCalendarEvent', JSON.stringify(whole()).slice(0, 300))).toEqual([
      'GetCalendarEvent-not-json',
    ]);
    expect(steps('GetCalendarView', `${'['.repeat(300)}${']'.repeat(300)}`)).toEqual([
      'GetCalendarView-too-deep',
    ]);
    const large = { ...event('GetCalendarView', ''), note: 'too-large' as const };
    const news = readAll(outlookCalendar.openWire(), large, calendarPage(htmlOf('view-alone')));
    expect(news.drift.map(({ step }) => step)).toEqual(['GetCalendarView-too-large']);
  });

  it('names an answer without its events, and an event without what it must have', () => {
    expect(steps('GetCalendarViewAction_PrefetchMonth', { Body: { Things: [] } })).toEqual([
      'GetCalendarView-items',
    ]);
    expect(
      steps(
        'GetCalendarEvent',
        spoiltItem((item) => delete item.ItemId),
      ),
    ).toEqual(['GetCalendarEvent-items']);
    expect(
      steps(
        'GetCalendarEvent',
        spoiltItem((item) => delete item.Start),
      ),
    ).toEqual(['GetCalendarEvent-event']);
    expect(
      steps(
        'GetCalendarEvent',
        spoiltItem((item) => delete item.End),
      ),
    ).toEqual(['GetCalendarEvent-event']);
    expect(
      steps(
        'GetCalendarEvent',
        spoiltItem((item) => (item.Start = 'tomorrow')),
      ),
    ).toEqual(['GetCalendarEvent-event']);
    expect(
      steps(
        'GetCalendarEvent',
        spoiltItem((item) => (item.ItemId = { Id: 7 })),
      ),
    ).toEqual(['GetCalendarEvent-event']);
  });

  it('says nothing of mail and of what failed', () => {
    expect(steps('GetConversationItems', '{"Body":')).toEqual([]);
    expect(steps('GetItem', '{"Body": "End"')).toEqual([]);
    expect(steps('port', '{"ItemId":{"Id":"AAMkAAA"},"Subject":"Renewal"}')).toEqual([]);
    expect(
      steps('GetCalendarView', { Body: { ResponseClass: 'Error', ResponseCode: 'ErrorServerBusy' } }),
    ).toEqual([]);
  });
});
