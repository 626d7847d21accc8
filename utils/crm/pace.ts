/** What a vendor takes: at most `most` requests within `perMs` milliseconds; of those alone whose path has `path` in it. */
export interface Limit {
  most: number;
  perMs: number;
  path?: string;
}

export interface PaceParts {
  limits: readonly Limit[];
  /** Milliseconds since 1970. */
  now(): number;
  wait(ms: number): Promise<void>;
}

/**
 * Lets requests go no faster than the limits allow, so that nothing is ever told to slow down: the answer resolves when
 * a request to this path may leave, which then counts. One count for one session; a fresh worker begins at zero, which
 * is why connectors name a little less than the vendor takes.
 */
export function makePace({ limits, now, wait }: PaceParts): (path: string) => Promise<void> {
  const counted = limits.map((limit): Limit & { sent: number[] } => ({ ...limit, sent: [] }));
  return async (path) => {
    const mine = counted.filter((limit) => limit.path === undefined || path.includes(limit.path));
    for (;;) {
      const at = now();
      let pause = 0;
      for (const limit of mine) {
        // A clock that was set back must not make anybody wait for the time that it lost.
        limit.sent = limit.sent.filter((sent) => sent <= at && sent > at - limit.perMs);
        const first = limit.sent[limit.sent.length - limit.most];
        if (first !== undefined) pause = Math.max(pause, first + limit.perMs - at);
      }
      if (pause <= 0) {
        for (const limit of mine) limit.sent.push(at);
        return;
      }
      await wait(pause);
    }
  };
}
