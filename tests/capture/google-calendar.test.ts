import { describe, expect, it } from 'vitest';
import { adapters } from '@/utils/capture/adapters';
import { googleCalendar } from '@/utils/capture/google-calendar/google-calendar';
import type { PageMeeting } from '@/utils/model/captured';
import { cases } from '../pages/google-calendar/cases';
import { calendarUrl, HOUR } from '../pages/google-calendar/shapes';
import { casesFolder, list, type Outcome, openDocument, pageOf, read, start, until, wait } from './support';

/*
 * tests/pages/google-calendar: pages and wire of our own, with what comes of them. Built, not recorded: no answer of a
 * calendar with guests is public.
 */

/** What the worker was told last of each meeting, without who else was told. */
function lastOf({ captured }: Outcome): Record<string, unknown>[] {
  const last = new Map<string, Record<string, unknown>>();
  for (const each of captured) {
    if (each.kind !== 'meeting') continue;
    last.set(each.source.ids[0] ?? '', plain(each));
  }
  return [...last.values()];
}

function plain(meeting: PageMeeting): Record<string, unknown> {
  const { source, from, to, cc, meeting: detail, body, ...rest } = meeting;
  return {
    direction: rest.direction,
    subject: rest.subject,
    sentAt: rest.sentAt,
    from: from.address,
    to: to.map((each) => each.address),
    cc: cc.map((each) => each.address),
    ids: source.ids,
    threadId: source.threadId,
    account: source.account,
    ...detail,
    answers: detail.answers.map(({ address, answer }) => [address, answer]),
    text: body.content,
  };
}

const openIn = ({ all }: Outcome) => {
  const last = all.filter((each) => each.type === 'now-open').at(-1);
  return last?.type === 'now-open' ? last.messages.flat() : null;
};

/** Whether what was told is what is expected, as far as it says. */
function isAsExpected(outcome: Outcome, wanted: (typeof cases)[number]): boolean {
  const told = lastOf(outcome);
  if (told.length !== wanted.captured.length || openIn(outcome) === null) return false;
  try {
    check(outcome, wanted);
    return true;
  } catch {
    return false;
  }
}

function check(outcome: Outcome, wanted: (typeof cases)[number]): void {
  const told = lastOf(outcome);
  expect(told).toHaveLength(wanted.captured.length);
  for (const one of wanted.captured) {
    const { startHours, hours, ...fields } = one;
    const same = told.find((each) => one.ids === undefined || String(each.ids) === String(one.ids));
    expect(same).toMatchObject(fields);
    if (Array.isArray(startHours)) {
      const [at, end] = [Number(same?.sentAt), Number(same?.endsAt)];
      const midnight = Math.round(at / (24 * HOUR)) * 24 * HOUR;
      expect(startHours).toContain((at - midnight) / HOUR);
      expect(hours).toContain((end - at) / HOUR);
    }
  }
  expect(outcome.drift).toEqual([]);
  expect(outcome.refused.map(({ ids, reason }) => ({ ids, reason }))).toEqual(wanted.refused ?? []);
  if (wanted.open) expect(openIn(outcome)).toEqual(wanted.open);
}

describe('every calendar of our own', () => {
  for (const each of cases) {
    it.concurrent(`${each.name}: ${each.about}`, async () => {
      const running = start(each.html(), { adapter: googleCalendar, url: each.url ?? calendarUrl });
      const events = each.events?.() ?? [];
      // One answer after the other, as in a page.
      for (const event of events) running.push(event);
      await until(() => isAsExpected(running.outcome(), each));
      await wait(300);
      running.stop();
      const outcome = running.outcome();
      check(outcome, each);
      for (const { via, sentAtApproximate, source } of outcome.captured) {
        expect([via, sentAtApproximate, source.url]).toEqual(['wire', false, each.url ?? calendarUrl]);
      }
    });
  }
});

describe("a calendar's page", () => {
  it('is nobody else’s: each adapter detects its own pages only', () => {
    const pages = [
      ...cases.map((each) => ({ site: 'google-calendar', html: each.html(), url: each.url ?? calendarUrl })),
      ...list(casesFolder).map((name) => ({
        site: 'gmail',
        html: read(casesFolder, name, 'page.html'),
        url: undefined,
      })),
    ];
    for (const { site, html, url } of pages) {
      const { document, location } = openDocument(html, url).window;
      const page = { ...pageOf('<p>x</p>'), document, location };
      expect(adapters.filter((adapter) => adapter.detect(page)).map((adapter) => adapter.site)).toEqual([
        site,
      ]);
    }
  });

  it('is none where it is shown to others: embedded, or for booking', () => {
    for (const path of ['embed?src=x', 'appointments/schedules/abc', 'u/0/appointments/abc', 'ical/x']) {
      const location = { href: `https://calendar.google.com/calendar/${path}` };
      expect(googleCalendar.detect({ ...pageOf('<p>x</p>'), location }), path).toBe(false);
    }
    for (const path of ['r', 'u/1/r/month/2026/10/6', 'b/2/u/0/r?tab=mc', 'u/0/r/eventedit/abc']) {
      const location = { href: `https://calendar.google.com/calendar/${path}` };
      expect(googleCalendar.detect({ ...pageOf('<p>x</p>'), location }), path).toBe(true);
    }
  });

  it('read twice gives the same meetings by the same names', async () => {
    const both = [];
    for (let i = 0; i < 2; i += 1) {
      const series = cases.find((each) => each.name === 'series');
      if (!series) throw new Error('no such case');
      const running = start(series.html(), { adapter: googleCalendar, url: calendarUrl });
      for (const event of series.events?.() ?? []) running.push(event);
      await until(() => running.outcome().captured.length >= 3);
      running.stop();
      both.push(running.outcome().captured.map((each) => each.source));
    }
    expect(both[0]).toEqual(both[1]);
  });
});
