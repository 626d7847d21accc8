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
