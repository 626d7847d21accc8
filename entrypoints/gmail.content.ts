import { defineContentScript } from 'wxt/utils/define-content-script';
import { connectTap } from '@/utils/capture/connect-tap';
import { gmail } from '@/utils/capture/gmail/gmail';
import { readToPage } from '@/utils/capture/read-to-page';
import { runAdapter } from '@/utils/capture/run-adapter';
import { browser } from '@/utils/platform/browser';
import { createTell, isOrphan } from '@/utils/platform/tell';

/** In Gmail, in our own world: joins what the tap hears with what the page shows, and tells the worker. */
export default defineContentScript({
  matches: ['https://mail.google.com/*'],
  runAt: 'document_start',
  registration: 'runtime',
  // Registered in the isolated world (utils/platform). To WXT we say MAIN: its wrapper for the isolated world posts a
  // window message that every script of the page can read, and ends when the page sends it one back.
  world: 'MAIN',
  main() {
    const life = new AbortController();
    const { signal } = life;
    runAdapter(gmail, {
      document,
      location,
      tell: createTell(() => life.abort()),
      tapEvents: connectTap(document, signal),
      onMessage: listen,
      signal,
    });
  },
});

type Listen = Parameters<typeof runAdapter>[1]['onMessage'];

const listen: Listen = (listener, signal) => {
  const heard = (message: unknown) => {
    const known = readToPage(message);
    return known ? Promise.resolve(listener(known)) : undefined;
  };
  browser.runtime.onMessage.addListener(heard);
  signal.addEventListener('abort', () => {
    // An orphan has no `runtime` any more, and nothing to be removed from.
    if (!isOrphan()) browser.runtime.onMessage.removeListener(heard);
  });
};
