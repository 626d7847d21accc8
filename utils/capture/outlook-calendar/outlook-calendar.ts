import { censorExchange } from '@/utils/capture/outlook/censor-exchange';
import { readOwnAccount } from '@/utils/capture/outlook/own-account';
import { tapOptions } from '@/utils/capture/outlook/tap-options';
import { fromPage, fromWire } from '@/utils/capture/outlook-calendar/join';
import { lookAtCalendar, shapeOfPage } from '@/utils/capture/outlook-calendar/page';
import { namesIn, readPageEvent } from '@/utils/capture/outlook-calendar/page-event';
import { isCalendar } from '@/utils/capture/outlook-calendar/routes';
import { watchCalendar } from '@/utils/capture/outlook-calendar/watch';
import { type CalendarWire, openCalendarWire } from '@/utils/capture/outlook-calendar/wire';
import type { PageAdapter } from '@/utils/capture/page-adapter';

/** Outlook's calendar on the web. Built from documented shapes, not yet confirmed on a live account. */
export const outlookCalendar: PageAdapter<CalendarWire> = {
  site: 'outlook-calendar',
  tap: tapOptions,

  detect: ({ location }) => isCalendar(location.href),

  ownAccount({ document, location }) {
    const { account, addresses } = readOwnAccount(document, location.href);
    return { account, addresses };
  },

  openWire: openCalendarWire,

  look: lookAtCalendar,

  capture(page, wire, { ids, element }) {
    const event = wire.find(ids);
    if (event) return fromWire(page, event, { ids, names: namesIn(element) });
    const [id = ''] = ids;
    const shown = readPageEvent(page.document, id, element);
    // An event in a form of its own, without its tile: what it is, only the wire can say.
    if (shown === null) return { ok: false, later: true };
    return 'step' in shown ? shown : fromPage(page, id, shown);
  },

  captureUnseen(page, wire, ids) {
    const event = wire.find(ids);
    return event ? fromWire(page, event) : null;
  },

  shape: shapeOfPage,
  censor: censorExchange,

  watch: watchCalendar,
};
