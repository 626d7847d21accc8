import type { Access, CrmConnector, CrmSession, KeptSchema } from '@/utils/crm/connector';
import { crmAccountId } from '@/utils/crm/connector';
import type { Http } from '@/utils/crm/http';
import { keepAnswer } from '@/utils/crm/keep-answer';
import { ownFields } from '@/utils/crm/own-fields';
import { twentyAddress, twentyPattern } from '@/utils/crm/twenty/address';
import {
  COMPANY_FIELDS,
  Company,
  OPPORTUNITY_FIELDS,
  Opportunity,
  PERSON_FIELDS,
  Person,
} from '@/utils/crm/twenty/answers';
import { createCompany, toCompany } from '@/utils/crm/twenty/companies';
import { toDeal } from '@/utils/crm/twenty/deals';
import { changes, countOf, within } from '@/utils/crm/twenty/delta';
import { logNotes } from '@/utils/crm/twenty/log-notes';
import {
  batch,
  destroy,
  findLogged,
  noteChanges,
  readBack,
  removeNote,
  updateNote,
} from '@/utils/crm/twenty/notes';
import { createContact, toContact } from '@/utils/crm/twenty/people';
import { updateContact } from '@/utils/crm/twenty/person-update';
import { describeTwenty, twentyValue } from '@/utils/crm/twenty/schema';
import { completeTask, createTask, findTask, rescheduleTask, taskChanges } from '@/utils/crm/twenty/tasks';
import { findMember, workspaceOf } from '@/utils/crm/twenty/who';
import { openWire } from '@/utils/crm/twenty/wire';
import { everything } from '@/utils/model/mirror-scope';

export const twenty: CrmConnector = {
  id: 'twenty',
  name: 'Twenty',
  fields: [
    { name: 'url', kind: 'url', required: true, example: 'https://acme.twenty.com' },
    { name: 'key', kind: 'secret', required: true },
    { name: 'email', kind: 'email', required: false, example: 'anna@acme.example' },
  ],
  origins: (settings) => [twentyPattern(settings.url ?? '')],
  duplicates: 'unique-key',
  confirmedLive: true,
  scopes: ['all', 'active'],
  connect: connectTwenty,
};

function connectTwenty(
  settings: Record<string, string>,
  http: Http,
  _access?: Access,
  kept?: KeptSchema,
): CrmSession {
  const { api, front } = twentyAddress(settings.url ?? '');
  const key = (settings.key ?? '').trim();
  const wire = openWire(api, key, http);
  const member = keepAnswer(() => findMember(wire, settings.email ?? ''));
  const described = keepAnswer(() => describeTwenty(wire));
  const own = ownFields(async (kind) => (await described())[kind], twentyValue, kept);

  return {
    whoAmI: async () => {
      const { name, address } = await member();
      return {
        account: crmAccountId('twenty', new URL(api).host, workspaceOf(key)),
        userName: name,
        ...(address ? { address } : {}),
      };
    },
    contacts: {
      changedSince: (cursor, scope = everything) => changes(wire, within(people, scope), cursor),
      count: (scope) => countOf(wire, within(people, scope)),
      create: async (draft) => createContact(wire, await own.contact(draft)),
      update: (change) => updateContact(wire, change),
    },
    companies: {
      changedSince: (cursor, scope = everything) => changes(wire, within(companies, scope), cursor),
      create: async (draft) => createCompany(wire, await own.company(draft)),
    },
    deals: { changedSince: (cursor, scope = everything) => changes(wire, within(deals, scope), cursor) },
    activities: {
      kinds: ['email', 'meeting', 'call'],
      batch,
      findByAliases: (entries) => findLogged(wire, entries),
      readBack: (entries) => readBack(wire, entries),
      log: (entries) => own.log(entries, (ready) => logNotes(wire, ready)),
      update: async (remoteId, entry) => updateNote(wire, remoteId, await own.of(entry)),
      remove: (remoteId) => removeNote(wire, remoteId),
      changedSince: (cursor) => noteChanges(wire, cursor),
    },
    tasks: {
      changedSince: async (cursor) => taskChanges(wire, (await member()).id, cursor),
      complete: (taskId) => completeTask(wire, taskId),
      reschedule: (taskId, dueDate) => rescheduleTask(wire, taskId, dueDate),
      find: (_draft, taskKey) => findTask(wire, taskKey),
      create: async (draft, taskKey) =>
        createTask(wire, await wire.targets(), (await member()).id, await own.task(draft), taskKey),
      remove: (taskId) => destroy(wire, 'task', taskId),
    },
    describe: () => describeTwenty(wire),
    linkTo: (kind, id) =>
      front === null ? null : `${front}/object/${objects[kind]}/${encodeURIComponent(id)}`,
  };
}

const objects = {
  contact: 'person',
  company: 'company',
  deal: 'opportunity',
  task: 'task',
  activity: 'note',
} as const;

const people = {
  list: 'people',
  filterType: 'PersonFilterInput',
  fields: PERSON_FIELDS,
  row: Person,
  toItem: toContact,
};
const companies = {
  list: 'companies',
  filterType: 'CompanyFilterInput',
  fields: COMPANY_FIELDS,
  row: Company,
  toItem: toCompany,
};
const deals = {
  list: 'opportunities',
  filterType: 'OpportunityFilterInput',
  fields: OPPORTUNITY_FIELDS,
  row: Opportunity,
  toItem: toDeal,
};
