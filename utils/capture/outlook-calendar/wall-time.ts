/**
 * The instant at which clocks in `place` (an IANA zone) show this, milliseconds since 1970; `wall` is what they show, as
 * if it were UTC. Null where the browser does not know the place.
 */
export function wallTime(wall: number, place: string): number | null {
  const clock = clockOf(place);
  if (!clock) return null;
  // Twice: the first try may fall on the other side of a change of the clocks.
  const first = wall - (shown(clock, wall) - wall);
  return first - (shown(clock, first) - wall);
}

/** A view of a calendar has hundreds of times in one zone, and a clock is slow to make. */
const clocks = new Map<string, Intl.DateTimeFormat | null>();

function clockOf(place: string): Intl.DateTimeFormat | null {
  const known = clocks.get(place);
  if (known !== undefined) return known;
  let clock: Intl.DateTimeFormat | null = null;
  try {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: place,
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
  if (clocks.size > 50) clocks.clear();
  clocks.set(place, clock);
  return clock;
}

function shown(clock: Intl.DateTimeFormat, at: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
