/** When something put off comes back. */
export interface SnoozeTime {
  id: 'laterToday' | 'tomorrow' | 'nextWeek';
  at: number;
}

/**
 * Later today (three hours on, at a full half hour, and not after eight in the evening), tomorrow at nine, the Monday
 * after at nine, all in the rep's zone.
 */
export function snoozeTimes(now: number): SnoozeTime[] {
  const morning = (daysOn: number) => {
    const date = new Date(now);
    date.setDate(date.getDate() + daysOn);
    return date.setHours(9, 0, 0, 0);
  };
  const halfHour = 30 * 60_000;
  const later = Math.ceil((now + 3 * 3_600_000) / halfHour) * halfHour;
  const evening = new Date(now).setHours(20, 0, 0, 0);
  const weekday = new Date(now).getDay();
  const toMonday = (8 - weekday) % 7 || 7;
  return [
    ...(later <= evening ? [{ id: 'laterToday' as const, at: later }] : []),
    { id: 'tomorrow', at: morning(1) },
    ...(toMonday > 1 ? [{ id: 'nextWeek' as const, at: morning(toMonday) }] : []),
  ];
}

/** A day that a task may be moved to, `YYYY-MM-DD` in the rep's zone. */
export interface RescheduleDay {
  id: 'tomorrow' | 'inThreeDays' | 'nextWeek' | 'inTwoWeeks';
  day: string;
}

/** Tomorrow, in three days, the Monday after, in two weeks; each day once. */
export function rescheduleDays(now: number): RescheduleDay[] {
  const two = (value: number) => String(value).padStart(2, '0');
  const on = (days: number) => {
    const date = new Date(now);
    date.setDate(date.getDate() + days);
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  };
  const toMonday = (8 - new Date(now).getDay()) % 7 || 7;
  const days: RescheduleDay[] = [
    { id: 'tomorrow', day: on(1) },
    { id: 'inThreeDays', day: on(3) },
    { id: 'nextWeek', day: on(toMonday) },
    { id: 'inTwoWeeks', day: on(14) },
  ];
  return days.filter(({ day }, index) => days.findIndex((each) => each.day === day) === index);
}
