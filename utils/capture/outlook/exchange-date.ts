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
  const there = zone === undefined ? null : inZone(local, zone);
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

/** The instant at which the clock of a zone shows this; null for a zone that the browser does not know. */
function inZone(local: number, zone: string): number | null {
  const clock = clockOf(zone);
  if (!clock) return null;
  const shows = (at: number) => {
    const of: Record<string, number> = {};
    for (const { type, value } of clock.formatToParts(at)) of[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = of;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  const whole = Math.floor(local / 1000) * 1000;
  let at = local;
  // Twice: the first try may fall on the other side of a change of the clocks.
  for (let i = 0; i < 2; i += 1) at += whole - shows(at);
  return at;
}

const clocks = new Map<string, Intl.DateTimeFormat | null>();

/** Making one is slow, and an answer names one zone for hundreds of items. */
function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  if (clocks.size > 50) clocks.clear();
  const number = 'numeric';
  const parts = {
    year: number,
    month: number,
    day: number,
    hour: number,
    minute: number,
    second: number,
  } as const;
  let clock: Intl.DateTimeFormat | null = null;
  try {
    clock = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...parts });
  } catch {
    // A name that the browser does not know.
  }
  clocks.set(timeZone, clock);
  return clock;
}
