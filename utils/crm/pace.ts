/** What a vendor takes: at most `most` requests within `perMs` milliseconds; of those alone whose path has `path` in it. */
export interface Limit {
  most: number;
  perMs: number;
  path?: string;
  /**
   * The vendor's answers say what it takes of this very account, which goes before `most`: `x-ratelimit-limit` a window,
   * `x-ratelimit-remaining` of it, and in how many seconds it is whole again, `x-ratelimit-reset`.
   */
  said?: true;
}

export interface PaceParts {
  limits: readonly Limit[];
  /** Milliseconds since 1970. */
  now(): number;
  wait(ms: number): Promise<void>;
}

export interface Pace {
  /** Resolves when a request to this path may leave, which then counts. */
  mayLeave(path: string): Promise<void>;
  /** Takes in what the headers of an answer to a request to this path say. */
  heard(path: string, headers: Headers): void;
}

/** Of what a vendor says that it takes, so much is used: others may ask with the same key. */
const USED = 0.9;

/**
 * Lets requests go no faster than the limits allow, so that nothing is ever told to slow down. One count for one session;
 * a fresh worker begins at zero, which is why connectors name a little less than the vendor takes.
 */
export function makePace({ limits, now, wait }: PaceParts): Pace {
  const counted = limits.map((limit): Limit & { sent: number[]; until: number } => ({
    ...limit,
    sent: [],
    until: 0,
  }));
  const limitsOf = (path: string) =>
    counted.filter((limit) => limit.path === undefined || path.includes(limit.path));
  return {
    async mayLeave(path) {
      const mine = limitsOf(path);
      for (;;) {
        const at = now();
        let pause = 0;
        for (const limit of mine) {
          // A clock that was set back must not make anybody wait for the time that it lost.
          limit.sent = limit.sent.filter((sent) => sent <= at && sent > at - limit.perMs);
          if (limit.until <= at + limit.perMs) pause = Math.max(pause, limit.until - at);
          const first = limit.sent[limit.sent.length - limit.most];
          if (first !== undefined) pause = Math.max(pause, first + limit.perMs - at);
        }
        if (pause <= 0) {
          for (const limit of mine) limit.sent.push(at);
          return;
        }
        await wait(pause);
      }
    },
    heard(path, headers) {
      const told = limitsOf(path).filter(({ said }) => said);
      // A path with a limit of its own is told of that one.
      const limit = told.find((each) => each.path !== undefined) ?? told[0];
      if (!limit) return;
      const whole = (name: string): number | undefined => {
        const text = headers.get(`x-ratelimit-${name}`) ?? '';
        return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
      };
      const most = whole('limit');
      if (most) limit.most = Math.max(1, Math.floor(most * USED));
      // No window is longer than it is, whatever the header counts in.
      const resetMs = Math.min((whole('reset') ?? Number.POSITIVE_INFINITY) * 1000, limit.perMs);
      if (whole('remaining') === 0) limit.until = now() + resetMs;
    },
  };
}
