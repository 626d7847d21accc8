/*
 * Google Calendar's names for an event:
 *   1dq60v6utpm0k3o5l079rpgu4a                     a single event, or a series
 *   1dq60v6utpm0k3o5l079rpgu4a_20261006T080000Z    an occurrence, by its original start in UTC
 *   1dq60v6utpm0k3o5l079rpgu4a_20261006            an occurrence that takes whole days
 *   1dq60v6utpm0k3o5l079rpgu4a_R20261006T080000    a series that another one was split into
 *   MWRxNjB2NnV0cG0gbWVAbQ                         `data-eventid`, and `eid=` of links: base64 of "<id> <calendar>"
 */

/** An event's own id, or null for what is none. Tasks (`tasks_…`) are none. */
export function eventId(raw: unknown): string | null {
  if (typeof raw !== 'string' || !/^[\w-]{5,900}$/.test(raw) || raw.startsWith('tasks_')) return null;
  return raw;
}

/** The event's id out of `data-eventid` or `eid=`; null where it is no such code. */
export function eventIdFromCode(code: string): string | null {
  if (code.length > 2000) return null;
  const bare = code.trim().replace(/^ttb_/, '').replace(/=+$/, '').replace(/-/g, '+').replace(/_/g, '/');
  let text = '';
  try {
    text = atob(bare);
  } catch {
    return null;
  }
  const [id, calendar, more] = text.split(' ');
  return calendar?.includes('@') && more === undefined ? eventId(id) : null;
}

/** `35389; 2:["1dq60v6utpm0k3o5l079rpgu4a","jun@example.com",0,…`: the bubble's log carries the raw id. 2026-06 */
export function eventIdFromLog(jslog: string): string | null {
  return eventId(/[;\s]2:\["([\w-]{5,900})"/.exec(jslog.slice(0, 2000))?.[1]);
}

/** An occurrence's original start: an instant, or a day as `YYYYMMDD`. */
export type Original = { start: number } | { day: string };

/** Which series an id belongs to and which of its occurrences it names; `original` is undefined for none of one. */
export function splitEventId(id: string): { series: string; original?: Original } {
  const [, series, day, time] = /^(.{5,}?)_(\d{8})(?:T(\d{6})Z)?$/.exec(id) ?? [];
  if (series === undefined || day === undefined) return { series: id };
  const start = Date.UTC(...dateParts(day), ...timeParts(time ?? '000000'));
  if (!Number.isFinite(start)) return { series: id };
  return { series, original: time === undefined ? { day } : { start } };
}

function dateParts(day: string): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8))];
}

function timeParts(time: string): [number, number, number] {
  return [Number(time.slice(0, 2)), Number(time.slice(2, 4)), Number(time.slice(4, 6))];
}

/** The id of a series' occurrence. */
export function occurrenceId(series: string, original: Original): string {
  if ('day' in original) return `${series}_${original.day}`;
  return `${series}_${new Date(original.start).toISOString().replace(/[-:]|\.\d+/g, '')}`;
}

/** An event's id as it stands in `source.ids`. */
export function sourceId(id: string): string {
  return `gcal:${id}`.slice(0, 1000);
}
