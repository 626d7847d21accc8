import type { CrmConnector, CrmSession } from '@/utils/crm/connector';
import { crmAccountId } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import type { Http } from '@/utils/crm/http';
import { odooOrigin, odooPattern } from '@/utils/crm/odoo/address';
import { Users } from '@/utils/crm/odoo/answers';
import { findLogged } from '@/utils/crm/odoo/find-messages';
import { batch, findNoteSubtype, logMails, removeMessage } from '@/utils/crm/odoo/messages';
import { partnerChanges } from '@/utils/crm/odoo/partner-changes';
import { updateContact } from '@/utils/crm/odoo/partner-update';
import { createContact, toCompany, toContact } from '@/utils/crm/odoo/partners';
import { createTask, findTask, findTodoType, removeTask } from '@/utils/crm/odoo/task-writes';
import { completeTask, taskChanges } from '@/utils/crm/odoo/tasks';
import { addressesIn } from '@/utils/crm/odoo/values';
import { openWire, type Wire } from '@/utils/crm/odoo/wire';

export const odoo: CrmConnector = {
  id: 'odoo',
  name: 'Odoo',
  fields: [
    { name: 'url', kind: 'url', required: true, example: 'https://acme.odoo.com' },
    { name: 'database', kind: 'text', required: false, example: 'acme' },
    { name: 'login', kind: 'email', required: true, example: 'anna@acme.example' },
    { name: 'key', kind: 'secret', required: true },
  ],
  origins: (settings) => [odooPattern(settings.url ?? '')],
  duplicates: 'create-then-read-back',
  confirmedLive: true,
  connect: connectOdoo,
};

function connectOdoo(settings: Record<string, string>, http: Http): CrmSession {
  const origin = odooOrigin(settings.url ?? '');
  const credentials = {
    origin,
    database: settings.database ?? '',
    login: (settings.login ?? '').trim(),
    key: (settings.key ?? '').trim(),
  };
  const wire = keep(() => openWire(credentials, http));
  const user = keep(async () => userOf(await wire()));
  const todoType = keep(async () => findTodoType(await wire()));
  const noteSubtype = keep(async () => findNoteSubtype(await wire()));

  return {
    whoAmI: async () => {
      const { database } = await wire();
      const { name, address } = await user();
      return {
        account: crmAccountId('odoo', new URL(origin).host, database),
        userName: name,
        ...(address ? { address } : {}),
      };
    },
    contacts: {
      changedSince: async (cursor) => partnerChanges(await wire(), 'person', cursor, toContact),
      create: async (draft) => createContact(await wire(), draft),
      update: async (change) => updateContact(await wire(), change),
    },
    companies: {
      changedSince: async (cursor) => partnerChanges(await wire(), 'company', cursor, toCompany),
    },
    activities: {
      kinds: ['email'],
      batch,
      findByAliases: async (entries) => findLogged(await wire(), entries),
      log: async (entries) => logMails(await wire(), (await user()).partner, await noteSubtype(), entries),
      remove: async (remoteId) => removeMessage(await wire(), remoteId),
    },
    tasks: {
      changedSince: async (cursor) => taskChanges(await wire(), cursor),
      complete: async (taskId) => completeTask(await wire(), taskId),
      find: async (_draft, key) => findTask(await wire(), key),
      create: async (draft, key) => createTask(await wire(), await todoType(), draft, key),
      remove: async (taskId) => removeTask(await wire(), taskId),
    },
    // `/mail/view` leads to the record's form in every version; the web client's own addresses changed in 18.
    linkTo: (kind, id) =>
      kind === 'activity'
        ? `${origin}/mail/view?message_id=${encodeURIComponent(id)}`
        : `${origin}/mail/view?model=res.partner&res_id=${encodeURIComponent(id)}`,
  };
}

/** Asks once and keeps the answer; a failure is not kept. */
function keep<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= ask().catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}

async function userOf(wire: Wire): Promise<{ name: string; address?: string; partner?: number }> {
  const [user] = await wire.call({
    purpose: 'connect',
    model: 'res.users',
    method: 'read',
    ids: [wire.uid],
    args: { fields: ['name', 'login', 'email', 'partner_id'] },
    answer: Users,
  });
  if (!user) fail({ kind: 'signed-out' });
  const address = addressesIn(user.email, user.login)[0];
  return {
    name: user.name.slice(0, 300),
    ...(address ? { address } : {}),
    ...(user.partner_id ? { partner: user.partner_id[0] } : {}),
  };
}
