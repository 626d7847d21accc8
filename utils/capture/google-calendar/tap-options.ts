import type { TapOptions } from '@/utils/capture/tap/tap-event';

/**
 * `https://calendar.google.com/calendar/u/0/sync.sync` and its siblings; and two further hosts that the page names in
 * its configuration and was not yet seen to use: of those everything is searched for events. 2026-09
 */
export const tapOptions: TapOptions = {
  endpoints:
    /(?:(?:^|\/)(?=(?:sync\.(?:sync|prefetcheventrange|fetcheventrange)|minievents)$)|^https:\/\/calendar(?:sync)?-pa\.clients6\.google\.com\/(?:[^/]*\/)*)([\w.-]+)$/,
  fetch: true,
};
