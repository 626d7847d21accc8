import { describe, expect, it } from 'vitest';
import { outlookCalendar } from '@/utils/capture/outlook-calendar/outlook-calendar';
import { caseNames, fileOf, htmlOf, meetings, wireOf } from './outlook-calendar-support';
import { event, run } from './support';

interface Expected {
  about: string;
  url: string;
  captured: Record<string, unknown>[];
  /** Reason and first id. */
  refused: [string, string][];
}

describe("every calendar page and wire of our own, in Outlook's described shapes", () => {
  for (const name of caseNames()) {
    const expected = JSON.parse(fileOf(name, 'expected.json')) as Expected;
    it.concurrent(`${name}: ${expected.about}`, async () => {
      const got = await run(htmlOf(name), wireOf(name), {
        adapter: outlookCalendar,
        url: expected.url,
        until: ({ captured, refused, all }) =>
          captured.length >= expected.captured.length &&
          refused.length >= expected.refused.length &&
          all.some((each) => each.type === 'now-open'),
        settle: 1200,
      });
      expect(got.drift).toEqual([]);
      expect(meetings(got)).toEqual(expected.captured);
      expect(got.refused.map(({ reason, ids }) => [reason, ids[0]])).toEqual(expected.refused);
      expect(got.captured.every(({ held }) => !held)).toBe(true);
    });
  }

  it('a page read twice has the same names', async () => {
    const read = () =>
      run(htmlOf('page-alone'), [], {
        adapter: outlookCalendar,
        url: 'https://outlook.office.com/calendar/view/week',
        until: ({ captured }) => captured.length > 0,
      });
    const [first, second] = [await read(), await read()];
    expect(first.captured.map(({ source }) => source)).toEqual(second.captured.map(({ source }) => source));
    expect(first.captured).toHaveLength(1);
  });

  it('where events without guests stand is told once, and again when one moved', async () => {
    const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const [view] = wireOf('view-alone');
    const told = (start: string, end: string) => {
      const answer = JSON.parse(view?.response ?? '');
      Object.assign(answer.Body.Items[0], { Start: start, End: end });
      return event('GetCalendarView', answer);
    };
    const first = [at(-2), at(-1)] as const;
    const got = await run(htmlOf('view-alone'), [told(...first), told(...first), told(at(-1), at(1))], {
      adapter: outlookCalendar,
      url: 'https://outlook.office.com/calendar/view/week',
      until: ({ all }) => all.filter(({ type }) => type === 'meetings-seen').length === 2,
      settle: 500,
    });
    const seen = got.all.flatMap((each) => (each.type === 'meetings-seen' ? each.meetings : []));
    expect(seen).toHaveLength(2);
    expect(seen[0]?.ids).toEqual(seen[1]?.ids);
    expect(got.captured).toEqual([]);
  });
});
