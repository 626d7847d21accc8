import { ianaOfWindows } from '@/utils/understand/windows-zones';

/*
 * From a clock on the wall to a point in time. Intl knows the zones; a zone's name may be an IANA one, Windows' own, or
 * one with a path in front (`/mozilla.org/20050126_1/Europe/Berlin`).
 */

/** A clock on the wall. `month` 1 to 12. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();
const MOST_FORMATS = 200;

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  if (formats.size >= MOST_FORMATS) formats.clear();
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // No zone of that name.
  }
  formats.set(zone, format);
  return format;
}

/** The IANA zone that a name stands for; null where nobody knows it. A Windows name counts only with `windows`. */
export function knownZone(name: string, windows: boolean): string | null {
  if (name === '' || name.length > 200) return null;
  const parts = name.split('/').filter((part) => part !== '');
  const tails = name.startsWith('/') ? [parts.slice(-3), parts.slice(-2), parts.slice(-1)] : [parts];
  for (const tail of tails) {
    const zone = tail.join('/');
    // "EST" and "+05" mean something to Intl, and something else to whoever wrote a zone's definition beside them.
    if ((zone.includes('/') || zone === 'UTC') && formatOf(zone)) return zone;
  }
  if (!windows) return null;
  const bare = name.replace(/^tzone:\/\/microsoft\/|^"|"$/gi, '');
  return ianaOfWindows(bare) ?? (formatOf(name) ? name : null);
}

/** How far a zone is ahead of UTC at a point in time, in milliseconds. */
function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(part.get(type));
  const local = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  );
  return local - Math.floor(at / 1000) * 1000;
}

const DAY = 86_400_000;

/** The wall time as if it were UTC. */
export function asUtc({ year, month, day, hour, minute, second }: WallTime): number {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(hour, minute, second, 0);
  return at.getTime();
}

/**
 * The point in time at which clocks in the zone show this, in milliseconds. A time that comes twice is the first; one
 * that clocks skip is read with the offset before the gap (RFC 5545, 3.3.5). NaN for an unknown zone.
 */
export function instantIn(wall: WallTime, zone: string): number {
  const format = formatOf(zone);
  const local = asUtc(wall);
  if (!format || !Number.isFinite(local)) return Number.NaN;
  const before = offsetAt(format, local - DAY);
  const after = offsetAt(format, local + DAY);
  if (before === after) return local - before;
  if (offsetAt(format, local - before) === before) return local - before;
  return offsetAt(format, local - after) === after ? local - after : local - before;
}
