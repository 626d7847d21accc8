/*
 * Wall clock and instant. A wall clock's time is written as the milliseconds that UTC would have with the same hands.
 * Zones are IANA's names, as Intl knows them. Also bundled into the pages of both calendars and of Outlook.
 */

const DAY = 86_400_000;

/** How far a zone is ahead of UTC at an instant, ms. */
type Ahead = (at: number) => number;

/** A calendar has hundreds of times in one zone; a clock is slow to make and slow to ask. */
const clocks = new Map<string, Ahead | null>();

function clockOf(zone: string): Ahead | null {
  if (zone.length > 100) return null;
  let clock = clocks.get(zone);
  if (clock === undefined) {
    try {
      clock = makeClock(zone);
    } catch {
      // A zone that this browser does not know.
      clock = null;
    }
    if (clocks.size > 100) clocks.clear();
    clocks.set(zone, clock);
  }
  return clock;
}

function makeClock(timeZone: string): Ahead {
  // Swedish is written as ISO 8601 is.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const ask = (at: number) =>
    Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
  const dawns = new Map<number, number>();
  /** As a day (since 1970, UTC) begins. */
  const dawn = (day: number) => {
    const ahead = dawns.get(day) ?? ask(day * DAY);
    if (dawns.size > 2000) dawns.clear();
    dawns.set(day, ahead);
    return ahead;
  };
  return (at) => {
    const day = Math.floor(at / DAY);
    return dawn(day) === dawn(day + 1) ? dawn(day) : ask(at);
  };
}

/** Years of four digits (1019 to 9987): others are not ISO 8601. */
function isTime(at: number): boolean {
  return at > -3e13 && at < 2.53e14;
}

export function isZone(zone: string): boolean {
  return clockOf(zone) !== null;
}

/** What clocks in this zone show at this instant; null for an unknown zone, or no time of ours. */
export function wallOf(instant: number, zone: string): number | null {
  const ahead = isTime(instant) ? clockOf(zone) : null;
  return ahead && instant + ahead(instant);
}

/**
 * The instant at which clocks in this zone show this. A time that comes twice is the first; one that clocks skip is read
 * with the offset before the gap (RFC 5545, 3.3.5). Null for an unknown zone, or no time of ours.
 */
export function instantOf(wall: number, zone: string): number | null {
  const ahead = isTime(wall) ? clockOf(zone) : null;
  if (!ahead) return null;
  const before = wall - ahead(wall - DAY);
  const after = wall - ahead(wall + DAY);
  const fits = (at: number) => at + ahead(at) === wall;
  return fits(before) || !fits(after) ? before : after;
}
