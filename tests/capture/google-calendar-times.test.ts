import { describe, expect, it } from 'vitest';
import { expandSeries } from '@/utils/capture/google-calendar/recurrence';
import { occurrencesIn } from '@/utils/capture/google-calendar/series';
import { readEvent } from '@/utils/capture/google-calendar/wire-event';
import { instantOf, isZone, wallOf } from '@/utils/understand/wall-time';
import { DAY, wireEvent } from '../pages/google-calendar/shapes';

const wall = (text: string) => Date.parse(`${text}Z`);
const none = (at: number) => at;
const starts = (rule: string | string[], first: string, to: string, from = first) =>
  expandSeries([rule].flat(), wall(first), wall(from), wall(to), none)?.map((at) =>
    new Date(at).toISOString().slice(0, 10),
  ) ?? null;

describe('when a series takes place', () => {
  it('each day, each second day, so many times, or until a day', () => {
    expect(starts('RRULE:FREQ=DAILY;COUNT=3', '2026-10-06T09:00', '2026-12-01T00:00')).toEqual([
      '2026-10-06',
      '2026-10-07',
      '2026-10-08',
    ]);
    expect(
      starts('RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261010', '2026-10-06T09:00', '2026-12-01T00:00'),
    ).toEqual(['2026-10-06', '2026-10-08', '2026-10-10']);
    expect(starts('RRULE:FREQ=DAILY;UNTIL=20261007T085959Z', '2026-10-06T09:00', '2026-12-01T00:00')).toEqual(
      ['2026-10-06'],
    );
  });

  it('on several days of a week, and each second week by the day on which weeks begin', () => {
    expect(starts('RRULE:FREQ=WEEKLY;BYDAY=TU,TH', '2026-10-06T09:00', '2026-10-16T00:00')).toEqual([
      '2026-10-06',
      '2026-10-08',
      '2026-10-13',
      '2026-10-15',
    ]);
    // 1997-08-05 is RFC 5545's own example: with weeks from Monday or from Sunday it differs.
    const rule = 'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU';
    expect(starts(`${rule};WKST=MO`, '1997-08-05T09:00', '1998-01-01T00:00')).toEqual([
      '1997-08-05',
      '1997-08-10',
      '1997-08-19',
      '1997-08-24',
    ]);
    expect(starts(`${rule};WKST=SU`, '1997-08-05T09:00', '1998-01-01T00:00')).toEqual([
      '1997-08-05',
      '1997-08-17',
      '1997-08-19',
      '1997-08-31',
    ]);
  });

  it('on a day of the month, the second or last weekday, or once a year', () => {
    expect(starts('RRULE:FREQ=MONTHLY', '2026-01-31T09:00', '2026-06-01T00:00')).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
    ]);
    expect(starts('RRULE:FREQ=MONTHLY;BYDAY=2TU', '2026-10-13T09:00', '2027-01-01T00:00')).toEqual([
      '2026-10-13',
      '2026-11-10',
      '2026-12-08',
    ]);
    expect(starts('RRULE:FREQ=MONTHLY;BYDAY=-1FR', '2026-10-30T09:00', '2027-01-01T00:00')).toEqual([
      '2026-10-30',
      '2026-11-27',
      '2026-12-25',
    ]);
    expect(starts('RRULE:FREQ=YEARLY', '2024-02-29T09:00', '2030-01-01T00:00')).toEqual([
      '2024-02-29',
      '2028-02-29',
    ]);
  });

  it('not on what was taken out of it', () => {
    const rules = [
      'RRULE:FREQ=DAILY;COUNT=4',
      'EXDATE;TZID=Europe/Berlin:20261007T090000',
      'EXDATE:20261008T090000Z',
    ];
    expect(starts(rules, '2026-10-06T09:00', '2026-12-01T00:00')).toEqual(['2026-10-06', '2026-10-09']);
  });

  it('is left unsaid where the rule has a part that is not known', () => {
    for (const rule of [
      'RRULE:FREQ=DAILY;BYHOUR=9,10',
      'RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
      'RRULE:FREQ=YEARLY;BYMONTH=3',
      'RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY;BYDAY=XX',
      'RDATE:20261006T090000Z',
    ])
      expect(starts(rule.split('\n'), '2026-10-06T09:00', '2026-10-09T00:00'), rule).toBeNull();
  });

  it('keeps its hour when the clocks change', () => {
    const start = Date.parse('2026-10-20T07:00:00Z');
    const read = readEvent(
      wireEvent({ id: 'berlin0000001', start, rules: ['RRULE:FREQ=WEEKLY'], zone: 'Europe/Berlin' }),
      'me',
    );
    if (!read || !('span' in read)) throw new Error('not read');
    const days = Math.floor(start / DAY);
    const range = { calendar: 'me', from: days, to: days + 8 };
    const found = occurrencesIn(read, [range], { from: 0, to: Number.MAX_SAFE_INTEGER });
    expect(found?.map((each) => new Date(each.span.start).toISOString())).toEqual([
      '2026-10-20T07:00:00.000Z',
      '2026-10-27T08:00:00.000Z',
    ]);
    expect(found?.map((each) => each.id)).toEqual([
      'berlin0000001_20261020T070000Z',
      'berlin0000001_20261027T080000Z',
    ]);
  });
});

describe('wall clock and instant', () => {
  it('fit together in summer, in winter, and far from Greenwich', () => {
    for (const [at, zone, shown] of [
      ['2026-07-01T10:00', 'Europe/Berlin', '2026-07-01T12:00'],
      ['2026-12-01T10:00', 'Europe/Berlin', '2026-12-01T11:00'],
      ['2026-12-01T23:30', 'Pacific/Kiritimati', '2026-12-02T13:30'],
      ['2026-12-01T10:00', 'America/St_Johns', '2026-12-01T06:30'],
    ] as const) {
      expect(wallOf(wall(at), zone)).toBe(wall(shown));
      expect(instantOf(wall(shown), zone)).toBe(wall(at));
    }
  });

  it('of an unknown zone is unknown', () => {
    expect([isZone('Mars/Olympus'), isZone(''), isZone('x'.repeat(500))]).toEqual([false, false, false]);
    expect(wallOf(0, 'Mars/Olympus')).toBeNull();
    expect(instantOf(Number.NaN, 'Europe/Berlin')).toBeNull();
  });
});
