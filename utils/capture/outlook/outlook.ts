import { censorExchange } from '@/utils/capture/outlook/censor-exchange';
import { fromPage, fromWire } from '@/utils/capture/outlook/join';
import { nameMessages } from '@/utils/capture/outlook/name-messages';
import { readOwnAccount } from '@/utils/capture/outlook/own-account';
import { lookAtPage, shapeOfPage } from '@/utils/capture/outlook/page';
import { bodiesIn, senderOf } from '@/utils/capture/outlook/page-card';
import { readPageMessage } from '@/utils/capture/outlook/page-message';
import { tapOptions } from '@/utils/capture/outlook/tap-options';
import { watchOutlook } from '@/utils/capture/outlook/watch';
import { whereIs } from '@/utils/capture/outlook/where';
import { type OutlookWire, openOutlookWire } from '@/utils/capture/outlook/wire';
import type { PageAdapter } from '@/utils/capture/page-adapter';

/** `https://outlook.office.com/mail/…` and its other names. */
const hosts = /^https:\/\/outlook\.(?:office\.com|office365\.com|cloud\.microsoft|live\.com)\//;

/**
 * Mail in Outlook on the web. Built from documented shapes: nobody could say which way a message takes to the page, so the
 * page alone gives a record, and whatever the wire brings makes it exact.
 */
export const outlook: PageAdapter<OutlookWire> = {
  site: 'outlook',
  tap: tapOptions,

  detect: ({ location }) => hosts.test(location.href) && whereIs(location.href).mail,

  ownAccount: ({ document, location }) => readOwnAccount(document, location.href),

  openWire: openOutlookWire,

  look: lookAtPage,

  name: nameMessages,

  capture(page, wire, seen) {
    const kept = wire.find(seen.ids);
    if (kept) return fromWire(page, kept, wire.accountOf(kept.message, page), { ...seen, open: true });
    // An invitation's card shows neither sender nor day: without the wire nobody can say when it came.
    if (bodiesIn(seen.element).length === 0) return { ok: false, later: true };
    const message = readPageMessage(page, seen);
    return message.ok ? fromPage(page, seen, message) : message;
  },

  captureUnseen(page, wire, ids) {
    const kept = wire.find(ids);
    return kept ? fromWire(page, kept, wire.accountOf(kept.message, page)) : null;
  },

  shape: shapeOfPage,
  censor: censorExchange,

  markPlace: (_page, { element }) => senderOf(element),

  watch: watchOutlook,
};
