/**
 * Runs one at a time of this name, across all contexts of the extension where the browser has locks (both have); else
 * within this one. A context that dies lets go of its lock.
 */
export function oneAtATime<T>(name: string, run: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (locks) return locks.request(name, run);
  const before = last.get(name) ?? Promise.resolve();
  const next = before.then(run, run);
  last.set(
    name,
    next.catch(() => undefined),
  );
  return next;
}

const last = new Map<string, Promise<unknown>>();
