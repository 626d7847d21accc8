import type {
  Access,
  ActivityToLog,
  CrmConnector,
  CrmSession,
  Found,
  KeptSchema,
  Learnt,
  Logged,
} from '@/utils/crm/connector';
import { crmAccountId } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { espoBase, espoPattern } from '@/utils/crm/espocrm/address';
import { changesOf, countOf } from '@/utils/crm/espocrm/changes';
import { updateContact } from '@/utils/crm/espocrm/contact-update';
import { createCompany, createContact } from '@/utils/crm/espocrm/contact-writes';
import { companies, contacts, openDeals } from '@/utils/crm/espocrm/contacts';
import { describeEspo, describeEspoKind, type EspoEntry, espoValue } from '@/utils/crm/espocrm/describe';
import { findEmails, logEmails, resumeEmails, updateEmail } from '@/utils/crm/espocrm/emails';
import { findEvents, isEvent, logEvents, standingEvents, updateEvent } from '@/utils/crm/espocrm/events';
import { recentActivities } from '@/utils/crm/espocrm/recent';
import { removeRecord } from '@/utils/crm/espocrm/target';
import {
  completeTask,
  createTask,
  findTask,
  ownOpenTasks,
  readBackTask,
  rescheduleTask,
} from '@/utils/crm/espocrm/tasks';
import { idOf } from '@/utils/crm/espocrm/values';
import { openWire, type Wire } from '@/utils/crm/espocrm/wire';
import { within } from '@/utils/crm/espocrm/within';
import { readBackEach } from '@/utils/crm/first-stays';
import type { Http } from '@/utils/crm/http';
import { keepAnswer } from '@/utils/crm/keep-answer';
import { ownFields } from '@/utils/crm/own-fields';
import { everything } from '@/utils/model/mirror-scope';

export const espocrm: CrmConnector = {
  id: 'espocrm',
  name: 'EspoCRM',
  fields: [
    { name: 'url', kind: 'url', required: true, example: 'https://crm.acme.example' },
    { name: 'login', kind: 'text', required: false, example: 'anna' },
    { name: 'key', kind: 'secret', required: true },
  ],
  origins: (settings) => [espoPattern(settings.url ?? '')],
  duplicates: 'unique-key',
  confirmedLive: true,
  scopes: ['all', 'mine', 'team', 'active'],
  connect: connectEspo,
};

