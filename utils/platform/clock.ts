/** The time, and waiting for it. Handed to whoever needs it, so that tests turn their own hands. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** The browser's time zone (IANA), e.g. `Europe/Berlin`. */
  timeZone(): string;
  /** Calls `run` once after `ms` milliseconds; the answer takes it back. */
  after(ms: number, run: () => void): () => void;
  /** Calls `run` every `ms` milliseconds until the answer is called. */
  every(ms: number, run: () => void): () => void;
}

export const clock: Clock = {
  now: () => Date.now(),
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  every(ms, run) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};
