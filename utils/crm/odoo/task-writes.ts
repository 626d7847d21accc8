import type { Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { firstStays, type Standing, settleOne } from '@/utils/crm/first-stays';
import { escapeHtml } from '@/utils/crm/html';
import { Anything, Ids, Made, Reference } from '@/utils/crm/odoo/answers';
import type { OdooTask } from '@/utils/crm/odoo/describe';
import { idOf, linkedId } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';

/*
 * A next step is a `mail.activity` on the contact, for the user themselves: Odoo tells an activity's user of it unless
 * that is who creates it, and nobody else. It makes the user a follower of the contact, as its own button does.
 * Read in the sources of 17.0 and 19.0 (mail/models/mail_activity.py, `create`, `default_get`).
 */

const model = 'mail.activity';
/** Done activities are kept as archived ones since Odoo 17, where their type says so: what was done is not made again. */
const withDone = { active_test: false };

/** The activity that was created under this key, done or not. */
export async function findTask(wire: Wire, key: string): Promise<string | null> {
  return (await marked(wire, key))[0]?.remoteId ?? null;
}

/** The same, for one that may have been created without an answer: of several the first stays. */
export async function readBackTask(wire: Wire, key: string): Promise<Logged | null> {
  return firstStays(await marked(wire, key), (id) => removeTask(wire, id));
}

/**
 * Creates it, then reads back: Odoo has no unique key, so of two that were created at the same time the later (the
 * higher id) removes itself. Odoo wants a due date of every activity: without one it is today, as in its own form.
 */
export async function createTask(
  wire: Wire,
  todoType: number | undefined,
  draft: OdooTask,
  key: string,
): Promise<Logged> {
  const target = draft.contactIds.map(idOf).find((id) => id !== undefined) ?? idOf(draft.companyId);
  if (target === undefined) return fail({ kind: 'refused', reason: 'no-contact', field: 'contactIds' });
  const values = {
    res_id: target,
    summary: draft.title,
    note: `${draft.note ? `<p>${escapeHtml(draft.note)}</p>` : ''}<p><small>${markerOf(key)}</small></p>`,
    user_id: wire.uid,
    ...(draft.dueDate === undefined ? {} : { date_deadline: draft.dueDate }),
    ...(todoType === undefined ? {} : { activity_type_id: todoType }),
    // The type that the rep chose goes before the usual one.
    ...draft.own,
  };
  const [id] = await wire.call({
    purpose: 'task',
    model,
    method: 'create',
    args: { vals_list: [values] },
    // `res_model_id` is a number of `ir.model`, which not every user may read: Odoo itself finds it by this name.
    context: { default_res_model: 'res.partner' },
    fields: Object.keys(values),
    answer: Ids,
  });
  if (id === undefined) return fail({ kind: 'not-understood', step: `${model} create` });
  return settleOne(String(id), await marked(wire, key), (taskId) => removeTask(wire, taskId));
}

/** Removes an activity without a trace in the contact's log. What is gone already is fine. */
export async function removeTask(wire: Wire, taskId: string): Promise<void> {
  const id = idOf(taskId);
  if (id === undefined) return;
  const there = await wire.call({
    purpose: 'find',
    model,
    method: 'search',
    args: { domain: [['id', '=', id]] },
    context: withDone,
    answer: Ids,
  });
  if (there.length === 0) return;
  try {
    await wire.call({ purpose: 'remove', model, method: 'unlink', ids: [id], answer: Anything });
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
  }
}

/** The type To-Do. Undefined where somebody deleted it: then Odoo's own default is taken. */
export async function findTodoType(wire: Wire): Promise<number | undefined> {
  try {
    const [kind, id] = await wire.call({
      purpose: 'task',
      model: 'ir.model.data',
      method: 'check_object_reference',
      args: { module: 'mail', xml_id: 'mail_activity_data_todo' },
      answer: Reference,
    });
    return kind === 'mail.activity.type' ? id : undefined;
  } catch (error) {
    if (error instanceof CrmFault && ['not-understood', 'refused', 'gone'].includes(error.fault.kind))
      return undefined;
    throw error;
  }
}

function markerOf(key: string): string {
  return `sidelog-${key}`;
}

/** The activities that bear this key, the oldest (the lowest id) first. */
async function marked(wire: Wire, key: string): Promise<Standing[]> {
  const rows = await wire.call({
    purpose: 'find',
    model,
    method: 'search_read',
    args: {
      domain: [
        ['res_model', '=', 'res.partner'],
        ['note', 'ilike', markerOf(key)],
      ],
      fields: ['create_uid'],
      order: 'id',
    },
    fields: ['note'],
    context: withDone,
    answer: Made,
  });
  return rows.map(({ id, create_uid }) => ({
    remoteId: String(id),
    own: linkedId(create_uid) === wire.uid,
  }));
}
