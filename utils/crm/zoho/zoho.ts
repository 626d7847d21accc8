import type { Access, CrmConnector, CrmSession, KeptSchema } from '@/utils/crm/connector';
import { crmAccountId } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
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
} from '@/utils/crm/zoho/activities';
import { apiOrigin, dataCentre, zohoOrigins } from '@/utils/crm/zoho/address';
import { Orgs, Users } from '@/utils/crm/zoho/answers';
import { changes, within } from '@/utils/crm/zoho/delta';
import { describeZoho, describeZohoKind, zohoValue } from '@/utils/crm/zoho/describe';
import { companies, contacts, deals } from '@/utils/crm/zoho/mirrored';
import { createCompany, createContact, updateContact } from '@/utils/crm/zoho/people';
import { recentActivities } from '@/utils/crm/zoho/recent';
import { fromRemoteId } from '@/utils/crm/zoho/records';
import { completeTask, createTask, findTask, readBackTask, taskChanges } from '@/utils/crm/zoho/tasks';
import { openWire } from '@/utils/crm/zoho/wire';
import { everything } from '@/utils/model/mirror-scope';

/** Zoho separates scopes by commas. COQL asks for the fields' settings besides. */
const SCOPE =
  'ZohoCRM.modules.ALL,ZohoCRM.coql.READ,ZohoCRM.settings.fields.READ,ZohoCRM.settings.layouts.READ,ZohoCRM.users.READ,ZohoCRM.org.READ';

export const zoho: CrmConnector = {
  id: 'zoho',
  name: 'Zoho CRM',
  fields: [
    { name: 'url', kind: 'url', required: true, example: 'https://crm.zoho.com' },
    { name: 'clientId', kind: 'text', required: true, example: '1000.ABC…' },
  ],
  origins: (settings) => zohoOrigins(settings.url ?? ''),
  duplicates: 'create-then-read-back',
  confirmedLive: false,
  scopes: ['all', 'mine', 'active'],
  signIn: (settings) => {
    const { accounts } = dataCentre(settings.url ?? '');
    return {
      authorizationEndpoint: `${accounts}/oauth/v2/auth`,
      tokenEndpoint: `${accounts}/oauth/v2/token`,
      clientId: (settings.clientId ?? '').trim(),
      scope: SCOPE,
      // Without them there is no refresh token.
      parameters: { access_type: 'offline', prompt: 'consent' },
      keeps: ['api_domain'],
      scheme: 'Zoho-oauthtoken',
    };
  },
  connect: connectZoho,
};

function connectZoho(
  settings: Record<string, string>,
  http: Http,
  access?: Access,
  kept?: KeptSchema,
): CrmSession {
  const centre = dataCentre(settings.url ?? '');
  const origin = apiOrigin(centre, access?.said.api_domain);
  const wire = openWire(origin, http);
  const me = keepAnswer(async () => {
    const { users } = await wire.get('user', 'connect', '/users?type=CurrentUser', Users);
    return users[0] ?? fail({ kind: 'signed-out' });
  });
  const myId = async () => (await me()).id;
  const org = keepAnswer(async () => {
    const [ours] = (await wire.get('org', 'connect', '/org', Orgs)).org;
    return ours?.id ?? fail({ kind: 'not-understood', step: 'org' });
  });
  const own = ownFields((kind) => describeZohoKind(wire, kind), zohoValue, kept);
  const modules = { contact: 'Contacts', company: 'Accounts', deal: 'Deals', task: 'Tasks' } as const;

  return {
    whoAmI: async () => {
      const { full_name, email } = await me();
      return {
        account: crmAccountId('zoho', new URL(centre.api).host, await org()),
        userName: (full_name ?? email ?? '').slice(0, 300),
        ...(email ? { address: email.trim().toLowerCase() } : {}),
      };
    },
    contacts: {
      changedSince: async (cursor, scope = everything) =>
        changes(wire, await within(contacts, scope, myId), cursor),
      create: (draft) => own.contact(draft).then((ready) => createContact(wire, ready)),
      update: (change) => updateContact(wire, change),
    },
    companies: {
      changedSince: async (cursor, scope = everything) =>
        changes(wire, await within(companies, scope, myId), cursor),
      create: (draft) => own.company(draft).then((ready) => createCompany(wire, ready)),
    },
    deals: {
      changedSince: async (cursor, scope = everything) =>
        changes(wire, await within(deals, scope, myId), cursor),
    },
    activities: {
      kinds: ['email', 'meeting', 'call'],
      batch,
      findByAliases: (entries) => findLogged(wire, entries),
      readBack: async (entries) => readBack(wire, (await me()).id, entries),
      log: (entries) => own.log(entries, async (ready) => logActivities(wire, (await me()).id, ready)),
      update: async (remoteId, entry) => updateActivity(wire, remoteId, await own.of(entry)),
      remove: (remoteId) => removeActivity(wire, remoteId),
      changedSince: (cursor) => recentActivities(wire, cursor),
    },
    tasks: {
      changedSince: async (cursor) => taskChanges(wire, (await me()).id, cursor),
      complete: (taskId) => completeTask(wire, taskId),
      reschedule: (taskId, dueDate) => wire.update('task', 'Tasks', taskId, { Due_Date: dueDate }),
      find: (draft, key) => findTask(wire, draft, key),
      readBack: async (draft, key) => readBackTask(wire, (await me()).id, draft, key),
      create: async (draft, key) => createTask(wire, (await me()).id, await own.task(draft), key),
      remove: (taskId) => wire.remove('remove', 'Tasks', taskId),
    },
    describe: () => describeZoho(wire),
    linkTo: (kind, id) => {
      const place = kind === 'activity' ? fromRemoteId(id) : { module: modules[kind], id };
      return place ? `${centre.crm}/crm/tab/${place.module}/${encodeURIComponent(place.id)}` : null;
    },
  };
}