function connectEspo(
  settings: Record<string, string>,
  http: Http,
  _access?: Access,
  kept?: KeptSchema,
  learnt?: Learnt,
): CrmSession {
  const base = espoBase(settings.url ?? '');
  const login = (settings.login ?? '').trim();
  const wire = keepAnswer(() => openWire({ base, login, key: (settings.key ?? '').trim() }, http, learnt));
  const own = ownFields(async (kind) => describeEspoKind(await wire(), kind), espoValue, kept);

  return {
    whoAmI: async () => {
      const { user } = await wire();
      const { host, pathname } = new URL(base);
      const address = user.emailAddress ?? user.userEmailAddressList?.[0];
      return {
        account: crmAccountId('espocrm', host, pathname),
        userName: (user.name || user.userName).slice(0, 300),
        ...(address ? { address: address.toLowerCase().slice(0, 320) } : {}),
      };
    },
    contacts: {
      changedSince: async (cursor, scope = everything) =>
        changesOf(within(await wire(), scope), contacts, cursor),
      count: async (scope) => countOf(within(await wire(), scope), contacts),
      create: async (draft) => createContact(await wire(), await own.contact(draft)),
      update: async (change) => updateContact(await wire(), change),
    },
    companies: {
      changedSince: async (cursor, scope = everything) =>
        changesOf(within(await wire(), scope), companies, cursor),
      create: async (draft) => createCompany(await wire(), await own.company(draft)),
    },
    deals: {
      changedSince: async (cursor, scope = everything) =>
        changesOf(within(await wire(), scope), openDeals, cursor),
    },
    activities: {
      kinds: ['email', 'meeting', 'call'],
      batch: { find: 100, log: 50 },
      findByAliases: async (entries) => findLogged(await wire(), entries),
      readBack: async (entries) => {
        const ready: EspoEntry[] = [];
        for (const entry of entries) ready.push(await own.of(entry));
        return readBack(await wire(), ready);
      },
      log: (entries) => own.log(entries, async (ready) => logAll(await wire(), ready)),
      update: async (remoteId, entry) => {
        const path = recordPath(remoteId) ?? fail({ kind: 'gone' });
        const ready = await own.of(entry);
        if (isEvent(ready)) return updateEvent(await wire(), path, ready);
        return updateEmail(await wire(), path, ready);
      },
      remove: async (remoteId) => {
        const path = recordPath(remoteId);
        if (path) await removeRecord(await wire(), path);
      },
      changedSince: async (cursor) => recentActivities(await wire(), cursor),
    },
    tasks: {
      changedSince: async (cursor) => changesOf(await wire(), ownOpenTasks, cursor),
      complete: async (taskId) => completeTask(await wire(), taskId),
      reschedule: async (taskId, dueDate) => rescheduleTask(await wire(), taskId, dueDate),
      find: async (draft, key) => findTask(await wire(), draft, key),
      readBack: async (draft, key) => readBackTask(await wire(), draft, key),
      create: async (draft, key) => createTask(await wire(), await own.task(draft), key),
      remove: async (taskId) => {
        const id = idOf(taskId);
        if (id) await removeRecord(await wire(), `Task/${id}`);
      },
    },
    describe: async () => describeEspo(await wire()),
    linkTo: (kind, id) => {
      const path = kind === 'activity' ? recordPath(id) : `${pages[kind]}/${encodeURIComponent(id)}`;
      return path ? `${base}/#${path.replace('/', '/view/')}` : null;
    },
  };
}

const pages = { contact: 'Contact', company: 'Account', deal: 'Opportunity', task: 'Task' } as const;

/** An activity's id is its record's type and id, `Meeting/6b02…`; undefined for anything else. */
function recordPath(remoteId: string): string | undefined {
  const [entity, id, ...rest] = remoteId.split('/');
  const known = entity === 'Email' || entity === 'Meeting' || entity === 'Call';
  return known && idOf(id) && rest.length === 0 ? remoteId : undefined;
}

async function findLogged(wire: Wire, entries: ActivityToLog[]): Promise<Found> {
  const emails = entries.filter((entry) => !isEvent(entry));
  const events = entries.filter(isEvent);
  return new Map([
    ...(emails.length > 0 ? await findEmails(wire, emails) : []),
    ...(events.length > 0 ? await findEvents(wire, events) : []),
  ]);
}

/** What stands for entries that may have been created without an answer. A mail's Message-ID is unique; of several others the first stays. */
async function readBack(wire: Wire, entries: EspoEntry[]): Promise<Map<string, Logged>> {
  const emails = entries.filter((entry) => !isEvent(entry));
  const events = entries.filter(isEvent);
  const ofEvents = await readBackEach(
    events,
    () => standingEvents(wire, events),
    (remoteId) => removeRecord(wire, remoteId),
  );
  return new Map([...(await resumeEmails(wire, emails)), ...ofEvents]);
}

/** In the order given, whatever the kinds. */
async function logAll(wire: Wire, entries: EspoEntry[]) {
  const emails = entries.filter((entry) => !isEvent(entry));
  const events = entries.filter(isEvent);
  const answers = [...(await logEmails(wire, emails)), ...(await logEvents(wire, events))];
  const order = [...emails, ...events];
  return entries.map(
    (entry) => answers[order.indexOf(entry)] ?? { fault: { kind: 'not-understood', step: 'log' } as const },
  );
}
