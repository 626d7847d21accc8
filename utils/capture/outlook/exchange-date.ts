import { instantOf } from '@/utils/understand/wall-time';

/** An instant of Exchange's, and the clock that stood beside it. */
export interface ExchangeDate {
  /** Milliseconds since 1970. */
  at: number;
  /** What the text itself says, `YYYY-MM-DDTHH:MM`: the mailbox's own clock where the text has that zone's offset. */
  wall: string;
  /** False where the text has no offset and no known zone was given: then it was read as this browser's zone. */
  sure: boolean;
}

const form = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
/** "No time" of several of Microsoft's services is the year 1. */
const EARLIEST = Date.UTC(1990, 0, 1);

/**
 * `2022-08-29T17:18:48+05:30`, `…Z`, or without any offset. `zone` (IANA) says where a text without offset belongs.
 * Null where it is no date, or none of a mailbox's time.
 */
export function exchangeDate(text: string, zone?: string): ExchangeDate | null {
  const parts = form.exec(text.trim().slice(0, 60));
  if (!parts) return null;
  const [, day = '', minute = '00:00', seconds = '00', fraction = '', offset] = parts;
  const wall = `${day}T${minute}`;
  const local = Date.parse(`${wall}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  if (Number.isNaN(local)) return null;
  const made = (at: number, sure: boolean) => (at < EARLIEST ? null : { at, wall, sure });
  if (offset) return made(local - offsetOf(offset), true);
  const there = zone === undefined ? null : instantOf(local, zone);
  if (there !== null) return made(there, true);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = minute.split(':').map(Number);
  return made(new Date(year, month - 1, date, hours, minutes, Number(seconds)).getTime(), false);
}

function offsetOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}
