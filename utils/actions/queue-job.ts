import type { Context } from '@/utils/actions/context';
import type { CrmAccountId } from '@/utils/model/contact';
import type { Job } from '@/utils/model/outbox';
import { addEntry } from '@/utils/store/outbox';

/** Puts a job into the outbox that may be sent at once, or from `notBefore` on, inside the caller's transaction. Gives the entry's id. */
export async function queueJob(
  context: Context,
  crmAccount: CrmAccountId,
  key: string,
  job: Job,
  notBefore?: number,
): Promise<string> {
  const id = context.newId();
  const now = context.now();
  await addEntry(context.db, {
    id,
    key,
    aliases: [],
    crmAccount,
    job,
    createdAt: now,
    attempts: 0,
    status: { state: 'queued', notBefore: notBefore ?? now },
  });
  return id;
}
