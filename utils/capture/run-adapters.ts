import type { TapEvents } from '@/utils/capture/connect-tap';
import type { PageAdapter } from '@/utils/capture/page-adapter';
import { type RunOptions, runAdapter } from '@/utils/capture/run-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';

/** So often a page that moves within itself is asked for its address. Milliseconds. */
const ASK_EVERY = 1000;
/** What was heard so shortly before an adapter's page came up is the adapter's too. Milliseconds. */
const JUST_NOW = 10_000;
const MAX_KEPT = 40;
const MAX_KEPT_LENGTH = 3_000_000;

/**
 * Runs several adapters on a page that is several sites in one document and moves between them without loading: mail and
 * calendar. Each begins when the page is its own for the first time, and from then on says itself that nothing of its is
 * open elsewhere. All hear the one tap.
 */
export function runAdapters(adapters: readonly PageAdapter[], options: RunOptions): void {
  const { document, location, signal } = options;
  const share = shareTap(options.tapEvents, signal);
  const waiting = new Set(adapters);
  const page = {
    document,
    location,
    isVisible: () => true,
    account: null,
    own: new Set<string>(),
    now: () => Date.now(),
  };
  const ask = () => {
    for (const adapter of waiting) {
      if (!adapter.detect(page)) continue;
      waiting.delete(adapter);
      runAdapter(adapter, { ...options, tapEvents: share.events });
    }
    share.forgetOld();
    if (waiting.size > 0) return;
    clearInterval(timer);
    share.keepNothing();
  };
  const timer = setInterval(ask, ASK_EVERY);
  signal.addEventListener('abort', () => clearInterval(timer));
  // A page of the same document that is no adapter's (people, tasks) is not a tab that lost its script.
  options.onMessage((message) => (message.type === 'ping' ? { ok: true } : undefined), signal);
  ask();
}

interface SharedTap {
  events: TapEvents;
  forgetOld(): void;
  /** Everybody listens: nothing needs to be kept for somebody who comes later. */
  keepNothing(): void;
}

/** One tap for several listeners, and for one that begins a moment later. */
function shareTap(tapEvents: TapEvents, signal: AbortSignal): SharedTap {
  const listeners = new Set<(event: TapEvent) => void>();
  let kept: { event: TapEvent; at: number }[] = [];
  let keeps = true;

  const forgetOld = () => {
    const now = Date.now();
    kept = kept.filter(({ at }) => now - at < JUST_NOW).slice(-MAX_KEPT);
  };
  const keep = (event: TapEvent) => {
    kept.push({ event, at: Date.now() });
    forgetOld();
    let length = 0;
    for (let i = kept.length - 1; i >= 0; i -= 1) {
      length += kept[i]?.event.response.length ?? 0;
      if (length > MAX_KEPT_LENGTH) kept = kept.slice(i + 1);
      if (length > MAX_KEPT_LENGTH) break;
    }
  };
  tapEvents((event) => {
    if (keeps) keep(event);
    for (const listener of listeners) listener(event);
  }, signal);

  return {
    events(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener));
      forgetOld();
      for (const { event } of [...kept]) listener(event);
    },
    forgetOld,
    keepNothing() {
      keeps = false;
      kept = [];
    },
  };
}
