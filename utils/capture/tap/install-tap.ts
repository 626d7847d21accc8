import { CALL, HANDSHAKE, type TapEvent, type TapOptions } from '@/utils/capture/tap/tap-event';
import { watchFetch } from '@/utils/capture/tap/watch-fetch';
import { watchGlobalCall } from '@/utils/capture/tap/watch-global-call';
import { watchPorts } from '@/utils/capture/tap/watch-ports';
import { watchRequests } from '@/utils/capture/tap/watch-requests';

/** 5 MB: a response that is larger is reported as such and not read. */
const MAX_LENGTH = 5_000_000;
/**
 * An isolated script that is gone answers no event: after so many, and so many milliseconds after its last "got", we let
 * go of the page. One that is merely behind (a hundred answers came at once) is waited for.
 */
const MAX_UNANSWERED = 120;
const GONE_AFTER = 30_000;

/** The window of the page whose requests are watched. */
export type PageWindow = Window & typeof globalThis;

/**
 * Listens to the page's requests from within its own world. The page's calls run first and unchanged; nothing here
 * can throw into the page; what was seen is read and handed over in a later task, after the page's own handlers.
 * Ends by itself when the other side says so, or answers no more. Returns a function that ends it at once.
 */
export function installTap(page: PageWindow, options: TapOptions): () => void {
  // Taken now, before any script of the page can replace them.
  const later = page.setTimeout.bind(page);
  const { port1, port2 } = new page.MessageChannel();
  const post = port1.postMessage.bind(port1);
  let unanswered = 0;
  let unansweredSince = 0;
  let running = true;
  const undo: (() => void)[] = [];

  const stop = () => {
    if (!running) return;
    running = false;
    for (const each of undo) quietly(each);
    quietly(() => port1.close());
  };
  const tap: Tap = {
    maxLength: options.maxLength ?? MAX_LENGTH,
    running: () => running,
    later: (job, wait = 0) => {
      later(() => quietly(job), wait);
    },
    hand: (event) => {
      const now = Date.now();
      if (unanswered === 0) unansweredSince = now;
      unanswered += 1;
      if (unanswered > MAX_UNANSWERED && now - unansweredSince > GONE_AFTER) stop();
      else post(event);
    },
  };

  quietly(() => {
    // A synchronous event carries the port past the page: `window.postMessage` would show it to any inline script.
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === 'stop') stop();
      else unanswered = 0;
    };
    let order = 0;
    const nextOrder = () => {
      order += 1;
      return order;
    };
    const endpointOf = (url: unknown): string => {
      const text = typeof url === 'string' ? url : url instanceof page.URL ? url.href : '';
      const path = text.slice(0, 2000).split(options.query ? '#' : /[?#]/, 1)[0] ?? '';
      return options.endpoints.exec(path)?.[1] ?? '';
    };
    const { requestHeader, portMarks } = options;
    undo.push(watchRequests(page, endpointOf, tap, nextOrder, requestHeader));
    if (options.fetch) undo.push(watchFetch(page, endpointOf, tap, nextOrder, requestHeader));
    if (portMarks) undo.push(watchPorts(page, portMarks, tap, nextOrder));
    if (options.globalCall) undo.push(watchGlobalCall(page, options.globalCall, tap));
    const offer = () =>
      !page.document.dispatchEvent(new page.MessageEvent(HANDSHAKE, { ports: [port2], cancelable: true }));
    if (offer()) return;
    // Nobody there yet. Browsers keep the order of registration, but who is first is not promised: the other side
    // calls when it starts. Both start in one task, before any script of the page, and after it nobody is heard.
    let met = false;
    const answer = () => {
      met = offer();
    };
    page.document.addEventListener(CALL, answer, { once: true });
    later(() => {
      page.document.removeEventListener(CALL, answer);
      if (!met) stop();
    }, 0);
  });
  return stop;
}

/** What the watchers need of the tap. */
export interface Tap {
  maxLength: number;
  running(): boolean;
  /** Runs a job in a later task, `wait` milliseconds from now at the earliest; what it throws is dropped. */
  later(job: () => void, wait?: number): void;
  hand(event: TapEvent): void;
}

/** Runs ours; whatever goes wrong in it must not reach the page. */
export function quietly(job: () => void): void {
  try {
    job();
  } catch {
    // Deliberately nothing: a throw here would stop the mail page (seen in the field 2024-03).
  }
}
