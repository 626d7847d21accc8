import type { Access, CrmConnector, CrmSession, KeptSchema } from '@/utils/crm/connector';
import { crmAccountId } from '@/utils/crm/connector';
import type { Http } from '@/utils/crm/http';
import { keepAnswer } from '@/utils/crm/keep-answer';
import { ownFields } from '@/utils/crm/own-fields';
import {
  batch,
  findLogged,
  logActivities,
  readBack,
  removeActivity,
  updateActivity,
} from '@/utils/crm/salesforce/activities';
import { salesforceOrigin } from '@/utils/crm/salesforce/address';
import { changes } from '@/utils/crm/salesforce/delta';
import { describeSalesforce, describeSalesforceKind, salesforceValue } from '@/utils/crm/salesforce/describe';
import { companies, deals, people } from '@/utils/crm/salesforce/mirrored';
import { createCompany, createContact, updateContact } from '@/utils/crm/salesforce/people';
import { logged } from '@/utils/crm/salesforce/recent';
import { findMe, findShape, findUser } from '@/utils/crm/salesforce/shape';
import {
  completeTask,
  createTask,
  findTask,
  readBackTask,
  rescheduleTask,
  taskChanges,
} from '@/utils/crm/salesforce/tasks';
import { openWire } from '@/utils/crm/salesforce/wire';
import { teamOf, within } from '@/utils/crm/salesforce/within';
import { everything } from '@/utils/model/mirror-scope';

export const salesforce: CrmConnector = {
  id: 'salesforce',
  name: 'Salesforce',
  fields: [
    { name: 'url', kind: 'url', required: true, example: 'https://acme.my.salesforce.com' },
    { name: 'clientId', kind: 'text', required: true },
  ],
  origins: (settings) => {
    const { protocol, hostname } = new URL(salesforceOrigin(settings.url ?? ''));
    return [`${protocol}//${hostname}/*`];
  },
  duplicates: 'create-then-read-back',
  confirmedLive: false,
  scopes: ['all', 'mine', 'team', 'active'],
  signIn: (settings) => {
    const origin = salesforceOrigin(settings.url ?? '');
    return {
      authorizationEndpoint: `${origin}/services/oauth2/authorize`,
      tokenEndpoint: `${origin}/services/oauth2/token`,
      clientId: (settings.clientId ?? '').trim(),
      scope: 'api refresh_token',
      keeps: ['id', 'instance_url'],
    };
  },
  connect: connectSalesforce,
};

function connectSalesforce(
  settings: Record<string, string>,
  http: Http,
  access?: Access,
  kept?: KeptSchema,
): CrmSession {
  const origin = salesforceOrigin(settings.url ?? '');
  const wire = openWire(origin, http);
  const me = keepAnswer(() => findMe(wire, access?.said.id));
  const owners = {
    mine: async () => [(await me()).user],
    team: keepAnswer(async () => teamOf(wire, await me())),
  };
  const shape = keepAnswer(() => findShape(wire));
  const own = ownFields(
    async (kind) => describeSalesforceKind(wire, kind, (await shape()).emailMessages),
    salesforceValue,
    kept,
  );

  return {
    whoAmI: async () => {
      const mine = await me();
      const { Name, Email } = await findUser(wire, mine);
      return {
        account: crmAccountId('salesforce', new URL(origin).host, mine.org),
        userName: Name.slice(0, 300),
        ...(Email ? { address: Email.trim().toLowerCase() } : {}),
      };
    },
    contacts: {
      changedSince: async (cursor, scope = everything) =>
        changes(wire, await within(people, scope, owners), cursor),
      create: (draft) => own.contact(draft).then((ready) => createContact(wire, ready)),
      update: (change) => updateContact(wire, change),
    },
    companies: {
      changedSince: async (cursor, scope = everything) =>
        changes(wire, await within(companies, scope, owners), cursor),
      create: (draft) => own.company(draft).then((ready) => createCompany(wire, ready)),
    },
    deals: {
      changedSince: async (cursor, scope = everything) =>
        changes(wire, await within(deals, scope, owners), cursor),
    },
    activities: {
      kinds: ['email', 'meeting', 'call'],
      batch,
      findByAliases: async (entries) => findLogged(wire, await shape(), entries),
      readBack: async (entries) => readBack(wire, await shape(), await me(), entries),
      log: (entries) =>
        own.log(entries, async (ready) => logActivities(wire, await shape(), await me(), ready)),
      update: async (remoteId, entry) => updateActivity(wire, await shape(), remoteId, await own.of(entry)),
      remove: (remoteId) => removeActivity(wire, remoteId),
      changedSince: (cursor) => changes(wire, logged, cursor),
    },
    tasks: {
      changedSince: async (cursor) => taskChanges(wire, await me(), cursor),
      complete: async (taskId) => completeTask(wire, await shape(), taskId),
      reschedule: (taskId, dueDate) => rescheduleTask(wire, taskId, dueDate),
      find: async (draft, key) => findTask(wire, await shape(), draft, key),
      readBack: async (draft, key) => readBackTask(wire, await shape(), await me(), draft, key),
      create: async (draft, key) => createTask(wire, await shape(), await me(), await own.task(draft), key),
      remove: (taskId) => wire.remove('remove', [taskId]),
    },
    describe: () => describeSalesforce(wire),
    // Leads to the record's own page in Lightning and Classic alike.
    linkTo: (_kind, id) => `${origin}/${encodeURIComponent(id)}`,
  };
}
