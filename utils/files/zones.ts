import { instantOf, isZone } from '@/utils/understand/wall-time';
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

/** The IANA zone that a name stands for; null where nobody knows it. A Windows name counts only with `windows`. */
export function knownZone(name: string, windows: boolean): string | null {
  if (name === '' || name.length > 200) return null;
  const parts = name.split('/').filter((part) => part !== '');
  const tails = name.startsWith('/') ? [parts.slice(-3), parts.slice(-2), parts.slice(-1)] : [parts];
  for (const tail of tails) {
    const zone = tail.join('/');
    // "EST" and "+05" mean something to Intl, and something else to whoever wrote a zone's definition beside them.
    if ((zone.includes('/') || zone === 'UTC') && isZone(zone)) return zone;
  }
  if (!windows) return null;
  const bare = name.replace(/^tzone:\/\/microsoft\/|^"|"$/gi, '');
  return ianaOfWindows(bare) ?? (isZone(name) ? name : null);
}

/** The wall time as if it were UTC. */
export function asUtc({ year, month, day, hour, minute, second }: WallTime): number {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(hour, minute, second, 0);
  return at.getTime();
}

/** The point in time at which clocks in the zone show this, in milliseconds. NaN for an unknown zone. */
export function instantIn(wall: WallTime, zone: string): number {
  return instantOf(asUtc(wall), zone) ?? Number.NaN;
}
