import type { Access, CrmConnector, CrmSession, KeptSchema } from '@/utils/crm/connector';
import { crmAccountId } from '@/utils/crm/connector';
import {
  batch,
  findLogged,
  logActivities,
  readBack,
  removeActivity,
  updateActivity,
} from '@/utils/crm/dynamics/activities';
import { dynamicsOrigins, dynamicsPlace, tenantOf } from '@/utils/crm/dynamics/address';
import { Me, User } from '@/utils/crm/dynamics/answers';
import { changes } from '@/utils/crm/dynamics/delta';
import { describeDynamics, describeDynamicsKind, dynamicsValue } from '@/utils/crm/dynamics/describe';
import { companies, contacts, deals } from '@/utils/crm/dynamics/mirrored';
import { createCompany, createContact, updateContact } from '@/utils/crm/dynamics/people';
import { recentActivities } from '@/utils/crm/dynamics/recent';
import { fromRemoteId, typeOf } from '@/utils/crm/dynamics/records';
import {
  completeTask,
  createTask,
  findTask,
  readTaskBack,
  removeTask,
  rescheduleTask,
  taskChanges,
} from '@/utils/crm/dynamics/tasks';
import { openWire } from '@/utils/crm/dynamics/wire';
import { teamOf, within } from '@/utils/crm/dynamics/within';
import type { Http } from '@/utils/crm/http';
import { keepAnswer } from '@/utils/crm/keep-answer';
import { ownFields } from '@/utils/crm/own-fields';
import { everything } from '@/utils/model/mirror-scope';

export const dynamics: CrmConnector = {
  id: 'dynamics',
  name: 'Dynamics 365',
  fields: [
    { name: 'url', kind: 'url', required: true, example: 'https://acme.crm.dynamics.com' },
    { name: 'clientId', kind: 'text', required: true, example: '11111111-2222-3333-4444-555555555555' },
    { name: 'tenant', kind: 'text', required: false, example: 'acme.example' },
  ],
  origins: (settings) => dynamicsOrigins(settings.url ?? ''),
  duplicates: 'unique-key',
  confirmedLive: false,
  scopes: ['all', 'mine', 'team', 'active'],
  // 6,000 in five minutes a user.
  limits: [{ most: 5_500, perMs: 300_000 }],
  signIn: (settings) => {
    const { origin, login } = dynamicsPlace(settings.url ?? '');
    const endpoint = `${login}/${tenantOf(settings.tenant)}/oauth2/v2.0`;
    return {
      authorizationEndpoint: `${endpoint}/authorize`,
      tokenEndpoint: `${endpoint}/token`,
      clientId: (settings.clientId ?? '').trim(),
      scope: `${origin}/user_impersonation offline_access`,
    };
  },
  connect: connectDynamics,
};

function connectDynamics(
  settings: Record<string, string>,
  http: Http,
  _access?: Access,
  kept?: KeptSchema,
): CrmSession {
  const { origin } = dynamicsPlace(settings.url ?? '');
  const wire = openWire(origin, http);
  const me = keepAnswer(() => wire.get('WhoAmI', 'connect', '/WhoAmI', Me));
  const user = async () => (await me()).UserId.toLowerCase();
  const owners = {
    mine: async () => [await user()],
    team: keepAnswer(async () => teamOf(wire, await user())),
  };
  const own = ownFields((kind) => describeDynamicsKind(wire, kind), dynamicsValue, kept);
  const types = { contact: 'contact', company: 'account', deal: 'opportunity', task: 'task' } as const;

  return {
    whoAmI: async () => {
      const { OrganizationId } = await me();
      const path = `/systemusers(${await user()})?$select=fullname,internalemailaddress`;
      const { fullname, internalemailaddress } = await wire.get('user', 'connect', path, User);
      return {
        account: crmAccountId('dynamics', new URL(origin).host, OrganizationId),
        userName: (fullname ?? '').slice(0, 300),
        ...(internalemailaddress ? { address: internalemailaddress.trim().toLowerCase() } : {}),
      };
    },
    contacts: {
      changedSince: async (cursor, scope = everything) =>
        changes(wire, await within(contacts, scope, owners), cursor),
      create: (draft, key) => own.contact(draft).then((ready) => createContact(wire, ready, key)),
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
      findByAliases: (entries) => findLogged(wire, entries),
      readBack: async (entries) => readBack(wire, await user(), entries),
      log: (entries) => own.log(entries, async (ready) => logActivities(wire, await user(), ready)),
      update: async (remoteId, entry) => updateActivity(wire, await user(), remoteId, await own.of(entry)),
      remove: async (remoteId) => removeActivity(wire, await user(), remoteId),
      changedSince: (cursor) => recentActivities(wire, cursor),
    },
    tasks: {
      changedSince: async (cursor) => taskChanges(wire, await user(), cursor),
      complete: (taskId) => completeTask(wire, taskId),
      reschedule: (taskId, dueDate) => rescheduleTask(wire, taskId, dueDate),
      find: (_draft, key) => findTask(wire, key),
      readBack: async (_draft, key) => readTaskBack(wire, await user(), key),
      create: (draft, key) => own.task(draft).then((ready) => createTask(wire, ready, key)),
      remove: async (taskId) => removeTask(wire, await user(), taskId),
    },
    describe: () => describeDynamics(wire),
    linkTo: (kind, id) => {
      const place = kind === 'activity' ? fromRemoteId(id) : null;
      if (kind === 'activity' && !place) return null;
      const type = place ? typeOf[place.table] : kind === 'activity' ? '' : types[kind];
      return `${origin}/main.aspx?pagetype=entityrecord&etn=${type}&id=${encodeURIComponent(place?.id ?? id)}`;
    },
  };
}
