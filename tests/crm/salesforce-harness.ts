import type { Access } from '@/utils/crm/connector';
import { markersOf, timeIn } from '@/utils/crm/plain-note';
import { messageIdsOf } from '@/utils/crm/salesforce/records';
import { salesforce } from '@/utils/crm/salesforce/salesforce';
import type { Harness } from './contract';
import { silentLedger, tokenSession } from './fake-session';
import {
  type FakeSalesforce,
  type FakeSalesforceOptions,
  fakeSalesforce,
  ORG,
  users,
} from './fakes/salesforce';

export const settings = { url: 'acme.my.salesforce.com', clientId: 'consumer-key' };

export function salesforceSession(server: FakeSalesforce, token = 'token-of-rita', ledger = silentLedger) {
  const access: Access = {
    said: { id: `https://login.salesforce.com/id/${ORG}AAA/${users[token]?.id ?? '005000000000009AAA'}` },
  };
  return tokenSession(salesforce, settings, server, token, access, ledger);
}

/** A contract harness on a fake org. */
export function salesforceHarness(options: FakeSalesforceOptions = {}): Harness & { server: FakeSalesforce } {
  const server = fakeSalesforce(options);
  return {
    server,
    run: 'kunde',
    session: () => salesforceSession(server),
    colleague: () => salesforceSession(server, 'token-of-max'),
    signedOut: () => salesforceSession(server, 'wrong'),
    trouble: server.trouble,
    checksTargets: true,
    scopes: salesforce.scopes,
    count: async (entry) => {
      const mails = server
        .rows('EmailMessage')
        .filter((row) => messageIdsOf(entry).includes(String(row.MessageIdentifier)));
      const marked = [...server.rows('Task'), ...server.rows('Event')].filter((row) => {
        const ref =
          String(row.Description ?? '')
            .split('\n')
            .at(-1) ?? '';
        return ref.startsWith('Ref: ') && markersOf(entry).some((id) => ref.split(' ').includes(id));
      });
      return mails.length + marked.length;
    },
    read: async (remoteId) => {
      const row = server.row(remoteId) ?? {};
      const body = String(row.TextBody ?? row.Description ?? '');
      const at = row.MessageDate ?? row.StartDateTime;
      return {
        subject: String(row.Subject),
        body,
        at: at ? Date.parse(String(at)) : (timeIn(body) ?? 0),
        html: false,
        ...(row.EndDateTime ? { endsAt: Date.parse(String(row.EndDateTime)) } : {}),
      };
    },
    // What has no field for our key cannot be asked for by it.
    unlisted: [
      ...(options.eventKey ? [] : (['meeting'] as const)),
      ...(options.callObject === false ? (['call', 'email'] as const) : []),
    ],
    row: async (id) => server.row(id) ?? {},
    renameContact: async (id, name) => {
      const [first = '', ...last] = name.split(' ');
      server.write(id, { FirstName: first, LastName: last.join(' ') });
    },
    deleteContact: async (id) => server.remove(id),
    addTask: async (title, dueDate, contactId) =>
      server.insert('Task', { Subject: title, ActivityDate: dueDate, WhoId: contactId }),
    watched: async () => {
      const before = server.told();
      return async () => server.told() - before;
    },
  };
}
