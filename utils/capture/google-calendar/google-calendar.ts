import { censorMarkup } from '@/utils/capture/censor';
import * as find from '@/utils/capture/google-calendar/find';
import { readOwnAccount } from '@/utils/capture/google-calendar/own-account';
import { lookAtCalendar, saysPrivate, shapeOfPage } from '@/utils/capture/google-calendar/page';
import { tapOptions } from '@/utils/capture/google-calendar/tap-options';
import { watchCalendar } from '@/utils/capture/google-calendar/watch';
import { type CalendarWire, FIRST_PAINT, openCalendarWire } from '@/utils/capture/google-calendar/wire';
import type { PageAdapter } from '@/utils/capture/page-adapter';

/** What the page shows first may be so long, in UTF-16 units. */
const MAX_FIRST_PAINT = 5_000_000;

/** Google Calendar on the web, and our practice calendar, which has its shape. Its pages for others (embedded calendars, booking pages) are none of ours. */
export const googleCalendar: PageAdapter<CalendarWire> = {
  site: 'google-calendar',
  tap: tapOptions,

  // https://calendar.google.com/calendar/u/0/r/week/2026/10/6
  detect: ({ location }) =>
    /^https:\/\/calendar\.google\.com\/calendar\/(?:[\w-]+\/){0,4}r(?:[/?#]|$)/.test(
      location.href.slice(0, 500),
    ) || /^[a-z]+-extension:\/\/[^/]+\/practice-calendar\.html/.test(location.href),

  ownAccount: ({ document }) => readOwnAccount(document),

  openWire: openCalendarWire,

  firstPaint(page) {
    const text = page.document.querySelector(find.firstPaint)?.textContent ?? '';
    const event = { endpoint: FIRST_PAINT, status: 200, request: '', order: 0, startedAt: 0 } as const;
    if (text.length > MAX_FIRST_PAINT) return { ...event, response: '', note: 'too-large' };
    if (text.trim() !== '') return { ...event, response: text, note: '' };
    return { ok: false, step: 'first-paint', shape: censorMarkup(page.document.head, 'title') };
  },

  look: lookAtCalendar,

  capture(page, wire, seen) {
    const event = wire.find(seen.ids);
    // Of an event that the wire did not bring nothing is known but its name.
    if (!event) return { ok: false, later: true };
    return wire.capture(saysPrivate(page, seen.element) ? { ...event, private: true } : event, page);
  },

  captureUnseen(page, wire, ids) {
    const event = wire.find(ids);
    return event ? wire.capture(event, page) : null;
  },

  shape: shapeOfPage,

  watch: watchCalendar,
};
