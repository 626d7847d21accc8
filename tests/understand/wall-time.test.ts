import { describe, expect, it } from 'vitest';
import { instantOf, isZone, wallOf } from '@/utils/understand/wall-time';

const utc = (text: string) => Date.parse(`${text}Z`);
const said = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 16));
const at = (wall: string, zone: string) => said(instantOf(utc(wall), zone));

describe('what a clock on the wall shows', () => {
  it.each([
    ['summer', 'Europe/Berlin', '2026-07-01T09:00', '2026-07-01T07:00'],
    ['winter', 'Europe/Berlin', '2026-12-01T09:00', '2026-12-01T08:00'],
    ['the hour that clocks skip, east', 'Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30'],
    ['the hour that clocks skip, west', 'America/New_York', '2026-03-08T02:30', '2026-03-08T07:30'],
    ['the hour that comes twice, east', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30'],
    ['the hour that comes twice, west', 'America/New_York', '2026-11-01T01:30', '2026-11-01T05:30'],
    ['just before a change', 'Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59'],
    ['just after a change', 'Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00'],
    ['half an hour of summer', 'Australia/Lord_Howe', '2026-10-04T02:40', '2026-10-03T15:40'],
    ['half an hour ahead', 'Asia/Kolkata', '2026-11-01T12:00', '2026-11-01T06:30'],
    ['a day that a country skipped', 'Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00'],
  ])('is an instant: %s', (_what, zone, wall, instant) => {
    expect(at(wall, zone)).toBe(instant);
  });

  it('comes back as it was, every half hour of a year, seconds and fractions too', () => {
    for (const zone of ['Europe/Berlin', 'America/St_Johns', 'Africa/Casablanca']) {
      let skipped = 0;
      const first = utc('2026-01-01T00:00') + 12_345;
      for (let wall = first; wall < first + 366 * 86_400_000; wall += 1_800_000) {
        const instant = instantOf(wall, zone) ?? Number.NaN;
        if (wallOf(instant, zone) !== wall) skipped += 1;
      }
      expect(skipped, `${zone}: only the hour of spring`).toBe(2);
    }
  });

  it('is nothing in a zone that nobody knows, and at no time', () => {
    expect([isZone('Mars/Olympus'), isZone(''), isZone('x'.repeat(500))]).toEqual([false, false, false]);
    expect([instantOf(0, 'Mars/Olympus'), wallOf(0, '')]).toEqual([null, null]);
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY, -1e15, 1e16])
      expect([instantOf(none, 'Europe/Berlin'), wallOf(none, 'Europe/Berlin')]).toEqual([null, null]);
  });
});
