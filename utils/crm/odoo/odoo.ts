import type { Access, CrmConnector, CrmSession, KeptSchema, Learnt } from '@/utils/crm/connector';
import { crmAccountId } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import type { Http } from '@/utils/crm/http';
import { keepAnswer } from '@/utils/crm/keep-answer';
import {
  findActivities,
  logActivities,
  readBack,
  removeActivity,
  updateActivity,
} from '@/utils/crm/odoo/activities';
import { odooOrigin, odooPattern } from '@/utils/crm/odoo/address';
import { Users } from '@/utils/crm/odoo/answers';
import { describeOdoo, describeOdooKind, odooValue } from '@/utils/crm/odoo/describe';
import { eventOf } from '@/utils/crm/odoo/event-values';
import { hasOwnCalendar } from '@/utils/crm/odoo/events';
import { odooFacts } from '@/utils/crm/odoo/facts';
import { batch } from '@/utils/crm/odoo/messages';
import { companies, dealChanges, persons, within } from '@/utils/crm/odoo/mirrored';
import { updateContact } from '@/utils/crm/odoo/partner-update';
import { createCompany, createContact } from '@/utils/crm/odoo/partners';
import { recentActivities } from '@/utils/crm/odoo/recent';
import { countRecords, recordChanges } from '@/utils/crm/odoo/record-changes';
import { createTask, findTask, findTodoType, readBackTask, removeTask } from '@/utils/crm/odoo/task-writes';
import { completeTask, rescheduleTask, taskChanges } from '@/utils/crm/odoo/tasks';
import { addressesIn } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';
import { ownFields } from '@/utils/crm/own-fields';
import { everything } from '@/utils/model/mirror-scope';

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
  scopes: ['all', 'mine', 'active'],
  connect: connectOdoo,
};

function connectOdoo(
  settings: Record<string, string>,
  http: Http,
  _access?: Access,
  kept?: KeptSchema,
  learnt?: Learnt,
): CrmSession {
  const origin = odooOrigin(settings.url ?? '');
  const credentials = {
    origin,
    database: settings.database ?? '',
    login: (settings.login ?? '').trim(),
    key: (settings.key ?? '').trim(),
  };
  const { wire, ...facts } = odooFacts(credentials, http, learnt);
  const user = keepAnswer(async () => userOf(await wire()));
  const todoType = keepAnswer(async () => findTodoType(await wire()));
  const calendar = keepAnswer(async () => hasOwnCalendar(await wire()));
  const own = ownFields(
    async (kind) => describeOdooKind(await wire(), kind, kind === 'meeting' && (await calendar())),
    odooValue,
    kept,
  );

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
      changedSince: async (cursor, scope = everything) => {
        const way = await wire();
        return recordChanges(way, within(persons, scope, way), cursor);
      },
      count: async (scope) => {
        const way = await wire();
        return countRecords(way, within(persons, scope, way));
      },
      create: async (draft) => createContact(await wire(), await own.contact(draft)),
      update: async (change) => updateContact(await wire(), change),
    },
    companies: {
      changedSince: async (cursor, scope = everything) => {
        const way = await wire();
        return recordChanges(way, within(companies, scope, way), cursor);
      },
      create: async (draft) => createCompany(await wire(), await own.company(draft)),
    },
    deals: { changedSince: async (cursor, scope = everything) => dealChanges(await wire(), cursor, scope) },
    activities: {
      kinds: ['email', 'meeting', 'call'],
      batch,
      findByAliases: async (entries) => findActivities(await wire(), calendar, entries),
      readBack: async (entries) => readBack(await wire(), calendar, entries),
      log: async (entries) => {
        const meetings = entries.some(({ activity }) => activity.kind === 'meeting');
        const place = {
          wire: await wire(),
          ownPartner: await facts.ownPartner(async () => (await user()).partner),
          noteSubtype: await facts.noteSubtype(),
          calendar: meetings && (await calendar()),
        };
        return own.log(entries, (ready) => logActivities(place, ready));
      },
      update: async (remoteId, entry) => updateActivity(await wire(), remoteId, await own.of(entry)),
      remove: async (remoteId) => removeActivity(await wire(), remoteId),
      changedSince: async (cursor) => recentActivities(await wire(), await calendar(), cursor),
    },
    tasks: {
      changedSince: async (cursor) => taskChanges(await wire(), cursor),
      complete: async (taskId) => completeTask(await wire(), taskId),
      reschedule: async (taskId, dueDate) => rescheduleTask(await wire(), taskId, dueDate),
      find: async (_draft, key) => findTask(await wire(), key),
      readBack: async (_draft, key) => readBackTask(await wire(), key),
      create: async (draft, key) => createTask(await wire(), await todoType(), await own.task(draft), key),
      remove: async (taskId) => removeTask(await wire(), taskId),
    },
    describe: async () => describeOdoo(await wire(), await calendar()),
    linkTo: (kind, id) => {
      const event = kind === 'activity' ? eventOf(id) : undefined;
      if (event !== undefined) return view(origin, 'calendar.event', String(event));
      return kind === 'activity'
        ? `${origin}/mail/view?message_id=${encodeURIComponent(id)}`
        : view(origin, models[kind], id);
    },
  };
}

const models = {
  contact: 'res.partner',
  company: 'res.partner',
  deal: 'crm.lead',
  task: 'mail.activity',
} as const;

/** Leads to the record's form in every version; the web client's own addresses changed in 18. */
function view(origin: string, model: string, id: string): string {
  return `${origin}/mail/view?model=${model}&res_id=${encodeURIComponent(id)}`;
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
