import { USUAL_HOURS, type WorkingHours } from '@/utils/model/settings';

/** Regions whose weekend is not Saturday and Sunday; their own zones say that somebody works there (CLDR 48, week data). */
const otherWeekends = 'AF BH DZ EG IL IN IQ IR JO KW LY OM QA SA SD SY UG YE'.split(' ');

/** What the browser knows of a region: newer ones by a method, older ones by a property. */
function ask(locale: Intl.Locale, method: string, property: string): unknown {
  const found: unknown = Reflect.get(locale, method);
  return typeof found === 'function' ? Reflect.apply(found, locale, []) : Reflect.get(locale, property);
}

function hasZone(region: string, zone: string): boolean {
  const zones = ask(new Intl.Locale('und', { region }), 'getTimeZones', 'timeZones');
  return Array.isArray(zones) && zones.includes(zone);
}

/**
 * When people usually work where this browser is: nine to six, on the days that are no weekend there. The time zone
 * (IANA) decides; where it names no place, the language's region does. A guess, which the rep is shown as one.
 */
export function guessHours(zone: string, language: string): WorkingHours {
  const placeless = !zone.includes('/') || zone.startsWith('Etc/');
  const region = placeless
    ? new Intl.Locale(language).maximize().region
    : otherWeekends.find((each) => hasZone(each, zone));
  if (region === undefined) return USUAL_HOURS;
  const week = ask(new Intl.Locale('und', { region }), 'getWeekInfo', 'weekInfo');
  const weekend: unknown = typeof week === 'object' && week !== null ? Reflect.get(week, 'weekend') : null;
  if (!Array.isArray(weekend)) return USUAL_HOURS;
  // There Sunday is 7, here 0.
  const off = new Set(weekend.map((day) => Number(day) % 7));
  return { ...USUAL_HOURS, days: [0, 1, 2, 3, 4, 5, 6].filter((day) => !off.has(day)) };
}
