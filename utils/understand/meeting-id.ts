/*
 * How one meeting is named, whichever page or mail showed it: by its iCalendar UID, and an occurrence of a series also
 * by its original start. Bundled into the mail page: no libraries.
 */

/**
 * Exchange's own UIDs hold the occurrence's date in hex characters 32 to 39 (`07EA0A06` = 2026-10-06); without it they
 * name the series. A foreign UID that Exchange wraps (`vCal-Uid`, 0x01 and three zero bytes, then the UID) is unwrapped:
 * Google's invitations carry the bare one.
 * MS-OXOCAL 2.2.1.27, PidLidGlobalObjectId.
 */
const EXCHANGE = /^040000008200E00074C5B7101A82E008[0-9A-F]{8}[0-9A-F]{48,2000}$/;
const WRAPPED = '7643616C2D55696401000000';
/** Where Exchange's own data begins: after 16 bytes of class, 4 of date, 8 of time, 8 zeros and 4 of length. */
const DATA = 80;
/** With what stands around it in an id, a UID must fit the 1000 units that an id may have. */
const MAX_UID = 900;

/** The UID as every source writes it: trimmed, Exchange's without date or wrapping. Empty for nothing. */
export function normalUid(uid: string): string {
  const hex = uid.trim().slice(0, 2056).toUpperCase();
  if (!EXCHANGE.test(hex)) return uid.trim().slice(0, MAX_UID);
  if (!hex.startsWith(WRAPPED, DATA)) return `${hex.slice(0, 32)}00000000${hex.slice(40)}`.slice(0, MAX_UID);
  const inside: number[] = [];
  for (let i = DATA + WRAPPED.length; i + 1 < hex.length; i += 2) {
    const byte = Number.parseInt(hex.slice(i, i + 2), 16);
    if (byte === 0) break;
    inside.push(byte);
  }
  return new TextDecoder().decode(new Uint8Array(inside)).trim().slice(0, MAX_UID);
}

/** The day of the occurrence that an Exchange UID names, as `YYYYMMDD`; null for a series, a single event, another UID. */
export function exchangeOccurrenceDay(uid: string): string | null {
  const hex = uid.trim().slice(0, 2056).toUpperCase();
  if (!EXCHANGE.test(hex)) return null;
  const [year, month, day] = [hex.slice(32, 36), hex.slice(36, 38), hex.slice(38, 40)].map((part) =>
    Number.parseInt(part, 16),
  );
  if (!year || !month || !day || month > 12 || day > 31 || year > 9999) return null;
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

/**
 * The meeting's own id, as it stands in `source.ids`: `event:<uid>` for a single one, so that it keeps its id when it
 * moves; `event:<uid>/<YYYYMMDDTHHMMSSZ>` for an occurrence, by its original start in UTC (milliseconds since 1970),
 * or `event:<uid>/<YYYYMMDD>` for a whole day, by its original day.
 */
export function meetingId(uid: string, original?: { start: number } | { day: string }): string {
  const name = `event:${normalUid(uid)}`;
  if (original === undefined) return name;
  if ('day' in original) return `${name}/${original.day.replaceAll('-', '')}`;
  return `${name}/${new Date(original.start).toISOString().replace(/[-:]|\.\d+/g, '')}`;
}

/** The thread that all occurrences of a meeting share, as it stands in `source.threadId`. */
export function meetingThread(uid: string): string {
  return meetingId(uid).slice(0, 200);
}

const OCCURRENCE = /[/_](\d{8})(T\d{6}Z?)?$/;

/** Whether this id names one occurrence of a series: `event:<uid>/20261006T080000Z`, or a site's own `…_20261006T080000Z`. */
export function isOccurrence(id: string): boolean {
  return OCCURRENCE.test(id);
}

/**
 * A meeting's ids without those of its series: an occurrence that carried them would be taken for every other one.
 * The series is the thread. At least one id is left.
 */
export function withoutSeries(ids: readonly string[]): string[] {
  const series = new Set(ids.filter(isOccurrence).map((id) => id.replace(OCCURRENCE, '')));
  return ids.filter((id) => !series.has(id));
}
