import type { Context } from '@/utils/actions/context';
import { contactCreated } from '@/utils/actions/create-contact';
import { readBackFirst } from '@/utils/actions/read-back-first';
import type { Logged } from '@/utils/crm/connector';
import type { OutboxEntry } from '@/utils/model/outbox';

/** What the CRM has done is known here at once; the next refresh brings what the CRM added. */
export async function jobDone(context: Context, entry: OutboxEntry, logged: Logged): Promise<void> {
  const { db, now } = context;
  const { job, crmAccount: crm } = entry;
  if (job.op === 'create-contact') return contactCreated(context, entry, logged);
  if (job.op === 'log-activity') return readBackFirst(context, entry, logged.remoteId);
  if (job.op === 'remove-task') await db.tasks.delete([crm, job.taskId]);
  if (job.op === 'create-task') {
    const { title, dueDate, contactIds } = job.draft;
    await db.transaction('rw', db.tasks, async () => {
      if (await db.tasks.get([crm, logged.remoteId])) return;
      await db.tasks.put({
        crm,
        id: logged.remoteId,
        title,
        ...(dueDate === undefined ? {} : { dueDate }),
        done: false,
        contactIds,
        updatedAt: now(),
      });
    });
  }
}
