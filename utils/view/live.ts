import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';

/** What a page knows of something in the store. `broken`: the browser did not give it. */
export type Live<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'broken' };

/**
 * The result of a query, kept up to date across windows and worker until `abort`. After an error the last value is
 * no longer shown as true: the state is `broken`, and the query is tried again after a pause.
 */
export function watch<T>(query: () => Promise<T> | T, abort: AbortSignal): ReadonlySignal<Live<T>> {
  const live = signal<Live<T>>({ state: 'loading' });
  let pause = 1000;
  const start = () => {
    if (abort.aborted) return;
    const subscription = liveQuery(query).subscribe({
      next: (value) => {
        pause = 1000;
        live.value = { state: 'ready', value };
      },
      error: () => {
        live.value = { state: 'broken' };
        setTimeout(start, pause);
        pause = Math.min(pause * 2, 30_000);
      },
    });
    abort.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
  };
  start();
  return live;
}

/** The same of a query that `from` gives; begins anew when what `from` reads changes, and shows the last answer until then. */
export function watchWith<T>(
  abort: AbortSignal,
  from: () => (() => Promise<T>) | null,
): ReadonlySignal<Live<T>> {
  const source = signal<ReadonlySignal<Live<T>> | null>(null);
  const last = signal<Live<T>>({ state: 'loading' });
  let running: AbortController | null = null;
  effect(() => {
    const query = from();
    running?.abort();
    running = new AbortController();
    abort.addEventListener('abort', () => running?.abort(), { once: true, signal: running.signal });
    source.value = query ? watch(query, running.signal) : null;
  });
  // What was shown stays until the next answer is there: no flash between two threads.
  effect(() => {
    const live = source.value?.value;
    if (live && live.state !== 'loading') last.value = live;
  });
  return last;
}

/** The value, or `fallback` while there is none. */
export function orElse<T>(live: Live<T>, fallback: T): T {
  return live.state === 'ready' ? live.value : fallback;
}

/** The time, told again every `every` milliseconds while the page can be seen. */
export function watchClock(every: number, abort: AbortSignal): ReadonlySignal<number> {
  const now = signal(Date.now());
  const tell = () => {
    if (document.visibilityState === 'visible') now.value = Date.now();
  };
  const timer = setInterval(tell, every);
  document.addEventListener('visibilitychange', tell, { signal: abort });
  abort.addEventListener('abort', () => clearInterval(timer));
  return now;
}
