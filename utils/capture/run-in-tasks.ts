/** After so many milliseconds the rest of the work moves to the next task. */
const SLICE = 1;

/**
 * Runs a generator to its end, each slice in a task of its own: the mail page must never wait for us.
 * Rejects when the signal ends it.
 */
export async function runInTasks<T>(work: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    await nextTask(signal);
    const end = performance.now() + SLICE;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
  }
}

/** Resolves in a later task, after the browser had the chance to paint and handle input. */
export function nextTask(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => (signal.aborted ? reject(new DOMException('ended', 'AbortError')) : resolve());
    // Older engines and tests have no scheduler; hidden tabs slow setTimeout down, which does no harm there.
    const scheduler: unknown = Reflect.get(globalThis, 'scheduler');
    const postTask: unknown =
      typeof scheduler === 'object' && scheduler ? Reflect.get(scheduler, 'postTask') : null;
    if (typeof postTask === 'function')
      Reflect.apply(postTask, scheduler, [done, { priority: 'user-visible' }]);
    else setTimeout(done, 0);
  });
}

/** A page that is never idle (or never paints, being hidden) is not waited for longer than this. Milliseconds. */
const NOT_IDLE = 250;

/**
 * Resolves in a task of its own after the next frame, when the page has laid itself out anyway. Not in an animation
 * frame's callback: that runs before the layout and in the same task.
 */
export async function afterPaint(signal: AbortSignal): Promise<void> {
  const request: unknown = Reflect.get(globalThis, 'requestIdleCallback');
  if (typeof request !== 'function') return nextTask(signal);
  await new Promise<void>((resolve) => {
    Reflect.apply(request, globalThis, [() => resolve(), { timeout: NOT_IDLE }]);
  });
  signal.throwIfAborted();
}

/** Resolves after so many milliseconds; rejects when the signal ends it. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = () => {
      clearTimeout(timer);
      reject(new DOMException('ended', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', ended);
      resolve();
    }, milliseconds);
    if (signal.aborted) ended();
    else signal.addEventListener('abort', ended, { once: true });
  });
}
