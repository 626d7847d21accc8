import { standsFor } from '@/utils/crm/marked-note';
import { readPlainMarks, timeIn } from '@/utils/crm/plain-note';
import { fromRemoteId } from '@/utils/crm/zoho/records';
import { zoho } from '@/utils/crm/zoho/zoho';
import type { Harness } from './contract';
import { tokenSession } from './fake-session';
import { type FakeZoho, fakeZoho } from './fakes/zoho';

export const settings = { url: 'https://crm.zoho.eu/crm/org20/tab/Home/begin', clientId: '1000.KEY' };

export function zohoSession(server: FakeZoho, token = 'token-of-rita') {
  return tokenSession(zoho, settings, server, token, { said: { api_domain: 'https://www.zohoapis.eu' } });
}

/** A contract harness on a fake Zoho CRM. */
export function zohoHarness(): Harness & { server: FakeZoho } {
  const server = fakeZoho();
  return {
    server,
    run: 'kunde',
    session: () => zohoSession(server),
    colleague: () => zohoSession(server, 'token-of-max'),
    signedOut: () => zohoSession(server, 'wrong'),
    trouble: server.trouble,
    checksTargets: true,
    scopes: zoho.scopes,
    count: async (entry) =>
      ['Tasks', 'Events', 'Calls']
        .flatMap((module) => server.rows(module))
        .filter((row) => standsFor(readPlainMarks(String(row.Description ?? '')), entry)).length,
    read: async (remoteId) => {
      const { module = '', id = '' } = fromRemoteId(remoteId) ?? {};
      const row = server.row(module, id) ?? {};
      const body = String(row.Description);
      const at = row.Start_DateTime ?? row.Call_Start_Time;
      return {
        subject: String(row.Subject ?? row.Event_Title),
        body,
        at: at ? Date.parse(String(at)) : (timeIn(body) ?? 0),
        html: false,
        ...(row.End_DateTime ? { endsAt: Date.parse(String(row.End_DateTime)) } : {}),
      };
    },
    row: async (remoteId) => {
      const [module = '', id = ''] = remoteId.split(':');
      return server.row(module, id) ?? {};
    },
    renameContact: async (id, name) => {
      const [first = '', ...last] = name.split(' ');
      server.write('Contacts', id, { First_Name: first, Last_Name: last.join(' ') });
    },
    deleteContact: async (id) => server.remove('Contacts', id),
    addTask: async (title, dueDate, contactId) =>
      server.insert('Tasks', { Subject: title, Due_Date: dueDate, Who_Id: contactId, Status: 'Not Started' }),
    watched: async () => {
      const before = server.told();
      return async () => server.told() - before;
    },
  };
}
