import type { Access, CrmConnector, CrmSession, KeptSchema } from '@/utils/crm/connector';
import { crmAccountId } from '@/utils/crm/connector';
import { readBackEach } from '@/utils/crm/first-stays';
import type { Http } from '@/utils/crm/http';
import { parseRemoteId } from '@/utils/crm/hubspot/activity-properties';
import { Account } from '@/utils/crm/hubspot/answers';
import { countOf, objectChanges } from '@/utils/crm/hubspot/changes';
import { companies, openCompanies } from '@/utils/crm/hubspot/companies';
import { contacts, createContact, updateContact } from '@/utils/crm/hubspot/contacts';
import { dealsOf, readStages } from '@/utils/crm/hubspot/deals';
import { describeHubspot, describeHubspotKind, hubspotValue } from '@/utils/crm/hubspot/describe';
import { findLogged, standingRecords } from '@/utils/crm/hubspot/find-records';
import { findOwner, ownedBy } from '@/utils/crm/hubspot/owner';
import { recentRecords } from '@/utils/crm/hubspot/recent';
import { batch, logAll, type Portal, removeRecord, updateRecord } from '@/utils/crm/hubspot/records';
import { openTasks } from '@/utils/crm/hubspot/tasks';
import { HUBSPOT, isId, openWire, type Wire } from '@/utils/crm/hubspot/wire';
import { teamOf, within } from '@/utils/crm/hubspot/within';
import { keepAnswer } from '@/utils/crm/keep-answer';
import { ownFields } from '@/utils/crm/own-fields';
import { everything } from '@/utils/model/mirror-scope';

export const hubspot: CrmConnector = {
  id: 'hubspot',
  name: 'HubSpot',
  fields: [
    { name: 'token', kind: 'secret', required: true },
    { name: 'email', kind: 'email', required: true, example: 'anna@acme.example' },
  ],
  origins: () => [`${HUBSPOT}/*`],
  duplicates: 'create-then-read-back',
  confirmedLive: false,
  scopes: ['all', 'mine', 'team', 'active'],
  // 100 in ten seconds on the smallest plan, and five searches a second whatever the plan.
  limits: [
    { most: 90, perMs: 10_000 },
    { most: 4, perMs: 1_000, path: '/search' },
  ],
  connect: connectHubspot,
};

function connectHubspot(
  settings: Record<string, string>,
  http: Http,
  _access?: Access,
  kept?: KeptSchema,
): CrmSession {
  const email = (settings.email ?? '').trim().toLowerCase();
  const wire = openWire((settings.token ?? '').trim(), http);
  let account: { portalId: number; host: string } | undefined;
  const rep = keepAnswer(() => findOwner(wire, email));
  const owners = {
    mine: async () => [(await rep()).id],
    team: keepAnswer(async () => teamOf(wire, await rep())),
  };
  const own = ownFields((kind) => describeHubspotKind(wire, kind), hubspotValue, kept);
  const portal = keepAnswer(async (): Promise<Portal> => ({ owner: (await rep()).id, takesMessageId: true }));
  const deals = dealsOf(
    wire,
    keepAnswer(() => readStages(wire)),
  );
  const owned = ownedBy(rep);
  const firms = openCompanies(wire, owned);

  return {
    whoAmI: async () => {
      account = await findAccount(wire);
      const { name } = await rep();
      return {
        account: crmAccountId('hubspot', 'hubspot', String(account.portalId)),
        userName: name,
        address: email,
      };
    },
    contacts: {
      changedSince: async (cursor, scope = everything) =>
        objectChanges(wire, await within(contacts, scope, owners), cursor),
      count: async (scope) => countOf(wire, await within(contacts, scope, owners)),
      create: (draft) => own.contact(draft).then((ready) => createContact(wire, firms, owned, ready)),
      update: (change) => updateContact(wire, change),
    },
    companies: {
      changedSince: async (cursor, scope = everything) =>
        objectChanges(wire, await within(companies, scope, owners), cursor),
      create: (draft) => own.company(draft).then((ready) => firms.create(ready)),
    },
    deals: {
      changedSince: async (cursor, scope = everything) =>
        objectChanges(wire, await within(deals, scope, owners), cursor),
    },
    activities: {
      kinds: ['email', 'meeting', 'call'],
      batch,
      findByAliases: (entries) => findLogged(wire, entries),
      readBack: async (entries) => {
        const { owner } = await portal();
        return readBackEach(
          entries,
          (some) => standingRecords(wire, owner, some),
          (remoteId) => removeRecord(wire, remoteId),
        );
      },
      log: (entries) => own.log(entries, async (ready) => logAll(wire, await portal(), ready)),
      update: async (remoteId, entry) => updateRecord(wire, await portal(), remoteId, await own.of(entry)),
      remove: (remoteId) => removeRecord(wire, remoteId),
      changedSince: (cursor) => recentRecords(wire, cursor),
    },
    tasks: openTasks(wire, async () => (await rep()).id, own),
    describe: () => describeHubspot(wire),
    // The account's number is part of every address: known once somebody asked who is signed in.
    linkTo: (kind, id) => {
      const record = kind === 'activity' ? parseRemoteId(id) : { type: pages[kind], id };
      if (!account || !record || !isId(record.id)) return null;
      return `https://${account.host}/contacts/${account.portalId}/record/${numbers[record.type]}/${record.id}`;
    },
  };
}

const pages = { contact: 'contacts', company: 'companies', deal: 'deals', task: 'tasks' } as const;

/** HubSpot's own numbers for its kinds of records. */
const numbers = {
  contacts: '0-1',
  companies: '0-2',
  deals: '0-3',
  tasks: '0-27',
  meetings: '0-47',
  calls: '0-48',
  emails: '0-49',
} as const;

async function findAccount(wire: Wire): Promise<{ portalId: number; host: string }> {
  const { portalId, uiDomain = '' } = await wire.call({
    step: 'account',
    purpose: 'connect',
    method: 'GET',
    path: '/account-info/v3/details',
    answer: Account,
  });
  return {
    portalId,
    host: /^app(-[a-z0-9]{1,10})?\.hubspot\.com$/.test(uiDomain) ? uiDomain : 'app.hubspot.com',
  };
}
