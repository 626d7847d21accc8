import { asUtc, instantIn, type WallTime } from '@/utils/files/zones';
import { parseDates } from '@/utils/understand/parse-dates';

/** Which language a header's label for the date is of; dates in digits alone are read its way. */
const languages: readonly (readonly [labels: string, lang: string])[] = [
  ['gesendet|datum|gesendet am', 'de'],
  ["envoyé|date d'envoi|date de l'envoi", 'fr'],
  ['enviado el|fecha', 'es'],
  ['enviada em|enviado em|enviado|enviada', 'pt'],
  ['inviato', 'it'],
  ['verzonden', 'nl'],
];
const others = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'];

/**
 * The time in a pasted header line (`label` as it is written there), in milliseconds; null where none can be read. What
 * has no zone is one of the rep's; the day of `now` decides nothing, a year must be written.
 */
export function pastedDate(label: string, text: string, timeZone: string): number | null {
  const line = text.trim().slice(0, 200);
  if (/(?:[+-]\d{2}:?\d{2}|\bGMT|\bUTC|\dZ)\b/.test(line)) {
    const at = Date.parse(line.replace(/\s*\([^)]{0,40}\)\s*$/, ''));
    if (Number.isFinite(at)) return at;
  }
  const digits =
    /(\d{4})\s?[年/.-]\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})\D{0,14}(\d{1,2})[:時](\d{2})(?:[:分](\d{2}))?/.exec(
      line,
    );
  if (digits) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = digits
      .slice(1)
      .map((part) => Number(part ?? 0));
    const afternoon = /午後|\bpm\b/i.test(line) && hour < 12 ? 12 : 0;
    return instantOf({ year, month, day, hour: hour + afternoon, minute, second }, timeZone);
  }
  if (!/\b(19|20)\d{2}\b/.test(line)) return null;
  const key = label.trim().toLowerCase();
  const first = languages.find(([labels]) => labels.split('|').includes(key))?.[1];
  for (const lang of first ? [first, ...others] : others) {
    const found = parseDates(line, '2000-01-01T00:00:00', { lang }).find(
      ({ hasTime, start }) => hasTime && !start.startsWith('2000-01-0'),
    );
    const wall = found && wallOf(found.start);
    if (wall) return instantOf(wall, timeZone);
  }
  return null;
}

function wallOf(local: string): WallTime | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(local)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  return { year, month, day, hour, minute, second };
}

function instantOf(wall: WallTime, timeZone: string): number | null {
  const at = instantIn(wall, timeZone);
  return Number.isFinite(at) && Math.abs(at - asUtc(wall)) < 2 * 86_400_000 ? at : null;
}
