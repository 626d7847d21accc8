import type { WorkingHours } from '@/utils/model/settings';
import { instantOf, wallOf } from '@/utils/understand/wall-time';

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
  const known = new Map<number, readonly [number, number] | null>();
  // Nobody knows the zone: then the day is UTC's.
  const instant = (wall: number) => instantOf(wall, zone) ?? wall;
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
    const at = (minutes: number) => instant(midnight + minutes * MINUTE);
    const made = works ? ([at(hours.from), at(hours.to)] as const) : null;
    known.set(day, made);
    return made;
  };
  const dayOf = (at: number) => Math.floor((wallOf(at, zone) ?? at) / DAY);
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
