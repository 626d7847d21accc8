import type { WorkingHours } from '@/utils/model/settings';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Further back nothing is counted: who has waited a year is not asked about by the hour. */
const MOST_DAYS = 400;

export interface BusinessTime {
  /** Working time between two instants, ms; 0 where the second is not later. */
  between(from: number, to: number): number;
  /** The start of the first working day that begins after this instant; undefined where nobody ever works. */
  nextStart(after: number): number | undefined;
  /** One working day, ms. */
  dayLength: number;
}

/**
 * The rep's working time in their zone (IANA). `holidays` are calendar days `YYYY-MM-DD` on which nobody works. On a
 * day whose clock is changed within working hours, the time that really passed counts.
 */
export function businessTime(hours: WorkingHours, holidays: readonly string[], zone: string): BusinessTime {
  const free = new Set(holidays);
  const dayLength = Math.max(0, hours.to - hours.from) * MINUTE;
  const offset = offsetIn(zone);
  const known = new Map<number, readonly [number, number] | null>();
  /** The working hours of a calendar day, by its number of days since 1970. */
  const workingDay = (day: number): readonly [number, number] | null => {
    const there = known.get(day);
    if (there !== undefined) return there;
    const midnight = day * DAY;
    // 1970 began on a Thursday.
    const weekday = (((day + 4) % 7) + 7) % 7;
    const works =
      dayLength > 0 &&
      hours.days.includes(weekday) &&
      !free.has(new Date(midnight).toISOString().slice(0, 10));
    const at = (minutes: number) => instantOf(midnight + minutes * MINUTE, offset);
    const made = works ? ([at(hours.from), at(hours.to)] as const) : null;
    known.set(day, made);
    return made;
  };
  const dayOf = (at: number) => Math.floor((at + offset(at)) / DAY);
  return {
    dayLength,
    between(from, to) {
      if (!(to > from)) return 0;
      const last = dayOf(to);
      let sum = 0;
      for (let day = Math.max(dayOf(from), last - MOST_DAYS); day <= last; day += 1) {
        const work = workingDay(day);
        if (work) sum += Math.max(0, Math.min(to, work[1]) - Math.max(from, work[0]));
      }
      return sum;
    },
    nextStart(after) {
      const today = dayOf(after);
      for (let day = today; day <= today + MOST_DAYS; day += 1) {
        const work = workingDay(day);
        if (work && work[0] > after) return work[0];
      }
      return undefined;
    },
  };
}

/** The zone's distance from UTC at an instant, ms; asked once for each hour. */
function offsetIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  // Clocks change at a quarter of an hour at the earliest.
  const step = 15 * MINUTE;
  const asked = new Map<number, number>();
  return (instant) => {
    const at = Math.floor(instant / step) * step;
    const there = asked.get(at);
    if (there !== undefined) return there;
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = part;
    const offset = Date.UTC(year, month - 1, day, hour, minute) - at;
    asked.set(at, offset);
    return offset;
  };
}

/** The instant at which the zone's clocks show `wall` (as if it were UTC); where they skip it, the moment after. */
function instantOf(wall: number, offset: (at: number) => number): number {
  const guess = wall - offset(wall);
  return wall - offset(guess);
}
