import { z } from '@/utils/model/zod';
import { findThread, type Mailbox, type PracticeMail, type PracticeThread } from '@/utils/practice/mailbox';
import { fullThreads, mutationAnswer, threadList } from '@/utils/practice/wire';
import type { Answer } from '@/utils/practice/xhr-double';

/** The part of a `/i/fd` request that is read: `[[[threadId, 1]…], 2]`. */
const FetchRequest = z.tuple([z.array(z.tuple([z.string()], z.unknown()))], z.unknown());
/** The part of a `/i/s` request that is read: the operations' numbers and threads. */
const MutationRequest = z.tuple(
  [
    z.unknown(),
    z.tuple([z.array(z.tuple([z.number(), z.tuple([z.string()], z.unknown())], z.unknown()))], z.unknown()),
  ],
  z.unknown(),
);

/** Answers what the practice page asks, from the mailbox as it is at that moment. */
export function createServer(mailbox: Mailbox): Answer {
  return (url, body) => {
    const endpoint = /\/sync(?:\/u\/\d+)?\/i\/(s|fd|bv)\b/.exec(url)?.[1];
    const request = parse(body);
    if (endpoint === 'bv') return JSON.stringify(threadList(mailbox.threads));
    if (endpoint === 'fd') {
      const asked = FetchRequest.safeParse(request);
      if (!asked.success) return null;
      const ids = asked.data[0].map(([id]) => id);
      return JSON.stringify(fullThreads(mailbox, threadsOf(mailbox, ids)));
    }
    if (endpoint === 's') {
      const asked = MutationRequest.safeParse(request);
      if (!asked.success) return null;
      const operations = asked.data[1][0];
      const ids = [...new Set(operations.map(([, [id]]) => id))];
      return JSON.stringify(
        mutationAnswer(
          operations.map(([sequence]) => sequence),
          threadsOf(mailbox, ids),
        ),
      );
    }
    return null;
  };
}

/**
 * Puts a message that is being written into its thread, as the server knows it: a new Message-ID and legacy id at
 * every save, the same `msg-a` id throughout.
 */
export function storeOnServer(thread: PracticeThread, mail: PracticeMail): void {
  thread.mails = [...thread.mails.filter((other) => other.id !== mail.id), mail];
}

function threadsOf(mailbox: Mailbox, ids: readonly string[]): PracticeThread[] {
  return ids.flatMap((id) => findThread(mailbox, id) ?? []);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
