import { pageWords } from '@/utils/i18n/page-words';
import { form } from '@/utils/i18n/t';
import type { WorkingHours } from '@/utils/model/settings';

/** `Monday to Friday, 09:00 – 18:00`; days that do not follow one another are listed. */
export function sayHours({ days, from, to }: WorkingHours): string {
  const words = pageWords.welcome.you;
  const at = (minutes: number) => form.time(new Date(2026, 0, 5, 0, minutes).getTime());
  const on = new Set(days);
  const first = days.find((day) => !on.has((day + 6) % 7));
  const run: number[] = [];
  for (let day = first ?? 0; on.has(day % 7) && run.length < 7; day += 1) run.push(day % 7);
  const last = run.at(-1);
  const named =
    days.length === 0
      ? words.noDays
      : days.length === 7
        ? words.everyDay
        : run.length === days.length && run.length > 2 && first !== undefined && last !== undefined
          ? words.daysBetween(form.weekday(first), form.weekday(last))
          : form.list([...days].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7)).map(form.weekday));
  return words.hoursOf(named, at(from), at(to));
}
