import type { TapOptions } from '@/utils/capture/tap/tap-event';

/** `https://mail.google.com/sync/u/0/i/s?hl=en&c=12&rt=r&pt=ji`; without `/u/0` for a delegated mailbox. 2026-09 */
export const tapOptions: TapOptions = {
  endpoints: /\/sync(?:\/u\/\d+)?\/i\/(s|fd|bv)$/,
  globalCall: '_GM_setData',
};
