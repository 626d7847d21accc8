import { fromPage, fromWire } from '@/utils/capture/gmail/join';
import { readOwnAccount } from '@/utils/capture/gmail/own-account';
import { lookAtPage, shapeOfPage } from '@/utils/capture/gmail/page';
import { readPageMessage, senderOf } from '@/utils/capture/gmail/page-message';
import { tapOptions } from '@/utils/capture/gmail/tap-options';
import { watchGmail } from '@/utils/capture/gmail/watch';
import { type GmailWire, openGmailWire } from '@/utils/capture/gmail/wire';
import type { PageAdapter } from '@/utils/capture/page-adapter';

/** Gmail on the web, and our practice mailbox, which has its shape. */
export const gmail: PageAdapter<GmailWire> = {
  site: 'gmail',
  tap: tapOptions,

  detect: ({ location }) =>
    location.href.startsWith('https://mail.google.com/') ||
    /^[a-z]+-extension:\/\/[^/]+\/practice\.html/.test(location.href),

  ownAccount: ({ document }) => readOwnAccount(document),

  openWire: openGmailWire,

  look: lookAtPage,

  capture(page, wire, seen) {
    const kept = wire.find(seen.ids);
    if (kept) return fromWire(page, kept, seen);
    const message = readPageMessage(seen);
    return message.ok ? fromPage(page, message) : message;
  },

  captureUnseen(page, wire, ids) {
    const kept = wire.find(ids);
    return kept ? fromWire(page, kept) : null;
  },

  shape: shapeOfPage,

  markPlace: (_page, { element }) => senderOf(element),

  watch: watchGmail,
};
