const DAY = 86_400_000;

/**
 * The instant at which clocks in `place` (an IANA zone) show this, milliseconds since 1970; `wall` is what they show, as
 * if it were UTC. Null where the browser does not know the place.
 */
export function wallTime(wall: number, place: string): number | null {
  const clock = clockOf(place);
  if (!clock) return null;
  // Twice: the first try may fall on the other side of a change of the clocks.
  return wall - offsetAt(clock, wall - offsetAt(clock, wall));
}

interface Clock {
  format: Intl.DateTimeFormat;
  /** By day since 1970 (UTC): how far ahead of UTC it is all day, or null where that changes. */
  days: Map<number, number | null>;
}

/** A view of a calendar has hundreds of times in one zone; a clock is slow to make and slow to ask. */
const clocks = new Map<string, Clock | null>();

function clockOf(place: string): Clock | null {
  const known = clocks.get(place);
  if (known !== undefined) return known;
  let clock: Clock | null = null;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: place,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clock = { format, days: new Map() };
  } catch {
    // A zone that this browser does not know.
  }
  if (clocks.size > 50) clocks.clear();
  clocks.set(place, clock);
  return clock;
}

/** Milliseconds that the clock is ahead of UTC at an instant. */
function offsetAt(clock: Clock, at: number): number {
  const day = Math.floor(at / DAY);
  let whole = clock.days.get(day);
  if (whole === undefined) {
    const [first, last] = [shownAhead(clock, day * DAY), shownAhead(clock, (day + 1) * DAY)];
    whole = first === last ? first : null;
    if (clock.days.size > 1000) clock.days.clear();
    clock.days.set(day, whole);
  }
  return whole ?? shownAhead(clock, at);
}

function shownAhead({ format }: Clock, at: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
