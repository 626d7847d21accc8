import { describe, expect, it } from 'vitest';
import { outlookCalendar } from '@/utils/capture/outlook-calendar/outlook-calendar';
import { caseNames, fileOf, htmlOf, meetings, wireOf } from './outlook-calendar-support';
import { run } from './support';

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
});
