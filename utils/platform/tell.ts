import type { PageMessage } from '@/utils/model/messages';
import { askWorker, isOrphan } from '@/utils/platform/page-runtime';

/** Milliseconds before a message that nobody answered is sent again: the worker may be stopping or starting. */
const pauses = [60, 250, 800, 2500];

export type Tell = (message: PageMessage) => Promise<unknown>;

export class NotTold extends Error {
  constructor(cause: unknown) {
    super('The background worker did not answer', { cause });
    this.name = 'NotTold';
  }
}

/**
 * Sends what a page showed to the worker; resolves with its answer once that is stored, rejects with `NotTold` after
 * the last try. A content script whose extension was updated or removed is an orphan: then `onOrphaned` is called,
 * once, and nothing is sent any more.
 */
export function createTell(onOrphaned: () => void): Tell {
  let orphaned = false;
  return async (message) => {
    let last: unknown;
    for (const pause of [0, ...pauses]) {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      if (!orphaned && isOrphan()) {
        orphaned = true;
        onOrphaned();
      }
      if (orphaned) throw new NotTold('orphaned');
      try {
        const answer: unknown = await askWorker(message);
        if (answer !== undefined && answer !== null) return answer;
        last = 'no answer';
      } catch (error) {
        last = error;
      }
    }
    throw new NotTold(last);
  };
}
