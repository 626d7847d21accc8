import { describe, expect, it } from 'vitest';
import { businessTime } from '@/utils/follow-ups/business-hours';
import { USUAL_HOURS } from '@/utils/model/settings';

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);
const berlin = businessTime(USUAL_HOURS, [], 'Europe/Berlin');

describe('how long a customer has waited, in the rep’s working hours', () => {
  it('counts within one day, and not before or after work', () => {
    // Thursday, 10:00 to 16:00 in Berlin.
    expect(berlin.between(at('2026-11-19T09:00Z'), at('2026-11-19T15:00Z'))).toBe(6 * hour);
    // 05:00 to 22:00: the nine hours of the day.
    expect(berlin.between(at('2026-11-19T04:00Z'), at('2026-11-19T21:00Z'))).toBe(9 * hour);
    // Written at 20:00, read at 23:00.
    expect(berlin.between(at('2026-11-19T19:00Z'), at('2026-11-19T22:00Z'))).toBe(0);
  });

  it('does not count the weekend', () => {
    // Friday 17:00 to Monday 10:00.
    expect(berlin.between(at('2026-11-20T16:00Z'), at('2026-11-23T09:00Z'))).toBe(2 * hour);
    expect(berlin.between(at('2026-11-21T09:00Z'), at('2026-11-22T20:00Z'))).toBe(0);
  });

  it('does not count a holiday', () => {
    const free = businessTime(USUAL_HOURS, ['2026-12-25', '2027-01-01'], 'Europe/Berlin');
    // Thursday 24 December 17:00 to Monday 28 December 10:00; Friday is Christmas.
    expect(free.between(at('2026-12-24T16:00Z'), at('2026-12-28T09:00Z'))).toBe(2 * hour);
    expect(berlin.between(at('2026-12-24T16:00Z'), at('2026-12-28T09:00Z'))).toBe(11 * hour);
  });

  it('is of the rep’s own zone, east and west', () => {
    const [from, to] = [at('2026-11-19T00:00Z'), at('2026-11-19T06:00Z')];
    // Tokyo 09:00 to 15:00; New York 19:00 to 01:00; Kathmandu 05:45 to 11:45.
    expect(businessTime(USUAL_HOURS, [], 'Asia/Tokyo').between(from, to)).toBe(6 * hour);
    expect(businessTime(USUAL_HOURS, [], 'America/New_York').between(from, to)).toBe(0);
    expect(businessTime(USUAL_HOURS, [], 'Asia/Kathmandu').between(from, to)).toBe(2.75 * hour);
  });

  it('is right over the days on which clocks change', () => {
    // Spring: Friday 27 March 17:00 (UTC+1) to Monday 30 March 10:00 (UTC+2).
    expect(berlin.between(at('2026-03-27T16:00Z'), at('2026-03-30T08:00Z'))).toBe(2 * hour);
    // Autumn: Friday 23 October 17:00 (UTC+2) to Monday 26 October 10:00 (UTC+1).
    expect(berlin.between(at('2026-10-23T15:00Z'), at('2026-10-26T09:00Z'))).toBe(2 * hour);
    const newYork = businessTime(USUAL_HOURS, [], 'America/New_York');
    expect(newYork.between(at('2026-03-06T22:00Z'), at('2026-03-09T14:00Z'))).toBe(2 * hour);
  });

  it('counts what really passed where somebody works through the change', () => {
    const nights = businessTime({ days: [0], from: 0, to: 6 * 60 }, [], 'Europe/Berlin');
    // Sunday 29 March: 02:00 becomes 03:00. Sunday 25 October: 03:00 becomes 02:00.
    expect(nights.between(at('2026-03-28T12:00Z'), at('2026-03-29T12:00Z'))).toBe(5 * hour);
    expect(nights.between(at('2026-10-24T12:00Z'), at('2026-10-25T12:00Z'))).toBe(7 * hour);
  });

  it('takes a week that begins on Sunday and has other hours', () => {
    const cairo = businessTime({ days: [0, 1, 2, 3, 4], from: 8 * 60 + 30, to: 16 * 60 }, [], 'Africa/Cairo');
    // Friday and Saturday free. Thursday 15:00 to Sunday 09:30 (UTC+2).
    expect(cairo.between(at('2026-11-19T13:00Z'), at('2026-11-22T07:30Z'))).toBe(2 * hour);
  });

  it('is nothing where nobody works, and where time runs backwards', () => {
    const never = businessTime({ days: [], from: 540, to: 1080 }, [], 'UTC');
    const upsideDown = businessTime({ days: [1], from: 1080, to: 540 }, [], 'UTC');
    for (const each of [never, upsideDown]) {
      expect(each.between(at('2026-01-01T00:00Z'), at('2026-11-19T00:00Z'))).toBe(0);
      expect(each.nextStart(at('2026-11-19T00:00Z'))).toBeUndefined();
    }
    expect(berlin.between(at('2026-11-19T15:00Z'), at('2026-11-19T09:00Z'))).toBe(0);
  });

  it('adds up: a wait is the sum of its parts, wherever it is cut', () => {
    const start = at('2026-03-20T00:00Z');
    for (let cut = 0; cut < 14 * 24; cut += 5) {
      const [middle, end] = [start + cut * hour, start + 14 * 24 * hour];
      expect(berlin.between(start, middle) + berlin.between(middle, end)).toBe(berlin.between(start, end));
    }
  });
});

describe('when work begins next', () => {
  it('is this morning before work, else the next working day’s, over weekend, holiday and changed clocks', () => {
    expect(berlin.nextStart(at('2026-11-19T05:00Z'))).toBe(at('2026-11-19T08:00Z'));
    expect(berlin.nextStart(at('2026-11-19T08:00Z'))).toBe(at('2026-11-20T08:00Z'));
    expect(berlin.nextStart(at('2026-11-20T12:00Z'))).toBe(at('2026-11-23T08:00Z'));
    expect(berlin.nextStart(at('2026-03-27T12:00Z'))).toBe(at('2026-03-30T07:00Z'));
    const free = businessTime(USUAL_HOURS, ['2026-11-23'], 'Europe/Berlin');
    expect(free.nextStart(at('2026-11-20T12:00Z'))).toBe(at('2026-11-24T08:00Z'));
  });
});
