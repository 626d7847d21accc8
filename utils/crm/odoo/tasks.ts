import type { Changes } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { packIds, unpackIds } from '@/utils/crm/id-set';
import { Anything, Ids, MailActivities } from '@/utils/crm/odoo/answers';
import { fromStamp, idOf, textOf } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';
import type { Task } from '@/utils/model/contact';
import type { z } from '@/utils/model/zod';

/** A rep has tens of open activities; more than this are not read. */
const MOST = 2000;

/**
 * The user's own open activities. There are few, so all are read each time; the cursor remembers which they were, and
 * those that are no longer among them are gone: done, deleted or given to somebody else.
 */
export async function taskChanges(wire: Wire, cursor: string | null): Promise<Changes<Task>> {
  const rows = await wire.call({
    purpose: 'sync',
    model: 'mail.activity',
    method: 'search_read',
    args: {
      domain: [['user_id', '=', wire.uid]],
      fields: [
        'summary',
        'date_deadline',
        'res_model',
        'res_id',
        'res_name',
        'activity_type_id',
        'write_date',
      ],
      order: 'id',
      limit: MOST,
    },
    answer: MailActivities,
  });
  const open = new Set(rows.map((row) => row.id));
  const before = unpackIds(cursor ?? '') ?? [];
  return {
    items: rows.map(toTask),
    gone: [...before].filter((id) => !open.has(id)).map(String),
    cursor: packIds(open),
    complete: true,
  };
}

function toTask(row: z.infer<typeof MailActivities>[number]): Task {
  const type = row.activity_type_id ? row.activity_type_id[1] : '';
  const about = textOf(row.res_name);
  const title = textOf(row.summary) || [type, about].filter((part) => part !== '').join(': ');
  return {
    id: String(row.id),
    title: title.slice(0, 500),
    ...(row.date_deadline && /^\d{4}-\d{2}-\d{2}$/.test(row.date_deadline)
      ? { dueDate: row.date_deadline }
      : {}),
    done: false,
    contactIds: row.res_model === 'res.partner' && row.res_id ? [String(row.res_id)] : [],
    updatedAt: fromStamp(row.write_date),
  };
}

/**
 * Marks an activity as done, as its own button does. What is done or gone already is fine: it is looked for first,
 * because some kinds are kept when done and a second "done" would leave a second line in the contact's log.
 */
export async function completeTask(wire: Wire, taskId: string): Promise<void> {
  const id = idOf(taskId);
  if (id === undefined) return;
  const ask = { purpose: 'task', model: 'mail.activity' } as const;
  const open = await wire.call({
    ...ask,
    method: 'search',
    args: { domain: [['id', '=', id]] },
    answer: Ids,
  });
  if (open.length === 0) return;
  try {
    await wire.call({ ...ask, method: 'action_feedback', ids: [id], answer: Anything });
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
  }
}

/** Moves an open activity to this day. Odoo tells an activity's user only of one that somebody else gives them. */
export async function rescheduleTask(wire: Wire, taskId: string, dueDate: string): Promise<void> {
  const id = idOf(taskId) ?? fail({ kind: 'gone' });
  const ask = { purpose: 'task', model: 'mail.activity' } as const;
  const open = await wire.call({
    ...ask,
    method: 'search',
    args: { domain: [['id', '=', id]] },
    answer: Ids,
  });
  if (open.length === 0) return fail({ kind: 'gone' });
  await wire.call({
    ...ask,
    method: 'write',
    ids: [id],
    args: { vals: { date_deadline: dueDate } },
    fields: ['date_deadline'],
    answer: Anything,
  });
}
