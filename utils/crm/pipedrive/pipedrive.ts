import type { Access, CrmConnector, CrmSession, KeptSchema } from '@/utils/crm/connector';
import { crmAccountId } from '@/utils/crm/connector';
import type { Http } from '@/utils/crm/http';
import { keepAnswer } from '@/utils/crm/keep-answer';
import { ownFields } from '@/utils/crm/own-fields';
import {
  type Account,
  batch,
  findLogged,
  logAll,
  readBack,
  removeActivity,
  updateActivity,
} from '@/utils/crm/pipedrive/activities';
import { typeKeys } from '@/utils/crm/pipedrive/activity-body';
import { pipedriveOrigin } from '@/utils/crm/pipedrive/address';
import { ActivityTypes, Me } from '@/utils/crm/pipedrive/answers';
import { recordChanges, within } from '@/utils/crm/pipedrive/changes';
import { dealsOf, readStages } from '@/utils/crm/pipedrive/deals';
import { describePipedrive, describePipedriveKind, pipedriveValue } from '@/utils/crm/pipedrive/describe';
import { createOrganization, organizations } from '@/utils/crm/pipedrive/organizations';
import { createContact, personsOf, updateContact } from '@/utils/crm/pipedrive/persons';
import { recentOf } from '@/utils/crm/pipedrive/recent';
import { openTasks } from '@/utils/crm/pipedrive/tasks';
import { idOf, openWire } from '@/utils/crm/pipedrive/wire';
import { everything } from '@/utils/model/mirror-scope';

export const pipedrive: CrmConnector = {
  id: 'pipedrive',
  name: 'Pipedrive',
  fields: [
    { name: 'company', kind: 'text', required: true, example: 'acme.pipedrive.com' },
    { name: 'token', kind: 'secret', required: true },
  ],
  origins: (settings) => [`${pipedriveOrigin(settings.company ?? '')}/*`],
  duplicates: 'create-then-read-back',
  confirmedLive: false,
  scopes: ['all', 'mine', 'active'],
  // A personal token's burst on the smallest plan, 20 in two seconds, and of searches 10 on any; answers say the plan's.
  limits: [
    { most: 18, perMs: 2_000, said: true },
    { most: 9, perMs: 2_000, path: '/search', said: true },
  ],
  connect: connectPipedrive,
};

function connectPipedrive(
  settings: Record<string, string>,
  http: Http,
  _access?: Access,
  kept?: KeptSchema,
): CrmSession {
  const origin = pipedriveOrigin(settings.company ?? '');
  const wire = openWire(origin, (settings.token ?? '').trim(), http);
  const me = keepAnswer(() =>
    wire.call({ step: 'me', purpose: 'connect', method: 'GET', path: '/api/v1/users/me', answer: Me }),
  );
  const myId = async () => (await me()).data.id;
  const account = keepAnswer(async (): Promise<Account> => {
    const { data: types } = await wire.call({
      step: 'activity types',
      purpose: 'connect',
      method: 'GET',
      path: '/api/v1/activityTypes',
      answer: ActivityTypes,
    });
    const choices = types
      .filter(({ active_flag: isActive }) => isActive !== false)
      .map(({ key_string: value, name }) => ({ value, label: name || value }));
    return { owner: (await me()).data.id, types: typeKeys(types), choices };
  });
  const own = ownFields((kind) => describePipedriveKind(wire, account, kind), pipedriveValue, kept);
  const recent = recentOf(account);
  const persons = personsOf(wire);
  const deals = dealsOf(keepAnswer(() => readStages(wire)));

  return {
    whoAmI: async () => {
      const { data } = await me();
      return {
        account: crmAccountId('pipedrive', 'pipedrive', String(data.company_id)),
        userName: data.name.slice(0, 300),
        ...(data.email ? { address: data.email.toLowerCase() } : {}),
      };
    },
    contacts: {
      changedSince: async (cursor, scope = everything) =>
        recordChanges(wire, await within(persons, scope, myId), cursor),
      create: (draft) => own.contact(draft).then((ready) => createContact(wire, ready)),
      update: (change) => updateContact(wire, change),
    },
    companies: {
      changedSince: async (cursor, scope = everything) =>
        recordChanges(wire, await within(organizations, scope, myId), cursor),
      create: (draft) => own.company(draft).then((ready) => createOrganization(wire, ready)),
    },
    deals: {
      changedSince: async (cursor, scope = everything) =>
        recordChanges(wire, await within(deals, scope, myId), cursor),
    },
    activities: {
      kinds: ['email', 'meeting', 'call'],
      batch,
      findByAliases: (entries) => findLogged(wire, entries),
      readBack: async (entries) => readBack(wire, await account(), entries),
      log: (entries) => own.log(entries, async (ready) => logAll(wire, await account(), ready)),
      update: async (remoteId, entry) => updateActivity(wire, await account(), remoteId, await own.of(entry)),
      remove: (remoteId) => removeActivity(wire, remoteId),
      changedSince: (cursor) => recordChanges(wire, recent, cursor),
    },
    tasks: openTasks(wire, account, own),
    describe: async () => describePipedrive(wire, await account()),
    linkTo: (kind, id) => {
      // No address of a single activity is documented.
      if (kind === 'activity' || kind === 'task' || idOf(id) === undefined) return null;
      return `${origin}/${pages[kind]}/${id}`;
    },
  };
}

const pages = { contact: 'person', company: 'organization', deal: 'deal' } as const;
