import { Site, ThreadHead } from '@/utils/model/captured';
import { list, text, z } from '@/utils/model/zod';

/** A thread that a mailbox's list showed, with what a proposal of its newest message needs. No content but the subject. */
export const ListedThread = z.object({
  site: Site,
  account: z.nullable(text(320)),
  /** Where it opens in the mailbox. */
  url: text(2000),
  head: ThreadHead,
});
export type ListedThread = z.infer<typeof ListedThread>;

/** `storage.session` keeps them under `listed-threads` until the rep has reviewed them once: in memory only. */
export const ListedThreads = list(ListedThread, 300);
