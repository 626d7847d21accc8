import type { Intent, IntentAnswer } from '@/utils/model/messages';
import { IntentAnswer as IntentAnswerSchema } from '@/utils/model/messages';
import { browser } from '@/utils/platform/browser';

/** How often a message to a worker that does not answer is tried again, and after how many milliseconds. */
const pauses = [50, 200, 600];

/**
 * Sends an intent to the worker and waits until it is stored.
 * A worker that is just stopping or starting loses messages: those are sent again (the worker treats an intent it
 * already carried out as done). Rejects with `WorkerUnreachable` after the last try; nothing was stored then.
 */
export async function send(intent: Intent): Promise<IntentAnswer> {
  let last: unknown;
  for (const pause of [0, ...pauses]) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      const parsed = IntentAnswerSchema.safeParse(await browser.runtime.sendMessage(intent));
      if (parsed.success) return parsed.data;
      last = new Error('no answer');
    } catch (error) {
      last = error;
    }
  }
  throw new WorkerUnreachable(last);
}

export class WorkerUnreachable extends Error {
  constructor(cause: unknown) {
    super('The background worker did not answer', { cause });
    this.name = 'WorkerUnreachable';
  }
}
