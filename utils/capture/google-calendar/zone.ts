/*
 * Wall clock and instant. A wall clock's time is written as the milliseconds that UTC would have with the same hands.
 */

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  if (formats.size > 100) formats.clear();
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // A zone that this browser does not know.
  }
  formats.set(zone, format);
  return format;
}

export function isZone(zone: string): boolean {
  return zone !== '' && zone.length < 100 && formatOf(zone) !== null;
}

/** What clocks in this zone show at this instant; null for an unknown zone. */
export function wallOf(instant: number, zone: string): number | null {
  const format = formatOf(zone);
  if (!format || !Number.isFinite(instant) || Math.abs(instant) > 8e15) return null;
  const found = new Map<string, number>();
  for (const { type, value } of format.formatToParts(instant)) found.set(type, Number(value));
  const of = (type: string) => found.get(type) ?? 0;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** The instant at which clocks in this zone show this; in the hour that is skipped in spring, what follows it. */
export function instantOf(wall: number, zone: string): number | null {
  const first = wallOf(wall, zone);
  if (first === null) return null;
  const guess = wall - (first - wall);
  const second = wallOf(guess, zone);
  return second === null ? null : guess + (wall - second);
}
